import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, type Followed } from './follow.ts';

// 2031: January Mo 6 13 20 27 · February Mo 3 10 17 24 · March Mo 3 10 17 24 31 · April Mo 7 14 21 28, Easter Monday 14.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
});
afterAll(() => world.stop());

const announced = async (id: string, given: object): Promise<Followed> => {
  const story = follow(world, id);
  await story.announce({ issuedOn: '2030-12-03', debtor: { ...aDebtor, id: `debtor-of-${id}` }, ...given });
  return story;
};

test('announced 60 days late, operators acting the same day: reminders 60, 67, 68, 75 and 84 days after the due date', async () => {
  await moveTo(world, '2031-03-02', 12); // Su 2 March, day 59
  const late = await announced('K-late', { dueOn: '2031-01-02' });
  expect(await late.steps()).toMatchObject({
    'pre-reminder': 'expired',
    'pre-call': 'expired',
    'first-reminder': 'planned',
  });
  expect(await late.sent()).toEqual([]); // never inside the request
  await moveTo(world, '2031-03-10', 10);
  ok(await late.approve('second-reminder'));
  await moveTo(world, '2031-03-11', 10);
  await late.talk({ outcome: 'forwarded', contact: { name: 'M. Petit' } });
  await moveTo(world, '2031-03-18', 10);
  ok(await late.approve('third-reminder'));
  expect((await late.sent()).at(-1)?.text).toContain('26 mars 2031');
  await moveTo(world, '2031-03-26', 20); // the last day to pay that the third reminder grants
  expect(await late.tasks()).toEqual([]);
  await moveTo(world, '2031-03-27', 10);
  ok(await late.approve('formal-notice'));
  await late.posted('2031-03-27');
  expect(await late.reminders()).toEqual([
    'first-reminder email 2031-03-03 120050', // Mo 3, day 60
    'second-reminder email 2031-03-10 120050', // 67
    'reminder-call call 2031-03-11 120050', // 68
    'third-reminder email 2031-03-18 120050', // 75
    'formal-notice registered-letter 2031-03-27 120050', // 84
  ]);
});

test('reminders sent before Huitaine count, and a person may let the course begin further on', async () => {
  await moveTo(world, '2031-03-27', 12);
  const story = await announced('K-prior', {
    dueOn: '2031-03-10',
    priorReminders: [{ on: '2031-03-25', channel: 'email', level: 1 }],
    startAt: 'second-reminder',
  });
  const [, , skipped] = (await story.read()).case.timetable;
  expect([skipped.status, skipped.reason]).toEqual([
    'skipped',
    "the course began at second-reminder by a person's decision",
  ]);
  await moveTo(world, '2031-03-31', 18); // D+15 = Tu 25 has passed, but seven days since Tu 25 have not
  expect(await story.tasks()).toEqual([]);
  await moveTo(world, '2031-04-01', 9);
  expect((await story.draft('second-reminder')).text).toMatch(/25 mars 2031/);
});

test('a hold without a last day asks a person after thirty days; with one the course goes on by itself; resume ends it', async () => {
  await moveTo(world, '2031-04-01', 10);
  const [open, dated, resumed] = [
    await announced('K-open', { dueOn: '2031-03-17', startAt: 'second-reminder' }),
    await announced('K-dated', { dueOn: '2031-03-17', startAt: 'second-reminder' }),
    await announced('K-resumed', { dueOn: '2031-03-17', startAt: 'second-reminder' }),
  ] as [Followed, Followed, Followed];
  await moveTo(world, '2031-04-02', 9); // We 2, the business day after the announcement
  for (const story of [open, dated, resumed]) expect((await story.task('approve')).stepKey).toBe('second-reminder');
  ok(await open.act('hold', { reason: 'manual', note: 'le client change de logiciel' }));
  ok(await dated.act('hold', { reason: 'manual', until: '2031-04-10' }));
  ok(await resumed.act('hold', { reason: 'payment-announced', until: '2031-04-30' }));
  for (const story of [open, dated, resumed]) {
    expect(await story.tasks()).toEqual([]);
    const refused = await story.act('steps/second-reminder/run');
    expect([refused.status, refused.body.code]).toEqual([409, 'CASE_ON_HOLD']);
  }
  await moveTo(world, '2031-04-03', 15);
  ok(await resumed.act('resume'));
  await moveTo(world, '2031-04-04', 9); // drafted anew at the next sending hour
  expect((await resumed.task('approve')).stepKey).toBe('second-reminder');

  await moveTo(world, '2031-04-10', 20); // its last day
  expect(await dated.tasks()).toEqual([]);
  await moveTo(world, '2031-04-11', 9);
  expect((await dated.task('approve')).stepKey).toBe('second-reminder');

  await moveTo(world, '2031-05-02', 20); // We 2 April + 30 = Fr 2 May
  await open.expectStatus('on-hold');
  await moveTo(world, '2031-05-03', 1);
  expect(await open.task('decide')).toMatchObject({ details: { question: 'le client change de logiciel' } });
  await moveTo(world, '2031-05-05', 10);
  expect(await open.sent()).toEqual([]);
  ok(await open.complete('decide', { decision: 'continue' }));
  await moveTo(world, '2031-05-06', 9);
  expect((await open.task('approve')).stepKey).toBe('second-reminder');
});

test('a step can be left out, and the next one done now; nothing is run out of turn, past a person or before the due date', async () => {
  await moveTo(world, '2031-05-06', 10); // Tu 6
  const story = await announced('K-now', { issuedOn: '2031-05-06', dueOn: '2031-06-06' });
  const run = async (step: string): Promise<[number, string]> => {
    const { status, body } = await story.act(`steps/${step}/run`);
    return [status, body.code ?? body.case.nextStep];
  };
  expect(await run('pre-call')).toEqual([409, 'STEP_NOT_NEXT']);
  expect(await run('pre-reminder')).toEqual([200, 'pre-call']);
  ok(await story.act('steps/pre-call/skip', { reason: 'déjà rencontré au salon' }));
  expect(await run('first-reminder')).toEqual([409, 'STEP_NOT_NEXT']); // not overdue yet
  expect(await story.reminders()).toEqual(['pre-reminder email 2031-05-06 120050']);
  const [, call] = (await story.read()).case.timetable;
  expect([call.status, call.reason]).toEqual(['skipped', 'déjà rencontré au salon']);

  await moveTo(world, '2031-06-10', 9); // due Fr 6, so Mo 9; the second reminder would come on Mo 23, the seventh-day gap apart
  expect(await run('second-reminder')).toEqual([200, 'second-reminder']);
  expect((await story.task('approve')).stepKey).toBe('second-reminder'); // never past an approval
  expect(await run('second-reminder')).toEqual([409, 'STEP_NOT_NEXT']);
  ok(await story.approve('second-reminder'));
  expect((await story.reminders()).slice(1)).toEqual([
    'first-reminder email 2031-06-09 120050',
    'second-reminder email 2031-06-10 120050',
  ]);
  await story.pay('now', 120_050, '2031-06-10');
  expect(await run('reminder-call')).toEqual([409, 'CASE_CLOSED']);
  const closed = await story.act('steps/reminder-call/skip', { reason: 'trop tard' });
  expect([closed.status, closed.body.code]).toEqual([409, 'CASE_CLOSED']);
});
