import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { expectSaid } from './expectSaid.ts';
import { follow, moveTo, type Followed } from './follow.ts';
import { doTasks, type Person } from './liveThrough.ts';

// `progressive`, due Fr 4 April 2031, done on its days: D-8 = Th 27 Mar, D-3 = Tu 1 Apr, D+1 = Mo 7 Apr, D+15 = Mo 21 Apr, the call Tu 22,
// D+30 = Mo 5 May, D+45 = Mo 19 May, posted then: the legal file on Fr 6 June (Ascension Th 22 May, Whit Monday 2 June).
const COURSE: readonly (readonly [step: string, day: string])[] = [
  ['pre-reminder', '2031-03-27'],
  ['pre-call', '2031-04-01'],
  ['first-reminder', '2031-04-07'],
  ['second-reminder', '2031-04-21'],
  ['reminder-call', '2031-04-22'],
  ['third-reminder', '2031-05-05'],
  ['formal-notice', '2031-05-19'],
  ['legal-file', '2031-06-06'],
];

/** One invoice is paid before each step, at eight, and one between it and the next, at noon; the last one isn't paid at all. */
type Debt = {
  readonly invoice: Followed;
  readonly payOn: string;
  readonly payAt: number;
  readonly heard: readonly string[];
};
const debts: Debt[] = [];

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  for (const [index, [step, payOn]] of COURSE.entries()) {
    const before = COURSE.slice(0, index).map(([key]) => key);
    debts.push({ invoice: follow(world, `before-${step}`), payOn, payAt: 8, heard: before });
    debts.push({ invoice: follow(world, `after-${step}`), payOn, payAt: 12, heard: [...before, step] });
  }
  await Promise.all(
    debts.map(({ invoice }) => invoice.announce({ debtor: { ...aDebtor, id: `debtor-${invoice.id}` } })),
  );
});
afterAll(() => world.stop());

const CONTENT = { outcome: 'satisfied', spokeTo: 'Mme Martin' };
const PASSED_ON = { outcome: 'forwarded', spokeTo: 'Mme Martin', contact: { name: 'M. Petit' } };

const CLAIRE: Person = { talkTo: ({ stepKey }) => (stepKey === 'pre-call' ? CONTENT : PASSED_ON) };

const payAll = async (day: string, hour: number): Promise<void> => {
  const now = debts.filter(({ payOn, payAt }) => payOn === day && payAt === hour);
  for (const { invoice } of now) {
    const { case: closed } = await invoice.pay(`p-${invoice.id}`, 120_050, day).then(() => invoice.read());
    expect([invoice.id, closed.status, closed.outcome, closed.closedOn]).toEqual([invoice.id, 'closed', 'paid', day]);
    expect(await invoice.tasks()).toEqual([]);
  }
};

test('S2.6 paid in full before, between or after any two steps, a debtor hears nothing that comes after his payment', async () => {
  for (const [, day] of COURSE) {
    await moveTo(world, day, 8);
    await payAll(day, 8);
    await moveTo(world, day, 10);
    await doTasks(world, CLAIRE, day);
    await moveTo(world, day, 12);
    await payAll(day, 12);
  }
  await moveTo(world, '2031-07-14', 12);
  for (const { invoice, heard } of debts) {
    const reminders = (await invoice.reminders()).map((line) => line.split(' ')[0]);
    expect([invoice.id, reminders]).toEqual([invoice.id, heard.filter((step) => step !== 'legal-file')]);
    expect(await invoice.tasks()).toEqual([]);
  }
  expect(await world.store.db.message.count({ where: { status: { notIn: ['outbox', 'sent'] } } })).toBe(0);
});

test('S2.6 what was pending when the money came is withdrawn and says why', async () => {
  const invoice = follow(world, 'F-PENDING');
  // Due Tu 15 July 2031, from the second reminder on: drafted D+15 = We 30 July.
  await invoice.announce({
    issuedOn: '2031-06-16',
    dueOn: '2031-07-15',
    startAt: 'second-reminder',
    debtor: { ...aDebtor, id: 'debtor-pending' },
  });
  await moveTo(world, '2031-07-30', 10);
  expect((await invoice.tasks()).map(({ kind }) => kind)).toEqual(['approve']);
  await invoice.pay('p-pending', 120_050, '2031-07-30');
  expect(await invoice.draft('second-reminder')).toMatchObject({ status: 'withdrawn' });
  const { data } = ok(await world.call('GET', `/v1/invoices/${invoice.id}/timeline`));
  expect(data.filter(({ type }: any) => ['withdrawn', 'closed'].includes(type))).toMatchObject([
    { stepKey: 'second-reminder', data: { why: 'case closed: paid' } },
    { data: { outcome: 'paid', differenceMinor: 0 } },
  ]);
});

test('S2.6 a part payment lowers the claim and moves no day; within five euros the rest is forgiven', async () => {
  const invoice = follow(world, 'F-PARTS');
  // Due Fr 15 Aug 2031 (Assumption): counts as Mo 18, so the first reminder goes out on Tu 19 Aug.
  await invoice.announce({
    issuedOn: '2031-07-15',
    dueOn: '2031-08-15',
    startAt: 'first-reminder',
    debtor: { ...aDebtor, id: 'debtor-parts' },
  });
  await moveTo(world, '2031-08-18', 15);
  const answer = await invoice.pay('p-first', 40_000, '2031-08-18');
  expect(answer).toMatchObject({ amount: { minor: 40_000 } });
  expect((await invoice.read()).case.timetable.find(({ key }: any) => key === 'first-reminder').on).toBe('2031-08-19');
  await moveTo(world, '2031-08-19', 10);
  const [message] = await invoice.sent();
  expect(message!.at).toBe('2031-08-19 09:00');
  expectSaid(
    message!.text,
    'dont il reste 800,50 € à régler sur 1 200,50 € | Nous avons bien reçu 400,00 €, et vous en remercions. | vendredi 15 août 2031',
  );
  await invoice.pay('p-second', 79_549, '2031-08-20');
  await invoice.expectStatus('chasing');
  await invoice.pay('p-third', 1, '2031-08-20');
  await invoice.expectStatus('closed', 'paid');
});
