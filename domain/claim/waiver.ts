import { earlier, type Day } from '../day.ts';
import { overlay } from '../overlay.ts';
import { payBy } from '../payBy.ts';
import { lawOf, type Plan } from '../plan.ts';
import type { PlannedStep } from '../strategy.ts';
import { balanceOn } from './balance.ts';
import type { Claim } from './claim.ts';

/** The day that a text of the step prints: principal in by then ends the claim. Null = it promises nothing. */
export const waivesUntil = (plan: Plan, step: PlannedStep, sentOn: Day): Day | null => {
  if (plan.accessories !== 'waive-if-paid-by' || !waivable(lawOf(plan))) return null;
  return overlay(plan, step).announces.includes('interest-by') ? payBy(plan, step, sentOn) : null;
};

/** Interest on a French public buyer can't be given up (CCP L2192-13). */
const waivable = ({ regime }: Claim['law']): boolean => regime !== 'FR_B2G_FROZEN';

/** A printed day, and whether the principal was in by then; null = there is still time. */
export type Promised = { readonly payBy: Day; readonly kept: boolean | null };

/** What became by a day of each promise to ask nothing more; what binds nobody isn't listed. */
export const promisesBy = (claim: Claim, on: Day): readonly Promised[] =>
  waivable(claim.law)
    ? claim.waivers.map((printed) => {
        const isIn = balanceOn(claim, earlier(printed, on)) <= claim.toleranceMinor;
        return { payBy: printed, kept: isIn || printed < on ? isIn : null };
      })
    : [];

/** The principal was in by a day that a message printed: nothing besides it is owed any more. */
export const isWaived = (claim: Claim, on: Day): boolean => promisesBy(claim, on).some(({ kept }) => kept === true);
