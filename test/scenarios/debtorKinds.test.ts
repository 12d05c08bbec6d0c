import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import { follow, moveTo, type Followed } from './follow.ts';

// Due Fr 4 April 2031. `progressive`: D-8 = Th 27 Mar, D-3 = Tu 1 Apr, D+1 = Mo 7 Apr, D+15 = Mo 21 Apr, D+30 = Mo 5 May, D+45 = Mo 19 May.

const KINDS = ['consumer', 'non-professional', 'public'] as const;
type Kind = (typeof KINDS)[number];

let world: World;
const of = {} as Record<Kind, Followed>;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  await Promise.all(
    KINDS.map(async (kind) => {
      of[kind] = follow(world, kind);
      await of[kind].announce({ debtor: { ...aDebtor, id: `debtor-${kind}`, kind, name: 'Destinataire' } });
    }),
  );
});
afterAll(() => world.stop());

const openKinds = async (kind: Kind) => (await of[kind].tasks()).map((task) => [task.kind, task.stepKey]);

test('S2.3 before the due date a consumer is not rung; an association and a public body are', async () => {
  await moveTo(world, '2031-03-27', 10);
  for (const kind of KINDS) expect((await of[kind].sent()).map(({ at }) => at)).toEqual(['2031-03-27 09:00']);
  await moveTo(world, '2031-04-01', 10);
  expect(await openKinds('consumer')).toEqual([]);
  for (const kind of ['non-professional', 'public'] as const) {
    expect(await openKinds(kind)).toEqual([['call', 'pre-call']]);
    await of[kind].talk({ outcome: 'satisfied' });
  }
});

test('S2.3 after it nothing leaves to them without a person, and no draft claims or names accessories', async () => {
  // Nobody rings on Tu 22 Apr: that call lapses five business days later, on Tu 29.
  const drafted: readonly (readonly [string, string])[] = [
    ['2031-04-07', 'first-reminder'],
    ['2031-04-21', 'second-reminder'],
    ['2031-05-05', 'third-reminder'],
  ];
  for (const [day, step] of drafted) {
    await moveTo(world, day, 10);
    for (const kind of KINDS) {
      expect(await openKinds(kind), `${kind} ${step}`).toEqual([['approve', step]]);
      ok(await of[kind].approve(step));
    }
    await moveTo(world, day, 11);
    for (const kind of KINDS) {
      const message = (await of[kind].sent()).at(-1)!;
      expect(message.at).toBe(`${day} 10:00`);
      expect(amountsIn(message.text)).toEqual(['1 200,50 €']);
      expect(message.text).toContain('vendredi 4 avril 2031');
      expect(message.text).toContain('Maintenance, février');
      expect(message.text).not.toMatch(
        /pénalité|intérêt|indemnité|frais|mise en demeure|tribunal|juridiction|professionnel/i,
      );
    }
  }
});

test('S2.3 the script of a call to them forbids talk of interest, costs and courts', async () => {
  const scripts = await world.store.db.task.findMany({ where: { kind: 'call', stepKey: 'reminder-call' } });
  expect(new Set(scripts.map(({ invoiceId }) => invoiceId))).toEqual(new Set(KINDS));
  for (const { details } of scripts) {
    const { script } = details as { script: { markdown: string } };
    expect(script.markdown).toContain('Ne parlez ni d’intérêts, ni de frais, ni de tribunal');
    expect(script.markdown).not.toMatch(/pénalités/);
  }
});

test('S2.3 the formal steps are skipped with the reason, and the course ends in a person’s decision', async () => {
  await moveTo(world, '2031-05-23', 10);
  for (const kind of KINDS) {
    const { case: chased } = await of[kind].read();
    const formal = chased.timetable.filter(({ level }: any) => level >= 3);
    const reason = expect.stringContaining(`towards a debtor of kind ${kind} need the rules of his regime`);
    expect(formal).toMatchObject([
      { key: 'formal-notice', status: 'skipped', on: null, reason },
      { key: 'legal-file', status: 'skipped', on: null, reason },
    ]);
    expect(await of[kind].tasks()).toMatchObject([{ kind: 'decide', role: 'manager', details: { endOfCourse: true } }]);
    expect(await of[kind].letters()).toEqual([]);
  }
  ok(await of.consumer.complete('decide', { decision: 'write-off', reason: 'geste commercial' }));
  await of.consumer.expectStatus('closed', 'written-off');
});
