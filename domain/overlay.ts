import { columnOf, type Column } from './claim/column.ts';
import { BE_FIRST_REMINDER, comesAfterFirstReminder } from './claim/firstReminder.ts';
import { lawOf, type Plan } from './plan.ts';
import { isPostDue, type Announcement, type Approval, type PlannedStep } from './strategy.ts';

/** What the debtor's regime makes of a step (strategies.md, "Overlays"). */
export type Overlaid = {
  /** Why the step never happens to this debtor, or null. */
  readonly skip: string | null;
  readonly approval: Approval;
  /** What a message of the step may say to him. */
  readonly announces: readonly Announcement[];
};

export const overlay = (plan: Plan, step: PlannedStep): Overlaid => {
  const column = columnOf(plan);
  return {
    skip: skipOf(plan, column, step),
    approval: approvalOf(column, step),
    announces: announcesOf(plan, column, step),
  };
};

const skipOf = (plan: Plan, column: Column, step: PlannedStep): string | null => {
  const kind = plan.debtorKind;
  if (!step.enabled) return 'switched off in the strategy';
  if (step.action === 'call' && !isPostDue(step) && !column.callsBeforeDue)
    return 'consumers are not rung before the due date';
  if (step.action === 'visit' && !column.visits) return `no visits to a debtor of kind ${kind}`;
  if (step.action === 'stop-deliveries' && !column.stopsDeliveries) return 'deliveries are stopped to businesses only';
  if (step.repeat !== null && !column.repeats) return `no repeated reminders to a debtor of kind ${kind}`;
  if (step.level === 1 && comesAfterFirstReminder(plan, step.key))
    return `the law's free first reminder, ${BE_FIRST_REMINDER}, comes in its place`;
  return null;
};

const PERSON: Approval = { by: 'person', within: 1, onDeadline: 'wait' };
const MANAGER: Approval = { by: 'manager', within: 2, onDeadline: 'wait' };

const approvalOf = (column: Column, step: PlannedStep): Approval => {
  const { approval } = step;
  if (column.managerForNotice && step.grants?.kind === 'notice' && approval.by !== 'manager') return MANAGER;
  if (!needsPerson(column, step)) return approval;
  if (approval.by === 'auto') return PERSON;
  return 'onDeadline' in approval ? { ...approval, onDeadline: 'wait' } : approval;
};

const needsPerson = ({ personFrom }: Column, { level }: PlannedStep): boolean =>
  personFrom !== null && level >= personFrom;

/**
 * Who releases a text of the step. One in a call's place (`rung`: it was tried) was decided with the call, except where
 * the regime wants a person for every text.
 */
export const approvalOfText = (plan: Plan, step: PlannedStep, rung: boolean): Approval => {
  const { approval } = overlay(plan, step);
  if (approval.by !== 'task' && !rung) return approval;
  return needsPerson(columnOf(plan), step) ? PERSON : { by: 'auto' };
};

const ACCESSORIES: readonly Announcement[] = ['consequences', 'interest-by', 'interest'];

const announcesOf = (plan: Plan, column: Column, step: PlannedStep): readonly Announcement[] => {
  const silent = [...(givesUpAccessories(plan) ? ACCESSORIES : []), ...column.never, ...silentBy(plan, column, step)];
  const allowed = step.announces.filter((code) => !silent.includes(code));
  if (!column.noWaiver) return allowed;
  return [...new Set(allowed.map((code) => (code === 'interest-by' ? 'interest' : code)))];
};

/** A policy can't give up what the law doesn't let be given up. */
const givesUpAccessories = (plan: Plan): boolean =>
  plan.accessories === 'never' && lawOf(plan).regime !== 'FR_B2G_FROZEN';

/** Where the step stands: before the formal one, or is it; the free first reminder says what the law makes it say. */
const silentBy = (plan: Plan, column: Column, step: PlannedStep): readonly Announcement[] => {
  if (step.key === BE_FIRST_REMINDER) return [];
  if (step.grants?.kind === 'notice') return column.inNotice;
  const notice = plan.steps.findIndex(({ grants }) => grants?.kind === 'notice');
  const before = notice < 0 || plan.steps.findIndex(({ key }) => key === step.key) < notice;
  return before ? column.beforeNotice : [];
};
