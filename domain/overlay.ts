import type { Plan } from './plan.ts';
import { isPostDue, type Announcement, type Approval, type PlannedStep } from './strategy.ts';

/** What the debtor's regime makes of a step (strategies.md, "Overlays"). */
export type Overlaid = {
  /** Why the step never happens to this debtor, or null. */
  readonly skip: string | null;
  readonly approval: Approval;
  readonly announces: readonly Announcement[];
};

const PERSON: Approval = { by: 'person', within: 1, onDeadline: 'wait' };

/**
 * Until the law's overlays are data, the cautious ones: to anyone but a business nothing about accessories,
 * a person before every post-due message, and no formal notice, neutral letter or legal file.
 */
export const overlay = (plan: Plan, step: PlannedStep): Overlaid => {
  if (!step.enabled)
    return { skip: 'switched off in the strategy', approval: step.approval, announces: step.announces };
  if (plan.debtorKind === 'business') return { skip: null, approval: step.approval, announces: step.announces };
  return {
    skip: notFor(plan, step),
    approval: isPostDue(step) ? released(step.approval) : step.approval,
    announces: isPostDue(step) ? [] : step.announces,
  };
};

/** Nothing goes to him that no person released: neither by itself nor because nobody looked in time. */
const released = (approval: Approval): Approval => {
  if (approval.by === 'auto') return PERSON;
  return 'onDeadline' in approval ? { ...approval, onDeadline: 'wait' } : approval;
};

const notFor = (plan: Plan, step: PlannedStep): string | null => {
  const kind = plan.debtorKind;
  if (step.action === 'registered-letter' || step.action === 'legal-file')
    return `formal steps towards a debtor of kind ${kind} need the rules of his regime, which are not part of this version`;
  if (step.action === 'stop-deliveries') return 'deliveries are stopped to businesses only';
  if (step.action === 'visit') return `no visits to a debtor of kind ${kind}`;
  if (step.action === 'call' && !isPostDue(step) && kind === 'consumer')
    return 'consumers are not rung before the due date';
  return null;
};
