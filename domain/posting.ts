import { addBusinessDays, bothOpen, isBusinessDay, nextBusinessDay, onOrAfter } from './calendar.ts';
import { addDays, later, type Day } from './day.ts';
import type { CaseFacts } from './facts.ts';
import { instantOn } from './instant.ts';
import type { Plan } from './plan.ts';

/** The hour of a business day, in the creditor's time zone, at which his post leaves: what is printed later goes with the next one. */
const POST_LEAVES_AT = 15;

/**
 * The day on which a letter made on `today` is to be posted: that day, where the creditor works and his post hasn't left
 * by then, else his next business day.
 * @param at the instant of its making, in epoch milliseconds
 */
export const plannedPosting = (
  { creditorCalendar, timeZone }: Pick<Plan, 'creditorCalendar' | 'timeZone'>,
  today: Day,
  at: number,
): Day =>
  isBusinessDay(creditorCalendar, today) && at < instantOn(today, POST_LEAVES_AT, timeZone)
    ? today
    : nextBusinessDay(creditorCalendar, today);

/** Planned posting to printed date: days in the post before the period granted begins (case.md, "Formal notice"). */
const POST_BUSINESS_DAYS = 3;

/** The printed last day of a notice's period: planned posting + 3 business days + the days granted, rolled. */
export const noticePeriodEnd = (plan: Plan, postedOn: Day, grantedDays: number): Day => {
  const presented = addBusinessDays(plan.creditorCalendar, postedOn, POST_BUSINESS_DAYS);
  return onOrAfter(bothOpen(plan.creditorCalendar, plan.debtorCalendar), addDays(presented, grantedDays));
};

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
