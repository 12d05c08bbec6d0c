import { expect, test, vi } from 'vitest';
import { isBusinessDay } from '../../domain/calendar.ts';
import { addDays, day, daysBetween, type Day } from '../../domain/day.ts';
import { isPostDue } from '../../domain/strategy.ts';
import { payBy } from '../../domain/payBy.ts';
import { calendarOf, timetable } from '../../domain/timetable.ts';
import { aPlan, atTen, theFacts } from './aCase.ts';

vi.setConfig({ testTimeout: 60_000 });

const DUE_DATES: readonly Day[] = Array.from({ length: 3_650 }, (_, index) => addDays(day('2030-01-01'), index));

const freshTimetable = (plan: ReturnType<typeof aPlan>, dueOn: Day, termDays = 30) => {
  const issuedOn = addDays(dueOn, -termDays);
  return timetable(plan, theFacts(plan, { dueOn, announcedOn: issuedOn, postedOn: issuedOn }), atTen(issuedOn));
};

const STRATEGIES = ['progressive', 'five-days', 'procedure', 'close-contact', 'statement-first'];

/** What is wrong with the planned days of one due date, in words. */
const faultsOf = (plan: ReturnType<typeof aPlan>, dueOn: Day): string[] => {
  const rows = freshTimetable(plan, dueOn);
  return plan.steps.flatMap((step, index) => {
    const on = rows[index]?.on ?? null;
    const before = rows[index - 1]?.on ?? null;
    if (on === null) return [`${step.key}, due ${dueOn}: no day`];
    return [
      ...(isBusinessDay(calendarOf(plan, step), on) ? [] : ['nobody works']),
      ...((isPostDue(step) ? on > dueOn : on < dueOn) ? [] : ['on the wrong side of the due date']),
      ...(before === null || daysBetween(before, on) >= step.gap ? [] : [`less than ${step.gap} days after ${before}`]),
    ].map((fault) => `${step.key} on ${on}, due ${dueOn}: ${fault}`);
  });
};

test.each(STRATEGIES)(
  '%s over ten years of due dates: order and gaps kept, business days only, pre-due before the due date',
  (key) => {
    const plan = aPlan(key);
    expect(DUE_DATES.flatMap((dueOn) => faultsOf(plan, dueOn))).toEqual([]);
  },
);

test('a short term never brings a pre-due step on or after the due date: what does not fit expires', () => {
  const plan = aPlan('progressive');
  for (const dueOn of DUE_DATES.slice(0, 366))
    for (let term = 0; term <= 12; term += 1)
      for (const { key, on, late } of freshTimetable(plan, dueOn, term).slice(0, 2)) {
        expect(on === null ? late : on < dueOn, `${key}, due ${dueOn}, announced ${term} days before`).toBe(true);
      }
});

test('the first contact of five-days always falls on day 1 to 5 after the due date', () => {
  const plan = aPlan('five-days');
  for (const dueOn of DUE_DATES) {
    const after = daysBetween(dueOn, freshTimetable(plan, dueOn)[0]!.on!);
    expect(after, `due ${dueOn}`).toBeGreaterThanOrEqual(1);
    expect(after, `due ${dueOn}`).toBeLessThanOrEqual(5);
  }
});

test.each(STRATEGIES)(
  '%s over ten years: no notice on a day to pay that a reminder grants, whenever it is announced',
  (key) => {
    const plan = aPlan(key);
    const notice = plan.steps.findIndex(({ grants }) => grants?.kind === 'notice');
    for (const dueOn of DUE_DATES)
      for (const term of [30, -20, -60]) {
        const rows = freshTimetable(plan, dueOn, term);
        const granted = plan.steps
          .slice(0, notice)
          .flatMap((step, index) => payBy(plan, step, rows[index]?.on ?? dueOn) ?? []);
        for (const last of granted)
          expect(rows[notice]!.on! > last, `${key}, due ${dueOn}: notice ${rows[notice]!.on}, granted ${last}`).toBe(
            true,
          );
      }
  },
);

test('progressive announced 60 days late runs on days 60, 67, 68, 75 and 84 instead of four levels in four days', () => {
  const plan = aPlan('progressive');
  // Due on Thursday 2 January 2031; day 60 is Monday 3 March. Announced on Sunday 2 March, so the first leaves on Monday.
  const dueOn = day('2031-01-02');
  const facts = theFacts(plan, { dueOn, announcedOn: day('2031-03-02'), postedOn: day('2030-12-03') });
  const rows = timetable(plan, facts, atTen('2031-03-02'));
  expect(rows.slice(0, 2)).toMatchObject([
    { key: 'pre-reminder', on: null, late: true },
    { key: 'pre-call', on: null, late: true },
  ]);
  expect(rows.slice(2, 7).map(({ key, on }) => [key, daysBetween(dueOn, on!)])).toEqual([
    ['first-reminder', 60],
    ['second-reminder', 67],
    ['reminder-call', 68],
    ['third-reminder', 75],
    // The third reminder asks to be paid by day 83: not before that is over.
    ['formal-notice', 84],
  ]);
});
