import type { Payment, Prisma } from '../generated/client.ts';
import { keyOf, type PaymentKey } from './payment.ts';
import { readShares, type Share } from './shares.ts';

/** Where the money of one payment is now, in whole minor units. */
export type Position = {
  /** Still on each invoice: allocated, less what went back; newest allocation first. */
  readonly onInvoices: readonly Share[];
  /** Neither allocated nor given back. */
  readonly rest: number;
  /** Not yet reversed or refunded. */
  readonly kept: number;
};

/** Sums a payment's allocations, reversals and refunds. */
export const positionOf = async (db: Prisma.TransactionClient, payment: Payment): Promise<Position> => {
  const where = paymentWhere(payment);
  const allocations = await db.allocation.findMany({ where, orderBy: [{ recordedAt: 'desc' }, { invoiceId: 'desc' }] });
  const returns = await db.reversal.findMany({ where });
  const shares = returns.flatMap(readShares);
  const given = total(returns.map((row) => Number(row.amountMinor)));
  const fromInvoices = total(shares.map(({ amountMinor }) => amountMinor));
  const onInvoices = allocations.map(({ invoiceId, amountMinor }) => ({
    invoiceId,
    amountMinor:
      Number(amountMinor) -
      total(shares.filter((share) => share.invoiceId === invoiceId).map((share) => share.amountMinor)),
  }));
  const allocated = total(allocations.map(({ amountMinor }) => Number(amountMinor)));
  return {
    onInvoices,
    // A refund may give back more than was too much: that part came from no rest.
    rest: Math.max(0, Number(payment.amountMinor) - allocated - (given - fromInvoices)),
    kept: Number(payment.amountMinor) - given,
  };
};

export const paymentWhere = (payment: PaymentKey): { creditorId: string; source: string; paymentId: string } => {
  const { creditorId, source, id } = keyOf(payment);
  return { creditorId, source, paymentId: id };
};

export const total = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
