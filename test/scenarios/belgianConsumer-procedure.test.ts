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

// `procedure` to a Belgian consumer, whole: the free first reminder on We 2 April, so that interest runs from 3 April and
// may be named from 17 April on. What it costs is given up if the printed day is kept (belgianConsumers.ts).

let world: World;
const of = {} as Record<'clause' | 'kept' | 'after' | 'bare', Followed>;
const withClause = ['clause', 'kept', 'after'] as const;

beforeAll(async () => {
  world = await belgianWorld();
  for (const id of withClause) of[id] = await announced(world, id, 'procedure', 'clause');
  of.bare = await announced(world, 'bare', 'procedure', 'no clause');
});
afterAll(() => world.stop());

test('We 2 April: the free first reminder on the strategy’s fifth day, then fourteen days of silence', async () => {
  await moveTo(world, '2031-04-02', 10);
  for (const story of Object.values(of)) {
    expect(await story.reminders()).toEqual(['be-first-reminder email 2031-04-02 120050']);
    // 3 to 16 April.
    expect((await story.read()).case.claimableFrom).toBe('2031-04-17');
  }
  const { text } = await lastMail(world, of.clause);
  expect(amountsIn(text)).toEqual(['1 200,50 €', '100,03 €']);
  expect(text).toContain('10,50 % l’an à compter du jeudi 3 avril 2031');
  expect(amountsIn((await lastMail(world, of.bare)).text)).toEqual(['1 200,50 €']);
  await moveTo(world, '2031-04-16', 23);
  for (const story of Object.values(of)) {
    await expectAsked(story);
    expect(await stated(world, story, '2031-04-16')).toEqual([120_050, 0, 0, 120_050]);
  }
});

test('Th 17 April: a call that says what the delay costs where the contract allows it', async () => {
  await moveTo(world, '2031-04-17', 10);
  for (const story of Object.values(of)) await expectAsked(story, 'call reminder-call');
  const script = async (story: Followed): Promise<string> => plain((await story.task('call')).details.script.markdown);
  // 15 days: 5.180.
  expect(amountsIn(await script(of.clause))).toEqual(expect.arrayContaining(['1 200,50 €', '5,18 €', '100,03 €']));
  expect(amountsIn(await script(of.bare))).toEqual(['1 200,50 €']);
  expect(await stated(world, of.clause, '2031-04-17')).toEqual([120_050, 518, 10_003, 130_571]);
});

test('not reached three times it is written on Fr 18 April, after a person released it', async () => {
  for (const [day, hour, outcome] of [
    ['2031-04-17', 11, 'no-answer'],
    ['2031-04-17', 15, 'voicemail'],
    ['2031-04-18', 10, 'busy'],
  ] as const) {
    await moveTo(world, day, hour);
    for (const id of withClause) await of[id].talk({ outcome });
  }
  for (const id of withClause) {
    await expectAsked(of[id], 'approve reminder-call');
    ok(await of[id].approve('reminder-call'));
  }
  await moveTo(world, '2031-04-18', 11);
  for (const id of withClause) {
    const { text } = await lastMail(world, of[id]);
    // 16 days: 5.526.
    expect(amountsIn(text)).toEqual(expect.arrayContaining(['1 200,50 €', '5,53 €', '100,03 €']));
    expect(text).not.toMatch(NEVER_TO_CONSUMERS);
  }
});

test('without a clause nobody rang: five business days later the call is let go, and an e-mail waits for a person', async () => {
  await moveTo(world, '2031-04-24', 17);
  await expectAsked(of.bare, 'call reminder-call');
  // Fr 18, Mo 21 to Th 24 April are over.
  await moveTo(world, '2031-04-25', 10);
  expect((await of.bare.steps())['reminder-call']).toBe('expired');
  await expectAsked(of.bare, 'approve second-reminder');
  ok(await of.bare.approve('second-reminder'));
  await moveTo(world, '2031-04-25', 11);
  const { text } = await lastMail(world, of.bare);
  expect(amountsIn(text)).toEqual(['1 200,50 €']);
  expect(text).not.toMatch(ACCESSORIES);
});

test('Mo 28 April: the second reminder prints a day to pay, and that nothing more is asked if it is kept', async () => {
  await moveTo(world, '2031-04-28', 10);
  for (const id of withClause) {
    await expectAsked(of[id], 'approve second-reminder');
    ok(await of[id].approve('second-reminder'));
  }
  await moveTo(world, '2031-04-28', 11);
  for (const id of withClause) {
    const { text } = await lastMail(world, of[id]);
    // 26 days: 8.979.
    expect(amountsIn(text)).toEqual(expect.arrayContaining(['1 200,50 €', '8,98 €', '100,03 €']));
    expect(text).toMatch(/au plus tard le mardi 6 mai 2031, nous ne vous réclamerons rien de plus/);
    expect(text).not.toMatch(NEVER_TO_CONSUMERS);
  }
});

test('paid on the printed day: closed, and nothing else was ever owed', async () => {
  await moveTo(world, '2031-05-06', 10);
  await of.kept.pay('kept-1', 120_050, '2031-05-06');
  await of.kept.expectStatus('closed', 'paid');
  expect(await stated(world, of.kept, '2031-12-31')).toEqual([0, 0, 0, 0]);
});

test('the letter: ten days after each e-mail, released by a person', async () => {
  // Fr 25 April + 10 = Mo 5 May; Mo 28 + 10 = Th 8 May.
  await expectAsked(of.bare, 'approve reminder-letter');
  ok(await of.bare.approve('reminder-letter'));
  await moveTo(world, '2031-05-06', 11);
  await of.bare.posted('2031-05-06');
  expect(amountsIn((await lastLetter(of.bare)).text)).toEqual(['1 200,50 €', '0,00 €']);
  await moveTo(world, '2031-05-08', 10);
  for (const id of ['clause', 'after'] as const) {
    await expectAsked(of[id], 'approve reminder-letter');
    ok(await of[id].approve('reminder-letter'));
    await of[id].posted('2031-05-08');
    const letter = await lastLetter(of[id]);
    expect(letter).toMatchObject({ kind: 'reminder-letter', printedDate: null });
    // 36 days: 12.433.
    expect(amountsIn(letter.text)).toEqual(expect.arrayContaining(['1 200,50 €', '12,43 €', '100,03 €']));
    expect(letter.text).toContain('vendredi 16 mai 2031');
    expect(letter.text).not.toMatch(NEVER_TO_CONSUMERS);
  }
  await expectAsked(of.kept);
});

test('no repeated reminders to a consumer: the next is the notice of fifteen days, by a manager', async () => {
  for (const id of ['clause', 'bare'] as const)
    expect(await of[id].steps()).toMatchObject({
      'further-reminder:1': 'skipped',
      'further-reminder:2': 'skipped',
      'further-reminder:3': 'skipped',
    });
  // Posted Tu 6 May: + 10 = Fr 16.
  await moveTo(world, '2031-05-16', 10);
  expect(await of.bare.task('approve')).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
  ok(await of.bare.approve('formal-notice'));
  await of.bare.posted('2031-05-16');
  const plainNotice = await lastLetter(of.bare);
  // Mo 19, Tu 20, We 21; fifteen days more are Th 5 June.
  expect(plainNotice).toMatchObject({ kind: 'formal-notice', printedDate: '2031-06-05' });
  expect(amountsIn(plainNotice.text)).toEqual(['1 200,50 €', '0,00 €']);
  // Th 8 May + 10 is a Sunday: Mo 19.
  await moveTo(world, '2031-05-19', 10);
  for (const id of ['clause', 'after'] as const) {
    expect(await of[id].task('approve')).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
    ok(await of[id].approve('formal-notice'));
    await of[id].posted('2031-05-19');
    const notice = await lastLetter(of[id]);
    // Tu 20, We 21, Fr 23 (Th 22 is Ascension); fifteen days more are Sa 7, so Mo 9 June.
    expect(notice).toMatchObject({ kind: 'formal-notice', printedDate: '2031-06-09' });
    // 47 days: 16.231.
    expect(amountsIn(notice.text)).toEqual(expect.arrayContaining(['16,23 €', '100,03 €', '1 316,76 €']));
    expect(notice.text).not.toMatch(NEVER_TO_CONSUMERS);
    // The procedure names professionals, and no court.
    expect(notice.text).not.toMatch(/tribunal|juridiction/);
    await expectSevenDaysApart(of[id]);
  }
  await expectSevenDaysApart(of.bare);
});

test('two silent bank days after the printed day a manager is asked for the legal file', async () => {
  await moveTo(world, '2031-05-23', 10);
  await letterEvent(world, of.bare, 'presented', '2031-05-20');
  for (const id of ['clause', 'after'] as const) await letterEvent(world, of[id], 'presented', '2031-05-21');
  // Th 5 June; bank days Fr 6 and Mo 9.
  await moveTo(world, '2031-06-09', 23);
  for (const id of ['bare', 'clause', 'after'] as const) await expectAsked(of[id]);
  await moveTo(world, '2031-06-10', 10);
  expect(await of.bare.task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-06-10' });
  // From 21 May, the day after the presentation: 21 days, 3.108.
  expect(await stated(world, of.bare, '2031-06-10')).toEqual([120_050, 311, 0, 120_361]);
  // Mo 9 June; bank days Tu 10 and We 11.
  await moveTo(world, '2031-06-11', 23);
  for (const id of ['clause', 'after'] as const) await expectAsked(of[id]);
  await moveTo(world, '2031-06-12', 10);
  for (const id of ['clause', 'after'] as const)
    expect(await of[id].task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-06-12' });
  // 71 days: 24.520.
  expect(await stated(world, of.clause, '2031-06-12')).toEqual([120_050, 2_452, 10_003, 132_505]);
});

test('paid after it: the legal file is no longer asked for, and what the contract allowed on top is not pursued', async () => {
  await moveTo(world, '2031-06-16', 10);
  await of.after.pay('after-1', 120_050, '2031-06-16');
  await of.after.expectStatus('closed', 'paid');
  await expectAsked(of.after);
  // 75 days: 25.901; asked no more.
  expect(await stated(world, of.after, '2031-06-16')).toEqual([0, 2_590, 10_003, 0]);
});

test('not pursued, a manager decides about both; the second half-year counts at its own rate', async () => {
  for (const id of ['clause', 'bare'] as const) {
    ok(await of[id].complete('legal-file', { decision: 'not-pursued', reason: 'trop peu pour un procès' }));
    expect(await of[id].task('decide')).toMatchObject({
      details: { endOfCourse: true, limitation: { on: '2032-03-28', source: expect.stringContaining('2272') } },
    });
  }
  const rate = { series: 'BE_COMMERCIAL', from: '2031-07-01', ratePct: '11', confidence: 'official' };
  ok(await world.call('PUT', '/v1/rates', { ...rate, source: 'the Moniteur belge', why: 'of the story' }), 200);
  // 89 days to 30 June, 30.736; 15 days at 11 %, 5.427.
  expect(await stated(world, of.clause, '2031-07-15')).toEqual([120_050, 3_616, 10_003, 133_669]);
  expect(await of.clause.reminders()).toEqual([
    'be-first-reminder email 2031-04-02 120050',
    'reminder-call email 2031-04-18 120050',
    'second-reminder email 2031-04-28 120050',
    'reminder-letter letter 2031-05-08 120050',
    'formal-notice registered-letter 2031-05-19 120050',
  ]);
  expect(await of.bare.reminders()).toEqual([
    'be-first-reminder email 2031-04-02 120050',
    'second-reminder email 2031-04-25 120050',
    'reminder-letter letter 2031-05-06 120050',
    'formal-notice registered-letter 2031-05-16 120050',
  ]);
});
