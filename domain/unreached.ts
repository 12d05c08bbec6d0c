import { overlay } from './overlay.ts';
import type { Plan } from './plan.ts';
import type { PlannedStep } from './strategy.ts';

/**
 * Whether a call or visit that reached nobody is written instead: what it had to announce (case.md, "Call"), and always
 * where the step is the change of channel itself, which a silent telephone isn't (S0.2).
 */
export const isWrittenInstead = (plan: Plan, step: PlannedStep): boolean =>
  step.action === 'other-channel' || overlay(plan, step).announces.length > 0;
