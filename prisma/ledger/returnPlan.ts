import type { Day } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import { balanceOf } from '../../domain/settlement.ts';
import { readLedger } from '../facts.ts';
import type { Payment, Prisma } from '../generated/client.ts';
import { paidTooMuch } from './accessories.ts';
import { positionOf, total, type Position } from './position.ts';
import type { Share } from './shares.ts';

/** reversal: the money went back, the claim revives. refund: we gave back what was too much. */
export type Return = {
  readonly id: string;
  readonly is: 'reversal' | 'refund';
  readonly on: Day;
  readonly amount?: { readonly minor: number; readonly currency: string } | undefined;
  /** As sent, to tell a repeat from a conflict. */
  readonly request: object;
};

type Planned = { readonly minor: number; readonly shares: readonly Share[] };

/** How much goes back and from where: first what isn't allocated, then from the newest allocation back. */
export const planReturn = async (
  db: Prisma.TransactionClient,
  payment: Payment,
  { is, amount }: Return,
): Promise<Planned> => {
  if (amount && amount.currency !== payment.currency)
    throw new Refusal(
      'CURRENCY_MISMATCH',
      `expected ${payment.currency}, the payment's currency, got ${amount.currency}`,
    );
  const position = await positionOf(db, payment);
  const takeable = is === 'reversal' ? position.onInvoices : await tooMuch(db, payment.creditorId, position);
  const minor =
    amount?.minor ??
    (is === 'reversal' ? position.kept : position.rest + total(takeable.map((share) => share.amountMinor)));
  if (minor > position.kept || minor <= 0)
    throw new Refusal(
      'ALLOCATION_EXCEEDS',
      `expected 1 to ${position.kept}, what is left of the payment (minor units), got ${minor}`,
      [
        {
          pointer: '/amount/minor',
          code: 'ALLOCATION_EXCEEDS',
          detail: `expected 1 to ${position.kept}, got ${minor}`,
        },
      ],
    );
  let left = Math.max(0, minor - position.rest);
  const shares = takeable.map(({ invoiceId, amountMinor }) => {
    const part = Math.min(left, amountMinor);
    left -= part;
    return { invoiceId, amountMinor: part };
  });
  return { minor, shares: shares.filter((share) => share.amountMinor > 0) };
};

/** A refund takes from an invoice only what it has received too much: it never revives a claim. */
const tooMuch = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  { onInvoices }: Position,
): Promise<readonly Share[]> => {
  const shares: Share[] = [];
  for (const { invoiceId, amountMinor } of onInvoices) {
    const invoice = await db.invoice.findUniqueOrThrow({ where: { creditorId_id: { creditorId, id: invoiceId } } });
    const excess = await paidTooMuch(db, invoice, balanceOf(await readLedger(db, invoice)));
    shares.push({ invoiceId, amountMinor: Math.min(amountMinor, excess) });
  }
  return shares;
};
