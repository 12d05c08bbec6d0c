import {
  addBankDays,
  addBusinessDays,
  bothOpen,
  nextBusinessDay,
  onOrAfter,
  onOrBefore,
  type Calendar,
} from './calendar.ts';
import { addDays, later, type Day } from './day.ts';
import { isSettled, type CaseFacts, type StepFact } from './facts.ts';
import { dayAt, instantOn } from './instant.ts';
import type { Plan } from './plan.ts';
import { noticeEnd } from './posting.ts';
import { begin, earliestDay, follow, previousOf, type SoFar } from './soFar.ts';
import { isPostDue, isSpoken, type PlannedStep } from './strategy.ts';

/** When one step happens. `on` is expected until the step is settled, then real; null when it will not happen. */
export type Dated = {
  readonly key: string;
  /** The step's own day by its strategy, before gaps and delays. */
  readonly own: Day;
  /** Its own day, or later to keep the gap after the previous reminder, a legal wait or the budget. */
  readonly spaced: Day;
  readonly on: Day | null;
  /** The instant expected, in epoch milliseconds; null once settled. */
  readonly at: number | null;
  /** Hangs on the real day of another step. */
  readonly provisional: boolean;
  /** Its last day has passed and the strategy lets it expire. */
  readonly late: boolean;
};

const SILENT_BANK_DAYS = 2;

/**
 * The day and instant of every step, in the strategy's order (case.md, "Strategy and timetable"):
 * own day, not before the gap after the previous reminder, a legal wait and a full budget, not before the first sending hour
 * still ahead of `now`.
 */
export const timetable = (plan: Plan, facts: CaseFacts, now: number): readonly Dated[] => {
  const first = firstReminderDay(plan, facts);
  const course = begin(facts);
  return plan.steps.map((step) => {
    const fact = factOf(facts, step.key);
    const own = ownDay(plan, facts, step, course, first);
    const dated = isSettled(fact) ? settled(fact, own) : expected(plan, facts, step, fact, own, course, now);
    follow(plan, course, step, fact, dated);
    return dated;
  });
};

export const factOf = (facts: CaseFacts, key: string): StepFact => {
  const fact = facts.steps.find((step) => step.key === key);
  if (!fact) throw new RangeError(`expected a step of this case, got ${key}`);
  return fact;
};

/** A due date on a non-working day counts as the next working day; reminders start on the business day after. */
export const firstReminderDay = (plan: Plan, facts: Pick<CaseFacts, 'dueOn'>): Day =>
  nextBusinessDay(plan.creditorCalendar, onOrAfter(plan.creditorCalendar, facts.dueOn));

/** Calls and visits need both countries at work. */
export const calendarOf = (plan: Plan, step: PlannedStep): Calendar =>
  isSpoken(step.action) ? bothOpen(plan.creditorCalendar, plan.debtorCalendar) : plan.creditorCalendar;

/** The last business day on which the step may happen, or null without a limit. */
export const lastDay = (plan: Plan, facts: Pick<CaseFacts, 'dueOn'>, step: PlannedStep): Day | null =>
  step.notAfter === null ? null : onOrBefore(calendarOf(plan, step), addDays(facts.dueOn, step.notAfter));

const ownDay = (plan: Plan, facts: CaseFacts, step: PlannedStep, course: SoFar, first: Day): Day => {
  const raw = anchoredDay(plan, facts, step, course);
  const floored = isPostDue(step) ? later(raw, first) : raw;
  const calendar = calendarOf(plan, step);
  const rolled = step.roll === 'previous' ? onOrBefore(calendar, floored) : onOrAfter(calendar, floored);
  const limit = lastDay(plan, facts, step);
  if (limit === null) return rolled;
  const start = latestStart(step, calendar, limit);
  if (rolled > start && start >= first) return start;
  if (rolled <= limit) return rolled;
  return isPostDue(step) && limit < first ? rolled : limit;
};

/** A text that leaves at its last day without an approval is drafted a business day before: its person has that day. */
const latestStart = (step: PlannedStep, calendar: Calendar, limit: Day): Day =>
  step.onLate === 'send' && step.approval.by !== 'auto' ? onOrBefore(calendar, addDays(limit, -1)) : limit;

const anchoredDay = (plan: Plan, facts: CaseFacts, step: PlannedStep, course: SoFar): Day => {
  const { from, days } = step.offset;
  switch (from) {
    case 'due':
      return addDays(facts.dueOn, days);
    case 'posted':
      return addDays(facts.postedOn, days);
    case 'prev':
      return addDays(previousOf(step, course) ?? facts.announcedOn, days);
    case 'letter':
      return addDays(course.letter ?? course.previous ?? facts.announcedOn, days);
    case 'notice': {
      const end = noticeEnd(plan, facts) ?? course.notice ?? course.previous ?? facts.announcedOn;
      return addBusinessDays(plan.creditorCalendar, addBankDays(end, SILENT_BANK_DAYS), days);
    }
  }
};

const settled = (fact: StepFact, own: Day): Dated => ({
  key: fact.key,
  own,
  spaced: own,
  on: fact.status === 'done' || fact.status === 'merged' ? fact.on : null,
  at: null,
  provisional: false,
  late: false,
});

const expected = (
  plan: Plan,
  facts: CaseFacts,
  step: PlannedStep,
  fact: StepFact,
  own: Day,
  course: SoFar,
  now: number,
): Dated => {
  const calendar = calendarOf(plan, step);
  const earliest = earliestDay(plan, step, course) ?? own;
  const kept = earliest > own ? onOrAfter(calendar, earliest) : own;
  const spaced = fact.notBefore === null ? kept : later(kept, fact.notBefore);
  const byPosting = step.offset.from === 'letter' && facts.letterPostedOn !== null;
  const on = byPosting
    ? onOrAfter(calendar, later(spaced, dayAt(now, plan.timeZone)))
    : firstSendingDay(plan, calendar, announcedLate(plan, facts, step, spaced), now);
  const limit = lastDay(plan, facts, step);
  const late = limit !== null && on > limit && step.onLate === 'expire' && fact.status === 'planned';
  const anchoredOnAnother = step.offset.from !== 'due' && step.offset.from !== 'posted';
  return {
    key: step.key,
    own,
    spaced,
    on: late ? null : on,
    // What a posted letter announces for its posting day happens on that day, whatever the hour.
    at: late ? null : byPosting ? Math.max(sendingInstant(plan, on), now) : sendingInstant(plan, on),
    provisional: course.hangs && (anchoredOnAnother || spaced > own),
    late,
  };
};

/** A case announced after the step's day starts on the next business day at the earliest, never inside the request. */
const announcedLate = (plan: Plan, facts: CaseFacts, step: PlannedStep, on: Day): Day =>
  isPostDue(step) && on <= facts.announcedOn ? nextBusinessDay(calendarOf(plan, step), facts.announcedOn) : on;

/** The day itself while its sending hour is still ahead, else the first business day whose sending hour is. */
const firstSendingDay = (plan: Plan, calendar: Calendar, on: Day, now: number): Day => {
  const today = dayAt(now, plan.timeZone);
  if (on > today) return on;
  if (on === today && sendingInstant(plan, on) > now) return on;
  return nextSendingDay(plan, calendar, now);
};

/** The first business day whose sending hour is still ahead. */
export const nextSendingDay = (plan: Plan, calendar: Calendar, now: number): Day => {
  const today = dayAt(now, plan.timeZone);
  return onOrAfter(calendar, sendingInstant(plan, today) > now ? today : addDays(today, 1));
};

export const sendingInstant = (plan: Plan, on: Day): number =>
  instantOn(on, plan.sendingHour, plan.timeZone, plan.sendingMinutes);
