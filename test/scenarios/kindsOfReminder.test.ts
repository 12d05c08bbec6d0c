import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Strategy } from '../../domain/strategy.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { expectSaid } from './expectSaid.ts';
import { follow, plain, type Followed } from './follow.ts';

// Due Fr 4 April 2031: D+3 = Mo 7 Apr. Mo 14 is Easter Monday.

/** `five-days` as a user has it who switched the visit on. */
const withVisits = (): Strategy[] =>
  loadStrategies().map((strategy) => ({
    ...strategy,
    steps: strategy.steps.map((step) =>
      strategy.key === 'five-days' && step.id === 'visit' ? { ...step, enabled: true } : step,
    ),
  }));

let world: World;
let local: Followed;
let far: Followed;
let small: Followed;
beforeAll(async () => {
  world = await createWorld({ strategies: withVisits() });
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  const five = async (id: string, amount: number, debtor: object): Promise<Followed> => {
    const invoice = follow(world, id);
    await invoice.announce({
      strategy: 'five-days',
      amount: euros(amount),
      debtor: { ...aDebtor, id: `debtor-${id}`, ...debtor },
    });
    return invoice;
  };
  local = await five('F-LOCAL', 200_000, { local: true });
  far = await five('F-FAR', 200_000, {});
  small = await five('F-SMALL', 199_999, { local: true });
});
afterAll(() => world.stop());

test('S0.4 the first kind of reminder is written: it leaves with one personal line, and stays as stored bytes', async () => {
  await world.at('2031-04-07', 10);
  for (const invoice of [local, far, small]) ok(await invoice.approve('first-contact'));
  await world.at('2031-04-07', 11);
  const { data } = ok(await world.call('GET', `/v1/messages?invoiceId=${local.id}`));
  expect(data).toMatchObject([
    {
      stepKey: 'first-contact',
      delivery: { mode: 'outbox', status: 'outbox' },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  const { text, html } = ok(await world.call('GET', `/v1/messages/${data[0].id}`));
  expect(plain(text)).toContain('2 000,00 €');
  expect(html).toContain('F-LOCAL');
});

test('S0.4 the second is spoken, to the right person: a wrong one is corrected and rung again the next business day', async () => {
  // Mo 7 + 7 = Mo 14, Easter, so Tu 15 Apr; the right person on We 16.
  await world.at('2031-04-15', 10);
  const task = await local.task('call');
  const wrongId = (await local.read()).debtor.contacts[0].id;
  await local.talk({
    outcome: 'wrong-person',
    spokeTo: 'Standard',
    ...(wrongId ? { contactId: wrongId } : {}),
    contact: { name: 'M. Petit', email: 'petit@dupont.example', phone: '+33145678902' },
  });
  expect(await local.tasks()).toEqual([]);
  expect((await local.read()).debtor.contacts[0]).toMatchObject({ name: 'M. Petit', role: 'accounting' });
  expect(await local.reminders()).toEqual(['first-contact email 2031-04-07 200000']);
  await world.at('2031-04-16', 10);
  const again = await local.task('call');
  expect(again.id).not.toBe(task.id);
  expect(again.details.contact).toMatchObject({ name: 'M. Petit', phone: '+33145678902' });
});

test('S0.4 a call leaves no proof: its record and its written summary are made at once', async () => {
  await local.talk({
    outcome: 'forwarded',
    spokeTo: 'M. Petit',
    notes: 'Attend la signature du directeur.',
    summary: 'Le directeur signe vendredi',
    contact: { name: 'Mme Roy', email: 'roy@dupont.example' },
  });
  const record = await world.store.db.call.findFirst({ where: { invoiceId: local.id, reached: true } });
  expect(record).toMatchObject({
    outcome: 'forwarded',
    spokeTo: 'M. Petit',
    notes: 'Attend la signature du directeur.',
    on: '2031-04-16',
    by: 'Claire',
  });
  const summary = (await local.sent()).at(-1)!;
  expect(summary).toMatchObject({ at: '2031-04-16 10:00', kind: 'call-summary', to: 'petit@dupont.example' });
  expectSaid(
    summary.text,
    'Merci pour cet échange du mercredi 16 avril 2031 | Bonjour Monsieur Petit | Le directeur signe vendredi | transmis la facture à Mme Roy | 2 000,00 € | vendredi 4 avril 2031',
  );
  expect(plain(summary.text)).not.toContain('Attend la signature');
});

test('S0.4 the third is a visit: only to a local business, only above an amount, and its summary is written at once', async () => {
  // Rung on We 16 Apr: + 4 = Su 20, so Mo 21.
  await world.at('2031-04-21', 10);
  const { details, stepKey } = await local.task('visit');
  expect(stepKey).toBe('visit');
  const script = plain(details.script.markdown);
  expectSaid(script, '2 rue Haute | F-LOCAL | 2 000,00 € | Le matin | L’après-midi');
  await world.at('2031-04-21', 16);
  await local.talk({
    outcome: 'promise',
    spokeTo: 'M. Petit',
    on: '2031-04-25',
    amount: euros(200_000),
    means: 'virement',
  });
  const summary = (await local.sent()).at(-1)!;
  expect(summary).toMatchObject({ at: '2031-04-21 16:00', kind: 'call-summary' });
  expect(plain(summary.subject)).toBe('Ma visite du lundi 21 avril 2031 : facture F-LOCAL');
  expect(plain(summary.text)).toContain('payez 2 000,00 € par virement');
  expect(await local.reminders()).toEqual([
    'first-contact email 2031-04-07 200000',
    'other-channel call 2031-04-16 200000',
    'visit visit 2031-04-21 200000',
  ]);
});

test('S0.4 nobody travels far, or for less than the minimum, and the timetable says why', async () => {
  // Their calls lapse five business days after Tu 15 Apr, on Tu 22; the visits fall due afterwards.
  await world.at('2031-04-24', 10);
  const reason = async (invoice: Followed) =>
    (await invoice.read()).case.timetable.find(({ key }: any) => key === 'visit');
  expect(await reason(far)).toMatchObject({ status: 'skipped', reason: 'the debtor is not local' });
  expect(await reason(small)).toMatchObject({
    status: 'skipped',
    reason: expect.stringContaining('below visitMinimum 200000'),
  });
});
