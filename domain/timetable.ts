import {
  addBankDays,
  addBusinessDays,
  bothOpen,
  nextBusinessDay,
  onOrAfter,
  onOrBefore,
  type Calendar,
} from './calendar.ts';
import { columnOf } from './claim/column.ts';
import { BE_FIRST_REMINDER, waitAfter } from './claim/firstReminder.ts';
import { addDays, later, type Day } from './day.ts';
import { isSettled, type CaseFacts, type StepFact } from './facts.ts';
import { dayAt, instantOn } from './instant.ts';
import { payBy } from './payBy.ts';
import type { Plan } from './plan.ts';
import { plannedPosting } from './posting.ts';
import { approaches, isPostDue, type PlannedStep } from './strategy.ts';

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

/** Planned posting to printed date: days in the post before the period granted begins (case.md, "Formal notice"). */
const POST_BUSINESS_DAYS = 3;
const SILENT_BANK_DAYS = 2;

/**
 * The day and instant of every step, in the strategy's order (case.md, "Strategy and timetable"):
 * own day, not before the gap after the previous reminder, a legal wait and a full budget, not before the first sending hour
 * still ahead of `now`.
 */
export const timetable = (plan: Plan, facts: CaseFacts, now: number): readonly Dated[] => {
  const first = firstReminderDay(plan, facts);
  const course: Course = {
    previous: lastPrior(facts),
    texted: lastPrior(facts),
    approached: facts.priorReminders.map(({ on }) => on),
    hangs: false,
    legal: null,
    letter: facts.letterPostedOn,
    notice: null,
    granted: null,
  };
  return plan.steps.map((step) => {
    const fact = factOf(facts, step.key);
    const own = ownDay(plan, facts, step, course, first);
    const dated = isSettled(fact) ? settled(fact, own) : expected(plan, facts, step, fact, own, course, now);
    follow(plan, course, step, fact, dated);
    return dated;
  });
};

type Course = {
  previous: Day | null;
  /** The same by the days of the texts: a letter posted before its planned day says what follows from that day. */
  texted: Day | null;
  /** The days of all approaches so far, real or expected. */
  readonly approached: Day[];
  hangs: boolean;
  /** Before this day the law lets nobody be asked. */
  legal: Day | null;
  letter: Day | null;
  notice: Day | null;
  /** The last day to pay that a reminder so far has printed, or will. */
  granted: Day | null;
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
  step.action === 'call' || step.action === 'visit'
    ? bothOpen(plan.creditorCalendar, plan.debtorCalendar)
    : plan.creditorCalendar;

/** The last business day on which the step may happen, or null without a limit. */
export const lastDay = (plan: Plan, facts: Pick<CaseFacts, 'dueOn'>, step: PlannedStep): Day | null =>
  step.notAfter === null ? null : onOrBefore(calendarOf(plan, step), addDays(facts.dueOn, step.notAfter));

/** The printed last day of a notice's period: planned posting + 3 business days + the days granted, rolled. */
export const noticePeriodEnd = (plan: Plan, postedOn: Day, grantedDays: number): Day => {
  const presented = addBusinessDays(plan.creditorCalendar, postedOn, POST_BUSINESS_DAYS);
  return onOrAfter(bothOpen(plan.creditorCalendar, plan.debtorCalendar), addDays(presented, grantedDays));
};

/** The last day of real or expected approach before the steps: reminders sent before Huitaine. */
const lastPrior = (facts: CaseFacts): Day | null =>
  facts.priorReminders.reduce<Day | null>((last, { on }) => (last === null ? on : later(last, on)), null);

/**
 * The last day of the posted notice's period: the printed one, or later where the post took longer than expected, since
 * the days granted count from the first presentation. Null = none is posted.
 */
export const noticeEnd = (plan: Plan, { notice }: Pick<CaseFacts, 'notice'>): Day | null => {
  if (notice === null) return null;
  const { periodEndsOn, presentedOn } = notice;
  const days = plan.steps.map(({ grants }) => (grants?.kind === 'notice' ? grants.days : 0));
  const calendar = bothOpen(plan.creditorCalendar, plan.debtorCalendar);
  return presentedOn === undefined
    ? periodEndsOn
    : later(periodEndsOn, onOrAfter(calendar, addDays(presentedOn, Math.max(...days))));
};

const ownDay = (plan: Plan, facts: CaseFacts, step: PlannedStep, course: Course, first: Day): Day => {
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

const anchoredDay = (plan: Plan, facts: CaseFacts, step: PlannedStep, course: Course): Day => {
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

/** What a step follows. A formal notice comes on the day that the text before it announced, never before. */
const previousOf = ({ grants }: PlannedStep, { previous, texted }: Course): Day | null =>
  grants?.kind === 'notice' ? texted : previous;

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
  course: Course,
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

/** What keeps a step apart from what came before: the gap, the law's wait, the budget, a day to pay that was granted. */
const earliestDay = (plan: Plan, step: PlannedStep, course: Course): Day | null => {
  const { legal, approached, granted } = course;
  if (!approaches(step)) return legal;
  const previous = previousOf(step, course);
  const afterGap = previous === null ? null : addDays(previous, step.gap);
  // What a letter grants, it grants: no formal notice before that day is over.
  const afterGrant = step.grants?.kind === 'notice' && granted !== null ? addDays(granted, 1) : null;
  return [afterGap, legal, afterBudget(plan, step, approached), afterGrant].reduce((a, b) =>
    a && b ? later(a, b) : (a ?? b),
  );
};

/** With four approaches on record, the fifth waits until the 31st day after the first of them; formal notices don't. */
const afterBudget = (plan: Plan, step: PlannedStep, approached: readonly Day[]): Day | null => {
  // A case that was announced before its law was chosen keeps its course.
  const budget = plan.law ? columnOf(plan).budget : null;
  if (budget === null || step.grants?.kind === 'notice') return null;
  const first = [...approached].sort().at(-budget.approaches);
  return first === undefined ? null : addDays(first, budget.days + 1);
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

/** Carries what the next steps count from. */
const follow = (plan: Plan, course: Course, step: PlannedStep, fact: StepFact, dated: Dated): void => {
  const reached = isSettled(fact) ? fact.contact : approaches(step);
  if (dated.on === null || !reached) return;
  course.previous = latest(course.previous, dated.on);
  course.approached.push(dated.on);
  const isLetter = step.action === 'letter' || step.action === 'registered-letter';
  const planned = isSettled(fact) ? fact.textOn : isLetter ? plannedPosting(plan, dated.on, dated.at ?? 0) : null;
  const textOn = planned ?? dated.on;
  course.texted = latest(course.texted, later(dated.on, textOn));
  const granted = payBy(plan, step, textOn);
  if (granted !== null) course.granted = latest(course.granted, granted);
  if (step.key === BE_FIRST_REMINDER) course.legal = waitAfter(fact, dated.on);
  course.hangs = !isSettled(fact);
  if (isLetter && !isSettled(fact)) course.letter = textOn;
  if (isLetter && step.grants?.kind === 'notice') course.notice = noticePeriodEnd(plan, textOn, step.grants.days);
};

const latest = (before: Day | null, on: Day): Day => (before === null ? on : later(before, on));
