import type { CaseRef } from '../../domain/caseRef.ts';
import { settleStep } from '../steps.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { withdrawReservation } from '../course/reservation.ts';
import { withdrawStep } from '../withdraw.ts';
import { plannedStep, refuseClosed, refuseMandatory, unsettled } from './refusals.ts';

/**
 * Leaves out a step that isn't done yet, unless the law asks for it; its draft, tasks and unposted letter are withdrawn.
 * @throws Refusal CASE_CLOSED, NOT_FOUND, STEP_SETTLED, STEP_MANDATORY
 */
export const skipStep = (
  store: Store,
  ref: CaseRef,
  key: string,
  { reason }: { readonly reason: string },
  actor: Actor,
): Promise<void> =>
  store.change(ref, actor, async (tx) => {
    const facts = await tx.facts();
    refuseClosed(facts);
    plannedStep(tx.plan, key);
    unsettled(facts, key);
    await leaveOut(tx, key, reason);
  });

/**
 * Withdraws what waits for a person or still has to leave, and settles the step as skipped.
 * @throws Refusal STEP_MANDATORY
 */
export const leaveOut = async (tx: CaseTx, key: string, reason: string): Promise<void> => {
  refuseMandatory(plannedStep(tx.plan, key));
  await dropReservation(tx, key);
  await withdrawStep(tx, key, `skipped: ${reason}`, 'planned');
  await settleStep(tx, key, { status: 'skipped', reason });
};

/** A message that surely didn't leave will not; one that may have left is on record as unclear and not tried again. */
const dropReservation = async (tx: CaseTx, stepKey: string): Promise<void> => {
  const reminder = await tx.db.reminder.findFirst({ where: { ...tx.ref, stepKey, status: 'reserved' } });
  if (!reminder) return;
  const message =
    reminder.messageId === null ? null : await tx.db.message.findUnique({ where: { id: reminder.messageId } });
  if (reminder.firstAttemptAt === null || message?.failure?.startsWith('unsent'))
    return withdrawReservation(tx, reminder);
  await tx.db.reminder.update({
    where: { key: reminder.key },
    data: { status: 'unclear', settledAt: new Date(tx.now) },
  });
  if (message) await tx.db.message.update({ where: { id: message.id }, data: { status: 'unclear' } });
};
