import { balanceOf } from '../../domain/settlement.ts';
import { readShares } from '../ledger/shares.ts';
import type { Store } from '../store.ts';

/** What is still owed on each of a creditor's invoices, in minor units: three queries however many there are. */
export const balancesOf = async (
  { db }: Store,
  creditorId: string,
  invoices: readonly { readonly id: string; readonly amountMinor: bigint }[],
): Promise<ReadonlyMap<string, number>> => {
  const ids = invoices.map(({ id }) => id);
  const where = { creditorId, invoiceId: { in: ids } };
  const [payments, notes, reversals] = await Promise.all([
    db.allocation.groupBy({ by: ['invoiceId'], where, _sum: { amountMinor: true } }),
    db.creditNote.groupBy({ by: ['invoiceId'], where, _sum: { amountMinor: true } }),
    db.reversal.findMany({
      where: { creditorId, kind: 'reversal', payment: { allocations: { some: { invoiceId: { in: ids } } } } },
      select: { source: true, paymentId: true, id: true, shares: true },
    }),
  ]);
  const paid = new Map(payments.map((row) => [row.invoiceId, Number(row._sum.amountMinor ?? 0)]));
  const credited = new Map(notes.map((row) => [row.invoiceId, Number(row._sum.amountMinor ?? 0)]));
  const shares = reversals.flatMap(readShares);
  return new Map(
    invoices.map(({ id, amountMinor }) => [
      id,
      balanceOf({
        amountMinor: Number(amountMinor),
        paymentsMinor: paid.get(id) ?? 0,
        creditNotesMinor: credited.get(id) ?? 0,
        reversalsMinor: shares
          .filter(({ invoiceId }) => invoiceId === id)
          .reduce((sum, share) => sum + share.amountMinor, 0),
        toleranceMinor: 0,
      }),
    ]),
  );
};
