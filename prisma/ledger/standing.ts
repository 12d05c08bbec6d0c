import type { Payment, Prisma } from '../generated/client.ts';
import { closeAllocationTask, openAllocationTask } from './allocationTask.ts';
import { keyOf, lockPayment, type PaymentKey } from './payment.ts';
import { positionOf } from './position.ts';

/** Says anew where a payment stands after its allocations changed, and keeps the task for a person in step with it. */
export const restate = async (
  db: Prisma.TransactionClient,
  key: PaymentKey,
  who: { readonly at: Date; readonly today: string; readonly by: string },
): Promise<Payment> => {
  const payment = await lockPayment(db, keyOf(key));
  const { rest } = await positionOf(db, payment);
  const status = payment.waitingFor.length > 0 ? 'waiting' : rest > 0 ? 'unmatched' : 'allocated';
  if (status === 'unmatched') await openAllocationTask(db, payment, rest, who);
  else await closeAllocationTask(db, payment, who);
  return db.payment.update({ where: { creditorId_source_id: keyOf(key) }, data: { status } });
};
