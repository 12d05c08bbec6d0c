import { addBusinessDays } from '../../domain/calendar.ts';
import type { Day } from '../../domain/day.ts';
import type { Deadline } from '../../domain/deadlines.ts';
import { endOfDay } from '../../domain/instant.ts';
import type { CaseTx } from '../store.ts';

/** Business days for a decision, before a deputy is asked. */
export const DECIDE_WITHIN = 5;
/** Business days for what the course can't go on without (a letter to post, an answer, a message whose fate is unclear), before a deputy is asked. */
export const ANSWER_WITHIN = 2;
/** Business days to mend an address, before the next channel is taken. */
export const ADDRESS_WITHIN = 2;

/** A deadline at the end of the n-th business day after `from`. */
export const within = (tx: CaseTx, from: Day, days: number, effect: Deadline['effect']): Deadline => {
  const on = addBusinessDays(tx.plan.creditorCalendar, from, days);
  return { on, at: endOfDay(on, tx.plan.timeZone), effect };
};
