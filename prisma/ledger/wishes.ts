import type { PaymentRequest } from '../../api/schemas/payment.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Prisma } from '../generated/client.ts';
import type { Allocating } from './payment.ts';
import { total } from './position.ts';

/** What the sender says about where the money belongs; null = nothing. */
export const wished = (payment: PaymentRequest): readonly Allocating[] | null => {
  if (payment.allocations === undefined) return null;
  const parts = payment.allocations.map(({ invoiceId, amount }) => ({ invoiceId, minor: amount.minor }));
  const other = payment.allocations.find(({ amount }) => amount.currency !== payment.amount.currency);
  if (other)
    throw new Refusal(
      'CURRENCY_MISMATCH',
      `expected ${payment.amount.currency}, the payment's currency, got ${other.amount.currency}`,
    );
  const sum = total(parts.map(({ minor }) => minor));
  if (sum > payment.amount.minor)
    throw new Refusal(
      'ALLOCATION_EXCEEDS',
      `expected at most ${payment.amount.minor}, the payment's amount (minor units), got ${sum}`,
      [
        {
          pointer: '/allocations',
          code: 'ALLOCATION_EXCEEDS',
          detail: `expected at most ${payment.amount.minor} in all, got ${sum}`,
        },
      ],
    );
  return parts;
};

/** Which of the invoices are announced; all of them in the payment's currency. */
export const announcedAmong = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  parts: readonly Allocating[],
  currency: string,
): Promise<ReadonlySet<string>> => {
  const rows = await db.invoice.findMany({
    where: { creditorId, id: { in: parts.map(({ invoiceId }) => invoiceId) } },
    select: { id: true, currency: true },
  });
  const other = rows.find((row) => row.currency !== currency);
  if (other)
    throw new Refusal(
      'CURRENCY_MISMATCH',
      `expected ${other.currency}, the currency of invoice ${other.id}, got ${currency}`,
    );
  return new Set(rows.map(({ id }) => id));
};

export const requireAnnounced = (parts: readonly Allocating[], announced: ReadonlySet<string>): void => {
  const unknown = parts.find(({ invoiceId }) => !announced.has(invoiceId));
  if (unknown)
    throw new Refusal(
      'NOT_FOUND',
      `expected an announced invoice, got the id ${unknown.invoiceId}, which isn't announced`,
    );
};
