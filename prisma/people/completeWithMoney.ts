import type { CaseRef } from '../../domain/caseRef.ts';
import { day } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Task } from '../generated/client.ts';
import { allocatePayment } from '../ledger/allocate.ts';
import { returnPayment } from '../ledger/returns.ts';
import type { Actor, Store } from '../store.ts';
import { closeTask } from '../tasks.ts';
import { COMPLETIONS } from './completionBodies.ts';
import { parseBody } from './parseBody.ts';
import { openTaskRow } from './taskRow.ts';

/**
 * Tasks about money itself are done by what the ledger records; the ledger closes them when nothing is left to place
 * or to give back. Returns the cases that it moved.
 */
export const completeWithMoney = async (
  store: Store,
  task: Task,
  body: object,
  actor: Actor,
): Promise<readonly CaseRef[]> => {
  const { creditorId, id: taskId, kind } = task;
  await openTaskRow(store.db, { creditorId, taskId });
  return kind === 'refund' ? giveBack(store, task, body, actor) : allocate(store, task, body, actor);
};

const allocate = async (
  store: Store,
  { creditorId, details }: Task,
  body: object,
  actor: Actor,
): Promise<readonly CaseRef[]> => {
  const { allocations } = parseBody(
    COMPLETIONS['allocate-payment'],
    body,
    'completing a task of kind allocate-payment',
  );
  const { paymentId, source, currency } = details as { paymentId: string; source: string; currency: string };
  const other = allocations.find(({ amount }) => amount.currency !== currency);
  if (other)
    throw new Refusal(
      'CURRENCY_MISMATCH',
      `expected amounts in ${currency}, the payment's currency, got ${other.amount.currency}`,
    );
  const parts = allocations.map(({ invoiceId, amount }) => ({ invoiceId, minor: amount.minor }));
  return allocatePayment(store, { creditorId, source, id: paymentId }, parts, actor);
};

/** The excess of an invoice goes back from its newest payments; the task's id makes a repeat harmless. */
const giveBack = async (store: Store, task: Task, body: object, actor: Actor): Promise<readonly CaseRef[]> => {
  const { creditorId, invoiceId } = task;
  const { reference, on } = parseBody(COMPLETIONS.refund, body, 'completing a task of kind refund');
  if (invoiceId === null) throw new RangeError(`expected task ${task.id} to name the invoice that was paid too much`);
  const { facts } = await store.read({ creditorId, invoiceId });
  let left = Math.max(0, -facts.balanceMinor);
  const allocations = await store.db.allocation.findMany({
    where: { creditorId, invoiceId },
    orderBy: { recordedAt: 'desc' },
  });
  const moved: CaseRef[] = [];
  for (const { source, paymentId, amountMinor } of allocations) {
    const minor = Math.min(left, Number(amountMinor));
    if (minor === 0) break;
    const given = {
      id: `refund-${task.id}`,
      is: 'refund' as const,
      on: day(on),
      amount: { minor, currency: facts.currency },
      request: { reference, on },
    };
    const { cases } = await returnPayment(store, { creditorId, source, id: paymentId }, given, actor);
    moved.push(...cases);
    left -= minor;
  }
  await store.change({ creditorId, invoiceId }, actor, async (tx) => {
    await closeTask(tx, task.id, 'done', { reference, on });
    await tx.db.task.update({ where: { id: task.id }, data: { result: { reference, on } } });
  });
  return moved;
};
