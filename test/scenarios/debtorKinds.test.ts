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
  'consumer' | 'association' | 'town' | 'rung-town' | 'rung-consumer' | 'letter-consumer' | 'pressed',
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
  const read = { from: '2031-01-01', confidence: 'official', source: 'the decree', why: 'of the stories' };
  ok(
    await world.call('PUT', '/v1/rates', [
      { ...read, series: 'ECB_MRO', ratePct: '2.15' },
      { ...read, series: 'FR_LEGAL_OTHER', ratePct: '2.62' },
    ]),
    200,
  );
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

test('four approaches in thirty days are all that a consumer gets, whoever made the first of them', async () => {
  // Announced on Mo 28 April at ten, reminded by others on 7, 14 and 21 April: the next business day, seven days later anyway.
  const earlier = ['2031-04-07', '2031-04-14', '2031-04-21'].map((on) => ({ on, channel: 'email', level: 1 }));
  await announced('pressed', 'consumer', 'progressive', {}, { priorReminders: earlier, startAt: 'second-reminder' });
  await moveTo(world, '2031-04-29', 10);
  expect(await openKinds('pressed')).toEqual([['approve', 'second-reminder']]);
  ok(await of.pressed.approve('second-reminder'));
  await moveTo(world, '2031-04-29', 11);
  expect(await of.pressed.reminders()).toEqual(['second-reminder email 2031-04-29 120050']);
  // A week later is Tu 6 May, but 7, 14, 21 and 29 April are four: the 31st day after the first is Th 8 May, a holiday.
  const { case: chased } = await of.pressed.read();
  expect(chased.timetable.find(({ key }: any) => key === 'reminder-call')).toMatchObject({ on: '2031-05-09' });
});

test('the formal notice reaches each: 15 days to a consumer and an association, 30 to a public body and without a court', async () => {
  // Third reminder: due + 30 is Su 4 May, so Mo 5; the consumer's a week after the call all the same.
  await moveTo(world, '2031-05-05', 10);
  for (const id of ['consumer', 'association', 'town'] as const) {
    expect(await openKinds(id), id).toEqual([['approve', 'third-reminder']]);
    ok(await of[id].approve('third-reminder'));
  }
  await moveTo(world, '2031-05-07', 18);
  expect(await openKinds('pressed')).toEqual([]);
  await moveTo(world, '2031-05-09', 10);
  expect(await openKinds('pressed')).toEqual([['call', 'reminder-call']]);
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

const stated = async (id: keyof typeof of, on: string): Promise<readonly number[]> => {
  const { principal, interest, indemnity, notClaimed, total } = ok(
    await world.call('GET', `/v1/invoices/${of[id].id}/statement?on=${on}`),
  );
  return [principal, interest.amount, indemnity, notClaimed, total].map(({ minor }) => minor);
};

test('presented, the notice makes the legal rate run for a consumer and an association; paid, it stops', async () => {
  for (const id of ['consumer', 'association', 'town'] as const) await of[id].posted('2031-05-19');
  await moveTo(world, '2031-05-23', 10);
  for (const id of ['consumer', 'association', 'town'] as const) {
    const { id: document } = (await of[id].letters()).at(-1)!;
    ok(await world.call('POST', `/v1/letters/${document}/events`, { kind: 'presented', on: '2031-05-23' }));
  }
  expect(await stated('consumer', '2031-05-23')).toEqual([120_050, 0, 0, 0, 120_050]);
  await moveTo(world, '2031-06-03', 10);
  await of.association.pay('association-1', 120_050, '2031-06-03');
  await of.association.expectStatus('closed', 'paid');
  // 2.62 % from 24 May: 11 days, 0.948; asked no more.
  expect(await stated('association', '2031-06-03')).toEqual([0, 95, 0, 95, 0]);
  expect(await openKinds('association')).toEqual([]);
});

test('a posted notice leads a consumer’s case to the legal file, and to a decision that knows the two years', async () => {
  // Printed Mo 9 June, bank days Tu 10 and We 11, one business day: Th 12.
  await moveTo(world, '2031-06-11', 23);
  expect(await openKinds('consumer')).toEqual([]);
  await moveTo(world, '2031-06-12', 10);
  expect(await openKinds('consumer')).toEqual([['legal-file', 'legal-file']]);
  // 20 days: 1.723; never the 40 euros.
  expect(await stated('consumer', '2031-06-12')).toEqual([120_050, 172, 0, 0, 120_222]);
  ok(await of.consumer.complete('legal-file', { decision: 'not-pursued', reason: 'trop peu pour un procès' }));
  expect(await of.consumer.task('decide')).toMatchObject({
    details: { endOfCourse: true, limitation: { on: '2033-04-04', source: expect.stringContaining('L. 218-2') } },
  });
  ok(await of.consumer.complete('decide', { decision: 'irrecoverable' }));
  await of.consumer.expectStatus('closed', 'irrecoverable');
});

test('a public body has its thirty days; its interest is owed by law, and not pursuing it gives nothing up', async () => {
  // Printed Mo 23 June; bank days Tu 24 and We 25.
  await moveTo(world, '2031-06-25', 23);
  expect(await openKinds('town')).toEqual([]);
  await moveTo(world, '2031-06-26', 10);
  expect(await openKinds('town')).toEqual([['legal-file', 'legal-file']]);
  // 83 days at 10.15 %: 27.709.
  expect(await stated('town', '2031-06-26')).toEqual([120_050, 2_771, 4_000, 0, 126_821]);
  await of.town.pay('town-1', 120_050, '2031-06-26');
  await of.town.expectStatus('closed', 'paid');
  expect(await stated('town', '2031-06-26')).toEqual([0, 2_771, 4_000, 6_771, 0]);
  expect(ok(await world.call('GET', '/v1/invoices/town/statement'))).toMatchObject({
    accessories: { waived: false, promises: [] },
  });
  expect(await of.town.reminders()).toEqual([
    'pre-reminder email 2031-03-27 120050',
    'pre-call call 2031-04-01 120050',
    'first-reminder email 2031-04-07 120050',
    'second-reminder email 2031-04-21 120050',
    'third-reminder email 2031-05-05 120050',
    'formal-notice registered-letter 2031-05-19 120050',
  ]);
});
