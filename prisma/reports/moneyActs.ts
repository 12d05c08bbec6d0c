import type { Act } from '../../templates/letters/reports.ts';
import type { Invoice, Prisma } from '../generated/client.ts';
import { shareOf } from '../ledger/shares.ts';
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
      ...payment.reversals.flatMap((row) => {
        const { kind, on } = row;
        const minor = shareOf(row, invoiceId);
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
