import { bothOpen, onOrAfter } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import type { Plan } from './plan.ts';
import type { PlannedStep } from './strategy.ts';

type Countries = Pick<Plan, 'creditorCalendar' | 'debtorCalendar'>;

/**
 * The last day to pay that a text of the step prints: its sending (a letter's planned posting) and the days granted,
 * moved to a day on which both countries work (case.md: ends of periods). Null where the step grants none.
 */
export const payBy = (
  { creditorCalendar, debtorCalendar }: Countries,
  { grants }: Pick<PlannedStep, 'grants'>,
  sentOn: Day,
): Day | null =>
  grants?.kind === 'pay-by'
    ? onOrAfter(bothOpen(creditorCalendar, debtorCalendar), addDays(sentOn, grants.days))
    : null;

/** A printed day to pay must leave the debtor so many days when the text goes out. */
const SHORTEST_DAYS = 3;

/** The last day on which a text whose dates count from `madeOn` may still leave; null = it prints no day to pay. */
export const lastSendingOf = (plan: Countries, step: PlannedStep, madeOn: Day): Day | null => {
  const until = payBy(plan, step, madeOn);
  return until && addDays(until, -SHORTEST_DAYS);
};
