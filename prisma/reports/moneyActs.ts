import type { Act } from '../../templates/letters/reports.ts';
import type { Invoice, Prisma } from '../generated/client.ts';
import type { Share } from '../ledger/position.ts';
import { act, amountIn } from './act.ts';

/** What came in for the invoice, went back, and was credited. */
export const moneyActs = async (db: Prisma.TransactionClient, invoice: Invoice): Promise<Act[]> => {
  const { creditorId, id: invoiceId } = invoice;
  const allocations = await db.allocation.findMany({
    where: { creditorId, invoiceId },
    include: { payment: { include: { reversals: { orderBy: { recordedAt: 'asc' } } } } },
    orderBy: { recordedAt: 'asc' },
  });
  const notes = await db.creditNote.findMany({ where: { creditorId, invoiceId }, orderBy: { issuedOn: 'asc' } });
  return [
    ...allocations.flatMap(({ payment, amountMinor, by }) => [
      act({
        on: payment.receivedOn,
        kind: 'payment',
        result: payment.method,
        about: payment.reference,
        amount: amountIn(invoice, amountMinor),
        by,
      }),
      ...payment.reversals.flatMap(({ kind, on, shares }) => {
        const minor = shareOf(shares, invoiceId);
        return minor === 0
          ? []
          : [act({ on, kind: kind === 'refund' ? 'refund' : 'reversal', amount: amountIn(invoice, minor) })];
      }),
    ]),
    ...notes.map(({ issuedOn, amountMinor, reason }) =>
      act({ on: issuedOn, kind: 'credit-note', about: reason, amount: amountIn(invoice, amountMinor) }),
    ),
  ];
};

const shareOf = (shares: Prisma.JsonValue, invoiceId: string): number =>
  (shares as unknown as readonly Share[])
    .filter((share) => share.invoiceId === invoiceId)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
