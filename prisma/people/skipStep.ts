import type { CaseRef } from '../../domain/caseRef.ts';
import { settleStep } from '../steps.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { withdrawStep } from '../withdraw.ts';
import { plannedStep, refuseClosed, unsettled } from './refusals.ts';

/**
 * Leaves out a step that isn't done yet, whichever it is; its draft, tasks and unposted letter are withdrawn.
 * @throws Refusal CASE_CLOSED, NOT_FOUND, STEP_SETTLED
 */
export const skipStep = (store: Store, ref: CaseRef, key: string, { reason }: { readonly reason: string }, actor: Actor): Promise<void> =>
  store.change(ref, actor, async (tx) => {
    const facts = await tx.facts();
    refuseClosed(facts);
    plannedStep(tx.plan, key);
    unsettled(facts, key);
    await leaveOut(tx, key, reason);
  });

/** Withdraws what waits for a person and settles the step as skipped. */
export const leaveOut = async (tx: CaseTx, key: string, reason: string): Promise<void> => {
  await withdrawStep(tx, key, `skipped: ${reason}`, 'planned');
  await settleStep(tx, key, { status: 'skipped', reason });
};
