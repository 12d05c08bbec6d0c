import { addDays, type Day } from '../day.ts';
import { overlay } from '../overlay.ts';
import { lawOf, type Plan } from '../plan.ts';
import type { PlannedStep } from '../strategy.ts';

/** The day a message of the step prints: principal in by then ends the claim. Null = it promises nothing. */
export const waivesUntil = (plan: Plan, step: PlannedStep, madeOn: Day): Day | null => {
  if (plan.accessories !== 'waive-if-paid-by' || step.grants?.kind !== 'pay-by') return null;
  // Interest on a French public buyer can't be given up (CCP L2192-13).
  if (lawOf(plan).regime === 'FR_B2G_FROZEN') return null;
  return overlay(plan, step).announces.includes('interest-by') ? addDays(madeOn, step.grants.days) : null;
};
