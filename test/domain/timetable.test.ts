import { describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import type { CaseFacts, StepFact } from '../../domain/facts.ts';
import { instantOn } from '../../domain/instant.ts';
import type { Plan } from '../../domain/plan.ts';
import { noticePeriodEnd } from '../../domain/posting.ts';
import { firstReminderDay, lastDay, timetable } from '../../domain/timetable.ts';
import { aPlan, aStepFact, FRENCH, PARIS, theFacts } from '../strategies/aCase.ts';

const progressive = aPlan('progressive', { debtorCalendar: FRENCH });

/** Facts in which the named steps are settled and the others planned. */
const factsWith = (
  plan: Plan,
  settled: Record<string, Partial<StepFact>>,
  changes: Partial<CaseFacts> = {},
): CaseFacts => theFacts(plan, { steps: plan.steps.map(({ key }) => aStepFact(key, settled[key])), ...changes });

const done = (on: string): Partial<StepFact> => ({ status: 'done', on: day(on), contact: true });

const daysOf = (plan: Plan, facts: CaseFacts, now: string, hour = 10) =>
  Object.fromEntries(timetable(plan, facts, instantOn(day(now), hour, PARIS)).map(({ key, on }) => [key, on]));

describe('a fresh progressive case, due on Wednesday 5 February 2031', () => {
  const rows = timetable(progressive, theFacts(progressive), instantOn(day('2031-01-06'), 10, PARIS));

  test('each step on its day', () => {
    expect(rows.map(({ key, on }) => [key, on])).toEqual([
      ['pre-reminder', '2031-01-28'],
      ['pre-call', '2031-01-31'], // D-3 is a Sunday: back to Friday
      ['first-reminder', '2031-02-06'],
      ['second-reminder', '2031-02-20'],
      ['reminder-call', '2031-02-21'],
      ['third-reminder', '2031-03-07'],
      ['formal-notice', '2031-03-24'], // D+45 is a Saturday
      ['legal-file', '2031-04-09'], // posted 24, presented 27 March, + 8 = 4 April, bank days 7 and 8
    ]);
  });

  test('at nine in Paris, also after the change to summer time', () => {
    expect(rows.map(({ at }) => new Date(at!).toISOString().slice(11, 16))).toEqual([
      ...Array(7).fill('08:00'),
      '07:00',
    ]);
  });

  test('only what hangs on another step’s real day is provisional', () => {
    expect(rows.filter(({ provisional }) => provisional).map(({ key }) => key)).toEqual(['legal-file']);
  });
});

test('a reminder that went late pushes the next ones by their gaps, no further', () => {
  const facts = factsWith(progressive, {
    'pre-reminder': done('2031-01-28'),
    'pre-call': { status: 'expired' },
    'first-reminder': done('2031-02-06'),
    'second-reminder': done('2031-03-03'),
  });
  expect(daysOf(progressive, facts, '2031-03-03')).toMatchObject({
    'pre-call': null,
    'second-reminder': '2031-03-03',
    'reminder-call': '2031-03-04',
    'third-reminder': '2031-03-11',
    'formal-notice': '2031-03-24',
  });
});

test('skipped and expired steps count for nothing, a merged one as done', () => {
  const facts = factsWith(progressive, {
    'pre-reminder': { status: 'merged', on: day('2031-01-28'), contact: true },
    'pre-call': { status: 'skipped' },
    'first-reminder': { status: 'skipped' },
  });
  expect(daysOf(progressive, facts, '2031-01-28')).toMatchObject({
    'pre-reminder': '2031-01-28',
    'second-reminder': '2031-02-20',
  });
});

test('after an outage the first missed step comes at once, the next after its gap', () => {
  const facts = factsWith(progressive, { 'pre-reminder': done('2031-01-28'), 'pre-call': { status: 'expired' } });
  expect(daysOf(progressive, facts, '2031-03-21', 18)).toMatchObject({
    'first-reminder': '2031-03-24',
    'second-reminder': '2031-03-31',
    'reminder-call': '2031-04-01',
    'third-reminder': '2031-04-08',
  });
});

test('the sending hour still ahead is today, once struck it is the next business day', () => {
  const facts = factsWith(progressive, { 'pre-reminder': done('2031-01-28'), 'pre-call': { status: 'expired' } });
  expect(daysOf(progressive, facts, '2031-02-07', 8)).toMatchObject({ 'first-reminder': '2031-02-07' });
  expect(daysOf(progressive, facts, '2031-02-07', 9)).toMatchObject({ 'first-reminder': '2031-02-10' });
});

test('what was sent before Huitaine counts for gaps and for `prev`', () => {
  const procedure = aPlan('procedure');
  const facts = factsWith(
    procedure,
    { 'first-reminder': { status: 'skipped' } },
    {
      dueOn: day('2031-01-20'),
      announcedOn: day('2031-02-04'),
      priorReminders: [
        { on: day('2031-02-03'), channel: 'email', level: 1 },
        { on: day('2031-01-27'), channel: 'call', level: 1 },
      ],
    },
  );
  expect(daysOf(procedure, facts, '2031-02-04')).toMatchObject({
    'reminder-call': '2031-02-13',
    'second-reminder': '2031-02-24',
  });
});

test('no formal notice on or before the last day to pay that a reminder has printed, or will', () => {
  const fiveDays = aPlan('five-days');
  const contacted = done('2031-02-07');
  // Expected on Fr 14 Feb: by Sa 22, so Mo 24; the notice, 8 days after it, waits for Tu 25.
  const expected = factsWith(fiveDays, { 'first-contact': contacted, visit: { status: 'skipped' } });
  expect(daysOf(fiveDays, expected, '2031-02-07')).toMatchObject({
    'other-channel': '2031-02-14',
    'formal-notice': '2031-02-25',
  });
  // Written on Mo 17 Feb: by Tu 25, on which the notice would fall. Its text, drafted on Fr 14, said Mo 24 only.
  const written = { ...done('2031-02-17'), channel: 'email' as const };
  const sent = (fact: Partial<StepFact>) =>
    factsWith(fiveDays, { 'first-contact': contacted, 'other-channel': fact, visit: { status: 'skipped' } });
  expect(daysOf(fiveDays, sent(written), '2031-02-17')).toMatchObject({ 'formal-notice': '2031-02-26' });
  const drafted = { ...written, textOn: day('2031-02-14') };
  expect(daysOf(fiveDays, sent(drafted), '2031-02-17')).toMatchObject({ 'formal-notice': '2031-02-25' });
  // What was skipped has printed nothing.
  const skipped = sent({ status: 'skipped' });
  expect(daysOf(fiveDays, skipped, '2031-02-07')).toMatchObject({ 'formal-notice': '2031-02-17' });
});

test('a notice comes on the day that the letter before it announced, even where that was posted a day early', () => {
  const plan = aPlan('statement-first');
  const noticeAfter = (textOn: string) =>
    daysOf(
      plan,
      factsWith(plan, {
        statement: { status: 'skipped' },
        'courtesy-call': { status: 'skipped' },
        'email-reminder': { status: 'skipped' },
        'reminder-letter': { ...done('2031-03-07'), channel: 'letter', textOn: day(textOn) },
      }),
      '2031-03-10',
    )['formal-notice'];
  // Posted on Fr 7 March. Made for that day: by Sa 15, so Mo 17, and ten days later. Made at five for Mo 10: by Tu 18, Th 20.
  expect([noticeAfter('2031-03-07'), noticeAfter('2031-03-10')]).toEqual(['2031-03-18', '2031-03-20']);
});

test.each([
  ['2031-02-05', '2031-02-06'], // Wednesday
  ['2031-02-07', '2031-02-10'], // Friday
  ['2031-02-08', '2031-02-11'], // Saturday counts as Monday
  ['2031-04-14', '2031-04-16'], // Easter Monday counts as Tuesday
  ['2031-12-24', '2031-12-26'], // the day before Christmas
])('due on %s, no reminder before %s', (dueOn, first) => {
  expect(firstReminderDay(progressive, { dueOn: day(dueOn) })).toBe(first);
});

test('a last day is a business day, of both countries for calls', () => {
  const both = aPlan('progressive');
  const [reminder, call, first] = both.steps;
  // Due Tu 22 July 2031: D-4 = Fr 18; D-1 = Mo 21 July, closed in Belgium: Fr 18.
  expect(lastDay(both, { dueOn: day('2031-07-22') }, reminder!)).toBe('2031-07-18');
  expect(lastDay(both, { dueOn: day('2031-07-22') }, call!)).toBe('2031-07-18');
  expect(lastDay(progressive, { dueOn: day('2031-07-22') }, call!)).toBe('2031-07-21');
  expect(lastDay(both, { dueOn: day('2031-07-22') }, first!)).toBeNull();
});

test('a notice’s period ends on a day on which both countries work', () => {
  const both = aPlan('progressive');
  // Posted We 9 July: Th 10, Fr 11, Tu 15 (Mo 14 is French) presented; + 6 = Mo 21 July, Belgian: Tu 22.
  expect(noticePeriodEnd(both, day('2031-07-09'), 6)).toBe('2031-07-22');
  expect(noticePeriodEnd(progressive, day('2031-07-09'), 6)).toBe('2031-07-21');
});
