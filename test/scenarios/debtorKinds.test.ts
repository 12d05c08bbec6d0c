import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';

/*
 * A French creditor. Due on Friday 4 April 2031. `progressive`: D-8 = Th 27 Mar, D-3 = Tu 1 Apr, D+1 = Mo 7 Apr,
 * D+15 = Mo 21 Apr, D+30 = Mo 5 May, D+45 = Mo 19 May. Easter Monday is 14 April, Ascension 22 May.
 */

let world: World;
const of = {} as Record<
  'consumer' | 'association' | 'town' | 'rung-town' | 'rung-consumer' | 'letter-consumer',
  Followed
>;

const announced = async (
  id: keyof typeof of,
  kind: string,
  strategy: string,
  debtor: Record<string, unknown> = {},
  invoice: Record<string, unknown> = {},
) => {
  of[id] = follow(world, id);
  await of[id].announce({
    strategy,
    ...invoice,
    debtor: { ...aDebtor, id: `debtor-${id}`, kind, name: 'Destinataire', ...debtor },
  });
};

beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  for (const [series, ratePct] of [
    ['ECB_MRO', '2.15'],
    ['FR_LEGAL_OTHER', '2.62'],
  ] as const)
    await world.store.db.rate.create({
      data: {
        series,
        from: '2031-01-01',
        to: '2031-06-30',
        ratePct,
        confidence: 'official',
        source: 'test',
        why: 'test',
        by: 'test',
        recordedAt: new Date(await world.now()),
      },
    });
  await announced('consumer', 'consumer', 'progressive');
  await announced('association', 'non-professional', 'progressive');
  await announced('town', 'public', 'progressive', {}, { orderReference: 'BC-77', serviceReference: 'SCE-12' });
  await announced('rung-town', 'public', 'statement-first');
  await announced('rung-consumer', 'consumer', 'close-contact');
  await announced('letter-consumer', 'consumer', 'five-days', { preferredChannel: 'letter' });
});
afterAll(() => world.stop());

const openKinds = async (id: keyof typeof of) => (await of[id].tasks()).map((task) => [task.kind, task.stepKey]);
const last = async (id: keyof typeof of) => (await of[id].sent()).at(-1)!;

test('S2.3 before the due date a consumer is not rung; an association and a public body are', async () => {
  await moveTo(world, '2031-03-27', 10);
  for (const id of ['consumer', 'association', 'town'] as const)
    expect((await of[id].sent()).map(({ at }) => at)).toEqual(['2031-03-27 09:00']);
  await moveTo(world, '2031-04-01', 10);
  expect(await openKinds('consumer')).toEqual([]);
  expect((await of['rung-consumer'].steps())['courtesy-call']).toBe('skipped');
  for (const id of ['association', 'town'] as const) {
    expect(await openKinds(id)).toEqual([['call', 'pre-call']]);
    await of[id].talk({ outcome: 'satisfied' });
  }
});

test('the first reminder leaves by itself as the strategy says, and recalls only what the law gives', async () => {
  await moveTo(world, '2031-04-07', 10);
  for (const id of ['consumer', 'association', 'town'] as const)
    expect(await of[id].reminders(), id).toContain('first-reminder email 2031-04-07 120050');
  for (const id of ['consumer', 'association'] as const) {
    const { text } = await last(id);
    expect(amountsIn(text)).toEqual(['1 200,50 €']);
    expect(text).not.toMatch(/pénalité|intérêt|indemnité|frais|mise en demeure|tribunal|juridiction|professionnel/i);
  }
  const { text } = await last('town');
  expect(text).toMatch(/intérêts moratoires/);
  expect(text).toContain('BC-77');
  expect(text).toContain('SCE-12');
  expect(text).not.toMatch(/tribunal|juridiction/);
});

test('where the strategy would ring first, a public body and a consumer are written to: the caller releases the text', async () => {
  expect(await openKinds('rung-town')).toEqual([['approve', 'courtesy-call']]);
  expect(await openKinds('rung-consumer')).toEqual([['approve', 'due-call']]);
  ok(await of['rung-town'].approve('courtesy-call'));
  ok(await of['rung-consumer'].approve('due-call'));
  await moveTo(world, '2031-04-07', 11);
  expect(await of['rung-town'].reminders()).toContain('courtesy-call email 2031-04-07 120050');
  expect(await of['rung-consumer'].reminders()).toEqual(['due-call email 2031-04-07 120050']);
  expect((await last('rung-consumer')).text).not.toMatch(/pénalité|intérêt|indemnité|frais/i);
});

test('a consumer who prefers letters gets the first contact of five-days by post', async () => {
  expect(await openKinds('letter-consumer')).toEqual([['approve', 'first-contact']]);
  expect((await of['letter-consumer'].draft('first-contact')).channel).toBe('letter');
  ok(await of['letter-consumer'].approve('first-contact'));
  await moveTo(world, '2031-04-07', 12);
  expect(await openKinds('letter-consumer')).toEqual([['post-letter', 'first-contact']]);
  await of['letter-consumer'].posted('2031-04-07');
  expect(await of['letter-consumer'].reminders()).toEqual(['first-contact letter 2031-04-07 120050']);
});

test('from level 2 on a person releases what a consumer gets, seven days apart at least', async () => {
  // close-contact: prev + 4 would be Fr 11 April; seven days after the 7th are Easter Monday, so Tu 15.
  await moveTo(world, '2031-04-15', 10);
  expect(await openKinds('rung-consumer')).toEqual([['call', 'follow-up-call']]);
  // statement-first to a public body: prev + 7 is Easter Monday; it leaves by itself, and interest can't be given up.
  expect(await of['rung-town'].reminders()).toContain('email-reminder email 2031-04-15 120050');
  const { text } = await last('rung-town');
  expect(text).toMatch(/intérêts moratoires/);
  expect(text).not.toMatch(/ne vous réclamerons rien de plus/);
  await moveTo(world, '2031-04-21', 10);
  for (const id of ['consumer', 'association', 'town'] as const) {
    expect(await openKinds(id), id).toEqual([['approve', 'second-reminder']]);
    ok(await of[id].approve('second-reminder'));
  }
  await moveTo(world, '2031-04-22', 10);
  // The strategy's day after; a consumer is rung a week later.
  expect(await openKinds('association')).toEqual([['call', 'reminder-call']]);
  expect(await openKinds('town')).toEqual([['call', 'reminder-call']]);
  expect(await openKinds('consumer')).toEqual([]);
  await moveTo(world, '2031-04-28', 10);
  expect(await openKinds('consumer')).toEqual([['call', 'reminder-call']]);
  const { details } = await of.consumer.task('call');
  expect(plain(details.script.markdown)).toContain('Ne parlez ni d’intérêts, ni de frais, ni de tribunal');
  await of.consumer.talk({ outcome: 'forwarded', contact: { name: 'M. Durand', email: 'durand@dupont.example' } });
});

test('the formal notice reaches each: 15 days to a consumer and an association, 30 to a public body and without a court', async () => {
  // Third reminder: due + 30 is Su 4 May, so Mo 5; the consumer's a week after the call all the same.
  await moveTo(world, '2031-05-05', 10);
  for (const id of ['consumer', 'association', 'town'] as const) {
    expect(await openKinds(id), id).toEqual([['approve', 'third-reminder']]);
    ok(await of[id].approve('third-reminder'));
  }
  await moveTo(world, '2031-05-19', 10);
  for (const id of ['consumer', 'association', 'town'] as const) {
    expect(await openKinds(id), id).toEqual([['approve', 'formal-notice']]);
    ok(await of[id].approve('formal-notice'));
  }
  await moveTo(world, '2031-05-19', 11);
  const letter = async (id: keyof typeof of) => {
    const made = (await of[id].letters()).at(-1)!;
    expect(made).toMatchObject({ kind: 'formal-notice' });
    return { printedDate: made.printedDate, text: await letterText(made.bytes) };
  };
  // Posted on Mo 19 May, presented on Fr 23 (Th 22 is Ascension): 15 days more are Sa 7 June, so Mo 9; 30 are Su 22 June, so Mo 23.
  const consumer = await letter('consumer');
  const association = await letter('association');
  const town = await letter('town');
  expect([consumer.printedDate, association.printedDate, town.printedDate]).toEqual([
    '2031-06-09',
    '2031-06-09',
    '2031-06-23',
  ]);
  for (const { text } of [consumer, association]) {
    expect(text).toMatch(/MISE EN DEMEURE/);
    expect(text).toMatch(/1344/);
    // Nothing but the principal, and that nothing of it was paid.
    expect(amountsIn(text)).toEqual(['1 200,50 €', '0,00 €']);
    expect(text).toMatch(/intérêts au taux légal à compter de la présentation/);
    expect(text).not.toMatch(/à vos frais|frais de/);
  }
  expect(town.text).not.toMatch(/tribunal|juridiction|action en justice/);
  // 45 days at 2.15 + 8 % on 1,200.50, and the indemnity.
  expect(town.text).toContain('RÉCLAMATION');
  expect(amountsIn(town.text)).toEqual(expect.arrayContaining(['15,02 €', '40,00 €', '1 255,52 €']));
});

test('a posted notice leads to the legal file for a consumer, too', async () => {
  await of.consumer.posted('2031-05-19');
  // Printed Mo 9 June, bank days Tu 10 and We 11, one business day: Th 12.
  await moveTo(world, '2031-06-12', 10);
  expect(await openKinds('consumer')).toEqual([['legal-file', 'legal-file']]);
});
