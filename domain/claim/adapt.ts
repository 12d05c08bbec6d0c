import type { DebtorKind } from '../plan.ts';
import { approaches, isPostDue, isSpoken, type Approval, type PlannedStep } from '../strategy.ts';
import { columnFor, type Column } from './column.ts';
import { BE_FIRST_REMINDER } from './firstReminder.ts';
import type { Law } from './law.ts';

/** The steps of a strategy as the debtor's regime wants them, made once, when the invoice is announced (strategies.md, "Overlays"). */
export const adapt = (
  steps: readonly PlannedStep[],
  { debtorKind, law }: { readonly debtorKind: DebtorKind; readonly law: Law },
): readonly PlannedStep[] => {
  const column = columnFor(debtorKind, law);
  const first = steps.find((step) => isPostDue(step) && approaches(step) && step.enabled);
  return steps.flatMap((step) => {
    const fitted = withNotice(column, withGap(column, step));
    if (step !== first || column.first === 'strategy') return [fitted];
    return column.first === 'written' ? [inWriting(fitted)] : [freeFirstReminder(fitted), fitted];
  });
};

const withGap = ({ gap }: Column, step: PlannedStep): PlannedStep =>
  isPostDue(step) && approaches(step) ? { ...step, gap: Math.max(step.gap, gap) } : step;

const withNotice = ({ noticeDays }: Column, step: PlannedStep): PlannedStep =>
  noticeDays !== null && step.grants?.kind === 'notice'
    ? { ...step, grants: { kind: 'notice', days: noticeDays } }
    : step;

/** Where the strategy would ring, or leave the way to the debtor's preference: an e-mail, or a letter. */
const inWriting = (step: PlannedStep): PlannedStep =>
  isSpoken(step.action) || step.action === 'preferred'
    ? { ...step, action: 'email', orByPost: true, approval: ofText(step.approval), whenSpoken: null }
    : step;

/** Who would have rung releases the text instead. */
const ofText = (approval: Approval): Approval =>
  approval.by === 'task' ? { by: 'person', within: approval.within, onDeadline: 'wait' } : approval;

/** CDE XIX.2: free, on the day of the strategy's own first reminder. It never expires: without it nothing may be claimed. */
const freeFirstReminder = ({ offset, roll, notAfter, gap }: PlannedStep): PlannedStep => ({
  id: BE_FIRST_REMINDER,
  key: BE_FIRST_REMINDER,
  action: 'email',
  orByPost: true,
  level: 1,
  offset,
  gap,
  roll,
  notAfter,
  onLate: 'send',
  approval: { by: 'auto' },
  whenSpoken: null,
  conditions: [],
  announces: ['consequences'],
  grants: null,
  personalLine: 'none',
  attempts: 3,
  enabled: true,
  scope: 'invoice',
  mandatory: true,
  repeat: null,
  purpose:
    'Premier rappel gratuit que la loi belge exige : la somme, ce qui a été fourni, et quatorze jours pour payer.',
});
