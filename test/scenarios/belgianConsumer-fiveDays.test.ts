import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '../support/story.ts';
import type { World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import {
  ACCESSORIES,
  announced,
  belgianWorld,
  expectAsked,
  expectSevenDaysApart,
  lastLetter,
  lastMail,
  letterEvent,
  NEVER_TO_CONSUMERS,
  stated,
} from './belgianConsumers.ts';
import { moveTo, plain, type Followed } from './follow.ts';

// `five-days` to a Belgian consumer, whole: what the contract allows is claimed from 16 April on (belgianConsumers.ts).

let world: World;
const of = {} as Record<'clause' | 'bare' | 'prompt' | 'principal' | 'whole', Followed>;
const withClause = ['clause', 'principal', 'whole'] as const;
const late = [...withClause, 'bare'] as const;

beforeAll(async () => {
  world = await belgianWorld();
  for (const id of ['clause', 'prompt', 'principal', 'whole'] as const)
    of[id] = await announced(world, id, 'five-days', 'clause');
  of.bare = await announced(world, 'bare', 'five-days', 'no clause');
});
afterAll(() => world.stop());

test('Mo 31 March: the free first reminder, then nothing; who pays within the fourteen days owes nothing more', async () => {
  await moveTo(world, '2031-03-31', 10);
  for (const story of Object.values(of)) {
    expect(await story.reminders()).toEqual(['be-first-reminder email 2031-03-31 120050']);
    // 1 to 14 April; the fourteenth is Easter Monday.
    expect((await story.read()).case.claimableFrom).toBe('2031-04-16');
  }
  await moveTo(world, '2031-04-10', 10);
  expect(await stated(world, of.clause, '2031-04-10')).toEqual([120_050, 0, 0, 120_050]);
  await of.prompt.pay('prompt-1', 120_050, '2031-04-10');
  await of.prompt.expectStatus('closed', 'paid');
  expect(await stated(world, of.prompt, '2031-06-30')).toEqual([0, 0, 0, 0]);
  await moveTo(world, '2031-04-15', 23);
  for (const id of late) {
    await expectAsked(of[id]);
    expect((await of[id].sent()).length, id).toBe(1);
  }
});

test('We 16 April: the other channel is a call; only with a clause does it name what the delay costs', async () => {
  await moveTo(world, '2031-04-16', 10);
  for (const id of late) await expectAsked(of[id], 'call other-channel');
  const script = async (id: (typeof late)[number]): Promise<string> =>
    plain((await of[id].task('call')).details.script.markdown);
  // 16 days: 5.526.
  expect(amountsIn(await script('clause'))).toEqual(expect.arrayContaining(['1 200,50 €', '5,53 €', '100,03 €']));
  expect(await script('clause')).not.toMatch(NEVER_TO_CONSUMERS);
  expect(amountsIn(await script('bare'))).toEqual(['1 200,50 €']);
  expect(await stated(world, of.clause, '2031-04-16')).toEqual([120_050, 553, 10_003, 130_606]);
  expect(await stated(world, of.bare, '2031-04-16')).toEqual([120_050, 0, 0, 120_050]);
});

test('without a clause: she is reached and refuses, and the summary asks for the principal alone', async () => {
  await of.bare.talk({ outcome: 'refused', spokeTo: 'Mme Peeters', reason: 'pas satisfaite du prix' });
  await moveTo(world, '2031-04-16', 11);
  const summary = (await of.bare.sent()).at(-1)!;
  expect([summary.kind, amountsIn(summary.text)]).toEqual(['call-summary', ['1 200,50 €']]);
  expect(summary.text).not.toMatch(ACCESSORIES);
});

test('with one, Th 17 April: not reached three times, it is written, and a person releases what a consumer gets', async () => {
  for (const [day, hour, outcome] of [
    ['2031-04-16', 11, 'no-answer'],
    ['2031-04-16', 15, 'voicemail'],
    ['2031-04-17', 10, 'busy'],
  ] as const) {
    await moveTo(world, day, hour);
    for (const id of withClause) await of[id].talk({ outcome });
  }
  await moveTo(world, '2031-04-17', 11);
  for (const id of withClause) {
    await expectAsked(of[id], 'approve other-channel');
    expect((await of[id].sent()).length).toBe(1);
    ok(await of[id].approve('other-channel'));
  }
  await moveTo(world, '2031-04-17', 12);
  // 17 days: 5.871.
  for (const id of withClause) {
    const { text } = await lastMail(world, of[id]);
    expect(amountsIn(text)).toEqual(expect.arrayContaining(['1 200,50 €', '5,87 €', '100,03 €']));
    expect(text).toContain('10,50 % l’an (CGV 2030)');
    expect(text).toContain('vendredi 25 avril 2031');
    expect(text).not.toMatch(NEVER_TO_CONSUMERS);
  }
});

test('Fr 25 April: she has answered, so a person decides first; then the notice of fifteen days, with nothing added', async () => {
  // Eight days to pay were granted with the call, up to Th 24.
  await moveTo(world, '2031-04-24', 17);
  await expectAsked(of.bare);
  await moveTo(world, '2031-04-25', 10);
  await expectAsked(of.bare, 'decide formal-notice');
  ok(await of.bare.complete('decide', { decision: 'continue' }));
  expect(await of.bare.task('approve')).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
  ok(await of.bare.approve('formal-notice'));
  await of.bare.posted('2031-04-25');
  const letter = await lastLetter(of.bare);
  // Three business days are Mo 28, Tu 29, We 30; fifteen days more are Th 15 May.
  expect(letter).toMatchObject({ kind: 'formal-notice', printedDate: '2031-05-15' });
  // The principal, and that nothing of it was paid.
  expect(amountsIn(letter.text)).toEqual(['1 200,50 €', '0,00 €']);
  expect(letter.text).toContain('jeudi 15 mai 2031');
  expect(letter.text).toMatch(/intérêts au taux légal à compter de la présentation/);
  expect(letter.text).not.toMatch(NEVER_TO_CONSUMERS);
  await expectSevenDaysApart(of.bare);
});

test('Mo 28 April: the day to pay is over, and a manager releases a notice with what the clause allows', async () => {
  // + 8 is Fr 25 April, which is still granted.
  for (const id of withClause) await expectAsked(of[id]);
  await moveTo(world, '2031-04-28', 10);
  for (const id of withClause) {
    expect(await of[id].task('approve'), id).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
    ok(await of[id].approve('formal-notice'));
    await of[id].posted('2031-04-28');
    const letter = await lastLetter(of[id]);
    // Three business days are Tu 29, We 30, Fr 2 May; fifteen days more are Sa 17, so Mo 19 May.
    expect(letter).toMatchObject({ kind: 'formal-notice', printedDate: '2031-05-19' });
    // 28 days: 9.670.
    expect(amountsIn(letter.text)).toEqual(expect.arrayContaining(['9,67 €', '100,03 €', '1 310,20 €']));
    expect(letter.text).toContain('lundi 19 mai 2031');
    expect(letter.text).not.toMatch(NEVER_TO_CONSUMERS);
    await expectSevenDaysApart(of[id]);
  }
});

test('Mo 5 May: the principal comes in after the notice; what the clause allows is left, and a person lets it go', async () => {
  await moveTo(world, '2031-05-05', 10);
  await letterEvent(world, of.bare, 'presented', '2031-04-29');
  for (const id of withClause) await letterEvent(world, of[id], 'presented', '2031-04-30');
  await of.principal.pay('principal-1', 120_050, '2031-05-05');
  // 35 days: 12.087; with the indemnity 112.12.
  expect(await of.principal.task('accessories')).toMatchObject({
    details: { amountMinor: 11_212, interestMinor: 1_209, indemnityMinor: 10_003 },
  });
  ok(await of.principal.complete('accessories', { decision: 'waive' }));
  await of.principal.expectStatus('closed', 'paid');
  await of.whole.pay('whole-1', 131_262, '2031-05-05');
  await of.whole.expectStatus('closed', 'paid');
  expect(await stated(world, of.whole, '2031-05-05')).toEqual([0, 1_209, 10_003, 0]);
  expect(await of.whole.tasks()).toEqual([]);
});

test('two silent bank days after the printed day a manager is asked for the legal file', async () => {
  // Printed Th 15 May; bank days Fr 16 and Mo 19.
  await moveTo(world, '2031-05-19', 23);
  await expectAsked(of.bare);
  await moveTo(world, '2031-05-20', 10);
  expect(await of.bare.task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-05-20' });
  // From 30 April, the day after the presentation: 21 days, 3.108.
  expect(await stated(world, of.bare, '2031-05-20')).toEqual([120_050, 311, 0, 120_361]);
  // Printed Mo 19 May; bank days Tu 20 and We 21, Ascension on Th 22.
  await moveTo(world, '2031-05-22', 23);
  await expectAsked(of.clause);
  await moveTo(world, '2031-05-23', 10);
  expect(await of.clause.task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-05-23' });
  // 53 days: 18.304.
  expect(await stated(world, of.clause, '2031-05-23')).toEqual([120_050, 1_830, 10_003, 131_883]);
});

test('handed over, Huitaine is silent; not pursued, a manager decides and sees when the claim may be too old', async () => {
  ok(await of.clause.complete('legal-file', { decision: 'handed-over', reason: 'cabinet Janssens' }));
  await of.clause.expectStatus('handed-over');
  ok(await of.bare.complete('legal-file', { decision: 'not-pursued', reason: 'trop peu pour un procès' }));
  // What a merchant sold to a consumer is presumed paid after a year.
  expect(await of.bare.task('decide')).toMatchObject({
    details: { endOfCourse: true, limitation: { on: '2032-03-28', source: expect.stringContaining('2272') } },
  });
  ok(await of.bare.complete('decide', { decision: 'write-off' }));
  await of.bare.expectStatus('closed', 'written-off');
  const before = await Promise.all(Object.values(of).map((story) => story.sent()));
  await moveTo(world, '2031-08-01', 10);
  expect(await Promise.all(Object.values(of).map((story) => story.sent()))).toEqual(before);
  expect(await of.clause.reminders()).toEqual([
    'be-first-reminder email 2031-03-31 120050',
    'other-channel email 2031-04-17 120050',
    'formal-notice registered-letter 2031-04-28 120050',
  ]);
});
