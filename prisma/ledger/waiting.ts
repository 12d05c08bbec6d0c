import type { Prisma } from '../generated/client.ts';
import type { CaseTx } from '../store.ts';
import { writeAllocation } from './allocate.ts';
import { followOverpayment } from './overpayment.ts';
import { keyOf, lockPayment, wishes } from './payment.ts';
import { positionOf } from './position.ts';
import { restate } from './standing.ts';

/** Whoever looks whether an invoice is announced and whoever announces it wait for each other. */
export const lockAnnouncement = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  invoiceId: string,
): Promise<void> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`waiting/${creditorId}/${invoiceId}`}, 0))`;
};

/** Allocates the payments that named this invoice before it was announced; called by announce() in its transaction. */
export const applyWaitingPayments = async (tx: CaseTx): Promise<void> => {
  const { creditorId, invoiceId } = tx.ref;
  await lockAnnouncement(tx.db, creditorId, invoiceId);
  const waiting = await tx.db.payment.findMany({
    where: { creditorId, waitingFor: { has: invoiceId } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  for (const { source, id } of waiting) {
    const key = { creditorId, source, id };
    const payment = await lockPayment(tx.db, key);
    const wished = wishes(payment).find((part) => part.invoiceId === invoiceId)?.minor ?? 0;
    const minor = Math.min(wished, (await positionOf(tx.db, payment)).rest);
    // In another currency it stays for a person.
    if (minor > 0 && payment.currency === tx.invoice.currency) await writeAllocation(tx, payment, minor);
    await tx.db.payment.update({
      where: { creditorId_source_id: keyOf(key) },
      data: { waitingFor: payment.waitingFor.filter((name) => name !== invoiceId) },
    });
    await restate(tx.db, key, { at: new Date(tx.now), today: tx.today, by: tx.actor.name });
  }
  await followOverpayment(tx);
};
