import { isBusinessDay, nextBusinessDay } from './calendar.ts';
import type { Day } from './day.ts';
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
