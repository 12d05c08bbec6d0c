import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '../support/story.ts';
import type { World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import {
  ACCESSORIES,
  aConsumer,
  belgianWorld,
  CLAUSE,
  DUE,
  expectAsked,
  expectSevenDaysApart,
  lastLetter,
  lastMail,
  letterEvent,
  NEVER_TO_CONSUMERS,
  stated,
} from './belgianConsumers.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';

/*
 * Five consumers, one under each strategy, through the free first reminder and its wait (belgianConsumers.ts). `progressive`
 * and `close-contact` without a clause are told to their end here, the others in files of their own.
 */

let world: World;
const of = {} as Record<
  'progressive' | 'without-clause' | 'five-days' | 'procedure' | 'close-contact' | 'statement-first',
  Followed
>;

const announced = async (id: keyof typeof of, strategy: string, debtor: Record<string, unknown> = {}) => {
  of[id] = follow(world, id);
  await of[id].announce({ strategy, dueOn: DUE, debtor: aConsumer(id, debtor) });
};

beforeAll(async () => {
  world = await belgianWorld();
  await announced('progressive', 'progressive', { terms: CLAUSE });
  await announced('without-clause', 'progressive');
  await announced('five-days', 'five-days', { terms: CLAUSE });
  await announced('procedure', 'procedure');
  await announced('close-contact', 'close-contact', { contacts: [{ name: 'Mme Peeters', phone: '+3224567890' }] });
  await announced('statement-first', 'statement-first', { terms: CLAUSE });
});
afterAll(() => world.stop());

const rowOf = async (story: Followed, key: string) =>
  (await story.read()).case.timetable.find((row: { key: string }) => row.key === key);

const openKinds = async (story: Followed) => (await story.tasks()).map((task) => [task.kind, task.stepKey]);

test('on the first day the timetable holds the free first reminder; the strategy’s own level 1 steps are skipped and say why', async () => {
  const { case: chased } = await of.progressive.read();
  expect(chased.claimableFrom).toBeNull();
  expect(chased.timetable.map((row: any) => [row.key, row.status, row.on])).toEqual([
    ['pre-reminder', 'planned', '2031-03-20'],
    ['pre-call', 'skipped', null],
    ['be-first-reminder', 'planned', '2031-03-31'],
    ['first-reminder', 'skipped', null],
    ['second-reminder', 'planned', '2031-04-16'],
    ['reminder-call', 'planned', '2031-04-23'],
    ['third-reminder', 'planned', '2031-04-30'],
    ['formal-notice', 'planned', '2031-05-12'],
    ['legal-file', 'planned', '2031-06-04'],
  ]);
  expect(await rowOf(of.progressive, 'first-reminder')).toMatchObject({
    reason: "the law's free first reminder, be-first-reminder, comes in its place",
  });
  expect(await rowOf(of.progressive, 'second-reminder')).toMatchObject({ provisional: true });
  expect(await rowOf(of.progressive, 'be-first-reminder')).toMatchObject({ approval: 'auto', level: 1 });
  expect((await of['five-days'].steps())['first-contact']).toBe('skipped');
  expect((await of.procedure.steps())['further-reminder:3']).toBe('skipped');
  expect((await of['close-contact'].steps())['courtesy-call']).toBe('skipped');
});

test('nobody leaves it out: not by startAt, not by hand, and it isn’t run before the due date', async () => {
  const started = follow(world, 'started-late');
  const answer = await started.announce({
    dueOn: DUE,
    startAt: 'third-reminder',
    debtor: aConsumer('started-late'),
  });
  expect(answer.warnings).toMatchObject([{ code: 'STEP_MANDATORY' }]);
  expect(await started.steps()).toMatchObject({ 'be-first-reminder': 'planned', 'second-reminder': 'skipped' });
  ok(await started.act('cancellation', { reason: 'essai' }));

  const skipped = await of.progressive.act('steps/be-first-reminder/skip', { reason: 'geste commercial' });
  expect([skipped.status, skipped.body.code]).toEqual([409, 'STEP_MANDATORY']);
});

test('progressive and five-days: it leaves by itself on the first post-due day, by e-mail, free and with all the law asks', async () => {
  await moveTo(world, '2031-03-31', 10);
  for (const id of ['progressive', 'without-clause', 'five-days', 'statement-first'] as const) {
    const reminder = (await of[id].sent()).at(-1)!;
    expect(reminder, id).toMatchObject({ at: '2031-03-31 09:00', to: 'jeanne@peeters.example', kind: 'reminder' });
    expect(reminder.text).toContain('1 200,50 €');
    expect(reminder.text).toContain('0403.170.701');
    expect(reminder.text).toContain('Maintenance, février');
    expect(reminder.text).toContain('vendredi 28 mars 2031');
    // 1 to 14 April; the fourteenth day is Easter Monday.
    expect(reminder.text).toMatch(/mardi 15 avril 2031/);
    expect(reminder.text).not.toMatch(/mise en demeure|tribunal|frais|huissier|avocat/i);
    expect(await of[id].reminders()).toContain('be-first-reminder email 2031-03-31 120050');
    expect((await of[id].read()).case).toMatchObject({ claimableFrom: '2031-04-16' });
  }
});

test('with a clause it names the indemnity and the rate that will follow, without one neither', async () => {
  // CDE XIX.4 on 1,200.50: 65 + 5 % of 700.50.
  for (const id of ['progressive', 'five-days', 'statement-first'] as const) {
    const { text } = (await of[id].sent()).at(-1)!;
    expect(amountsIn(text)).toContain('100,03 €');
    expect(text).toMatch(/10,5 ?0? %/);
  }
  const { text } = (await of['without-clause'].sent()).at(-1)!;
  expect(amountsIn(text)).toEqual(['1 200,50 €']);
  expect(text).not.toMatch(/indemnité|intérêts?|%/i);
});

test('close-contact: without an e-mail address it is a letter, and the days count from the third working day', async () => {
  expect(await openKinds(of['close-contact'])).toEqual([['post-letter', 'be-first-reminder']]);
  const [letter] = await of['close-contact'].letters();
  const text = await letterText(letter!.bytes);
  expect(text).toContain('1 200,50 €');
  // Posted on 31 March: 1, 2, 3 April are working days; the days are 3 to 16 April.
  expect(text).toContain('mercredi 16 avril 2031');
  expect((await of['close-contact'].read()).case.claimableFrom).toBeNull();
  await of['close-contact'].posted('2031-03-31');
  expect((await of['close-contact'].read()).case.claimableFrom).toBe('2031-04-17');
  expect(await rowOf(of['close-contact'], 'follow-up-call')).toMatchObject({
    status: 'waiting-legal',
    on: '2031-04-17',
    provisional: false,
  });
});

test('procedure: it comes on the strategy’s own fifth day', async () => {
  expect(await of.procedure.reminders()).toEqual([]);
  await moveTo(world, '2031-04-02', 10);
  expect(await of.procedure.reminders()).toEqual(['be-first-reminder email 2031-04-02 120050']);
  expect((await of.procedure.read()).case).toMatchObject({ claimableFrom: '2031-04-17' });
});

test('until claimableFrom nothing comes, nothing is asked of a person, and nobody can have it done', async () => {
  const before = await Promise.all(Object.values(of).map((story) => story.sent()));
  await moveTo(world, '2031-04-10', 10);
  const { case: waiting } = await of.progressive.read();
  expect(waiting).toMatchObject({ status: 'chasing', claimableFrom: '2031-04-16', nextStep: 'second-reminder' });
  expect(waiting.why).toBe(
    'Waits as the law asks after the free first reminder: nothing before 2031-04-16; second-reminder (email) on 2031-04-16.',
  );
  expect(await rowOf(of.progressive, 'second-reminder')).toMatchObject({ status: 'waiting-legal', on: '2031-04-16' });
  expect(await rowOf(of.progressive, 'reminder-call')).toMatchObject({ status: 'planned' });
  const run = await of.progressive.act('steps/second-reminder/run');
  expect([run.status, run.body.code]).toEqual([409, 'LEGAL_WAIT']);
  expect(run.body.detail).toContain('2031-04-16');
  const rung = await of['five-days'].act('calls', {
    outcome: 'refused',
    spokeTo: 'Mme Peeters',
    reason: 'pas satisfaite',
    countsAsStep: 'other-channel',
  });
  expect([rung.status, rung.body.code]).toEqual([409, 'LEGAL_WAIT']);

  await moveTo(world, '2031-04-15', 23);
  for (const [index, story] of Object.values(of).entries()) {
    expect(await story.sent(), story.id).toEqual(before[index]);
    expect(await openKinds(story), story.id).toEqual([]);
  }
});

test('progressive: then the e-mail of level 2, which a person releases; with a clause it says what the delay costs', async () => {
  await moveTo(world, '2031-04-16', 10);
  for (const id of ['progressive', 'without-clause'] as const) {
    expect(await openKinds(of[id])).toEqual([['approve', 'second-reminder']]);
    ok(await of[id].approve('second-reminder'));
  }
  await moveTo(world, '2031-04-16', 11);
  const { text } = await lastMail(world, of.progressive);
  // 16 days: 5.526. Seven days to pay: We 23.
  expect(amountsIn(text)).toEqual(expect.arrayContaining(['1 200,50 €', '5,53 €', '100,03 €']));
  expect(text).toMatch(/au plus tard le mercredi 23 avril 2031, nous ne vous réclamerons rien de plus/);
  expect(text).not.toMatch(NEVER_TO_CONSUMERS);
  const { text: bare } = await lastMail(world, of['without-clause']);
  expect(amountsIn(bare)).toEqual(['1 200,50 €']);
  expect(bare).not.toMatch(ACCESSORIES);
});

test('five-days and statement-first: a call, and an e-mail that would leave by itself to others', async () => {
  expect(await openKinds(of['five-days'])).toEqual([['call', 'other-channel']]);
  expect(await openKinds(of['statement-first'])).toEqual([['approve', 'email-reminder']]);
  ok(await of['statement-first'].approve('email-reminder'));
  await of['five-days'].talk({ outcome: 'refused', reason: 'ne veut pas payer' });
  await moveTo(world, '2031-04-16', 12);
  expect(await of['statement-first'].reminders()).toEqual([
    'statement email 2031-03-21 120050',
    'be-first-reminder email 2031-03-31 120050',
    'email-reminder email 2031-04-16 120050',
  ]);
});

test('procedure and close-contact: a call, then a draft seven days later at the earliest, then a notice of fifteen days', async () => {
  await moveTo(world, '2031-04-17', 10);
  expect(await openKinds(of.procedure)).toEqual([['call', 'reminder-call']]);
  expect(await openKinds(of['close-contact'])).toEqual([['call', 'follow-up-call']]);
  const { details } = await of['close-contact'].task('call');
  expect(plain(details.script.markdown)).not.toMatch(/pénalités|indemnité/);
  // Nobody rings for procedure: five business days later (Easter Monday isn't behind them any more) it goes on.
  await of['close-contact'].talk({ outcome: 'refused', reason: 'ne veut pas payer' });
  // The visit is for businesses; the letter keeps seven days after the call.
  await moveTo(world, '2031-04-24', 10);
  expect(await openKinds(of['close-contact'])).toEqual([['approve', 'neutral-letter']]);
  ok(await of['close-contact'].approve('neutral-letter'));
  await moveTo(world, '2031-04-24', 11);
  const letter = (await of['close-contact'].letters()).at(-1)!;
  // Planned for 24 April, presented on the 29th; fifteen days more are 14 May.
  expect(letter).toMatchObject({ printedDate: '2031-05-14', kind: 'neutral-letter' });
  const text = await letterText(letter.bytes);
  expect(text).toContain('mercredi 14 mai 2031');
  expect(text).not.toMatch(/livraisons sont suspendues|à vos frais|40,00 €/);
  await of['close-contact'].posted('2031-04-24');
  expect((await of['close-contact'].steps())['stop-deliveries']).toBe('skipped');
});

const progressive = ['progressive', 'without-clause'] as const;

test('progressive, Fr 2 May: the third reminder, after the call that nobody made, says when a notice follows', async () => {
  // Nobody rings on We 23 April: five business days later, after We 30, the call lapses; Th 1 May is closed.
  await moveTo(world, '2031-05-02', 10);
  for (const id of progressive) {
    await expectAsked(of[id], 'approve third-reminder');
    ok(await of[id].approve('third-reminder'));
  }
  await moveTo(world, '2031-05-02', 11);
  for (const id of progressive) {
    const { text } = await lastMail(world, of[id]);
    // Eight days to pay are Sa 10, so Mo 12; the notice on the day after.
    expect(text).toContain('lundi 12 mai 2031');
    expect(text).toContain('mise en demeure le mardi 13 mai 2031');
    expect(text).not.toMatch(NEVER_TO_CONSUMERS);
  }
  // 32 days: 11.051.
  expect(amountsIn((await lastMail(world, of.progressive)).text)).toEqual(
    expect.arrayContaining(['1 200,50 €', '11,05 €', '100,03 €']),
  );
  expect(amountsIn((await lastMail(world, of['without-clause'])).text)).toEqual(['1 200,50 €']);
});

test('progressive, Tu 13 May: the notice comes by registered letter, grants fifteen days and asks for what the clause allows', async () => {
  await moveTo(world, '2031-05-12', 23);
  for (const id of progressive) await expectAsked(of[id]);
  await moveTo(world, '2031-05-13', 10);
  for (const id of progressive) {
    expect(await of[id].task('approve')).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
    ok(await of[id].approve('formal-notice'));
    await of[id].posted('2031-05-13');
    const letter = await lastLetter(of[id]);
    // We 14, Th 15, Fr 16; fifteen days more are Sa 31 May, so Tu 3 June (Mo 2 is Whit Monday).
    expect(letter).toMatchObject({ kind: 'formal-notice', printedDate: '2031-06-03' });
    expect(letter.text).not.toMatch(NEVER_TO_CONSUMERS);
    await expectSevenDaysApart(of[id]);
  }
  // 43 days: 14.850.
  expect(amountsIn((await lastLetter(of.progressive)).text)).toEqual(
    expect.arrayContaining(['14,85 €', '100,03 €', '1 315,38 €']),
  );
  expect(amountsIn((await lastLetter(of['without-clause'])).text)).toEqual(['1 200,50 €', '0,00 €']);
});

test('close-contact: the letter is a notice; two silent bank days after its printed day the legal file, and a payment ends it', async () => {
  await letterEvent(world, of['close-contact'], 'presented', '2031-04-29');
  // Printed We 14 May; bank days Th 15 and Fr 16.
  await moveTo(world, '2031-05-16', 23);
  await expectAsked(of['close-contact']);
  await moveTo(world, '2031-05-19', 10);
  expect(await of['close-contact'].task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-05-19' });
  // No clause: from 30 April, the day after the presentation, 20 days, 2.960.
  expect(await stated(world, of['close-contact'], '2031-05-19')).toEqual([120_050, 296, 0, 120_346]);
  await of['close-contact'].pay('close-contact-1', 120_346, '2031-05-19');
  await of['close-contact'].expectStatus('closed', 'paid');
  await expectAsked(of['close-contact']);
  expect(await of['close-contact'].reminders()).toEqual([
    'be-first-reminder letter 2031-03-31 120050',
    'follow-up-call call 2031-04-17 120050',
    'neutral-letter registered-letter 2031-04-24 120050',
  ]);
});

test('progressive: two silent bank days, then a manager decides about the legal file; a payment ends it', async () => {
  await moveTo(world, '2031-05-21', 10);
  for (const id of progressive) await letterEvent(world, of[id], 'delivered', '2031-05-16');
  // Printed Tu 3 June; bank days We 4 and Th 5.
  await moveTo(world, '2031-06-05', 23);
  for (const id of progressive) await expectAsked(of[id]);
  await moveTo(world, '2031-06-06', 10);
  for (const id of progressive)
    expect(await of[id].task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-06-06' });
  // 67 days: 23.138. Without a clause from 17 May: 21 days, 3.108.
  expect(await stated(world, of.progressive, '2031-06-06')).toEqual([120_050, 2_314, 10_003, 132_367]);
  expect(await stated(world, of['without-clause'], '2031-06-06')).toEqual([120_050, 311, 0, 120_361]);
  ok(await of['without-clause'].complete('legal-file', { decision: 'not-pursued', reason: 'trop peu' }));
  expect(await of['without-clause'].task('decide')).toMatchObject({
    details: { endOfCourse: true, limitation: { on: '2032-03-28' } },
  });
  await of.progressive.pay('progressive-1', 132_367, '2031-06-06');
  await of.progressive.expectStatus('closed', 'paid');
  await expectAsked(of.progressive);
  expect(await of.progressive.reminders()).toEqual([
    'pre-reminder email 2031-03-20 120050',
    'be-first-reminder email 2031-03-31 120050',
    'second-reminder email 2031-04-16 120050',
    'third-reminder email 2031-05-02 120050',
    'formal-notice registered-letter 2031-05-13 120050',
  ]);
});
