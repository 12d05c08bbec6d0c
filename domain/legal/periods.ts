import { onOrAfter, type Calendar } from '../calendar.ts';
import { addDays, addMonths, day, type Day } from '../day.ts';

/** The end of a legal period: by the calendar alone, and as it counts when it falls on a Saturday, Sunday or holiday. */
export type PeriodEnd = { readonly raw: Day; readonly rolled: Day };

/** Art. 641 and 642 CPC: the same day of the month, else its last; a closed day moves on to the next business day. */
const monthsAfter = (calendar: Calendar, from: Day, months: number): PeriodEnd => {
  const raw = addMonths(from, months);
  return { raw, rolled: onOrAfter(calendar, raw) };
};

/** Orders for payment of this day and later: three months instead of six to serve them, two to wait (décret n° 2026-96, art. 9). */
const NEW_ORDERS = day('2026-09-01');

/** Within which a French order for payment must be served, else it is void (CPC 1411). */
export const orderServiceEnd = (calendar: Calendar, orderOn: Day): PeriodEnd =>
  monthsAfter(calendar, orderOn, orderOn < NEW_ORDERS ? 6 : 3);

/** Within which the debtor may oppose an order served on him in person (CPC 1416). */
export const oppositionEnd = (calendar: Calendar, servedOn: Day): PeriodEnd => monthsAfter(calendar, servedOn, 1);

/** From which an order of 1 September 2026 or later may be executed if nobody opposed it (CPC 1422). */
export const executionWaitEnd = (calendar: Calendar, servedOn: Day): PeriodEnd => monthsAfter(calendar, servedOn, 2);

/** A command to pay: the debtor's month, and the first day on which its officer may record that nothing was contested. */
export type CommandPeriod = { readonly month: PeriodEnd; readonly recordFrom: Day };

/**
 * Uncontested claims without a judge: France CPCE L126-1 ff., Belgium Code judiciaire art. 1394/20 ff. (IOS). The month is
 * rolled before the eight days are added: the reading that leaves the debtor more.
 */
export const commandPeriod = (calendar: Calendar, servedOn: Day): CommandPeriod => {
  const month = monthsAfter(calendar, servedOn, 1);
  return { month, recordFrom: addDays(month.rolled, 8) };
};
