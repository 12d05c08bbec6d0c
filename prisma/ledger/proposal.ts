import type { PaymentRequest } from '../../api/schemas/payment.ts';
import type { Prisma } from '../generated/client.ts';
import { debtorByIban, doubtfulInvoices, openInvoices } from './matching.ts';

/** What a person is shown about a payment that names no invoice; nothing is allocated by it. */
export type Proposal = {
  readonly debtorId: string;
  readonly allocations: readonly {
    readonly invoiceId: string;
    readonly amount: { readonly minor: number; readonly currency: string };
  }[];
  readonly because: string;
  /** Debtors whose money it could be as well. */
  readonly others?: readonly string[];
};

type Guess = { readonly debtorId: string; readonly because: string };

/** Whose money it could be, and which of his invoices it would pay, the oldest due first. */
export const propose = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  payment: PaymentRequest,
): Promise<Proposal | null> => {
  const shared = await sharedReference(db, creditorId, payment);
  if (shared) return shared;
  const guess = await guessDebtor(db, creditorId, payment);
  if (!guess) return null;
  const { minor, currency } = payment.amount;
  const open = await openInvoices(db, creditorId, guess.debtorId, currency);
  const exact = open.find(({ balance }) => balance === minor);
  let left = minor;
  const parts = (exact ? [exact] : open).map(({ invoice, balance }) => {
    const part = Math.max(0, Math.min(left, balance));
    left -= part;
    return { invoiceId: invoice.id, amount: { minor: part, currency } };
  });
  return { ...guess, allocations: parts.filter(({ amount }) => amount.minor > 0) };
};

/** A reference that several open invoices bear: the one with that balance, else the oldest due, for a person to judge. */
const sharedReference = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  payment: PaymentRequest,
): Promise<Proposal | null> => {
  const { minor, currency } = payment.amount;
  const open = await doubtfulInvoices(db, creditorId, payment);
  const likely = open.find(({ balance }) => balance === minor) ?? open[0];
  if (!likely) return null;
  const { id, debtorId } = likely.invoice;
  const debtors = new Set(open.map(({ invoice }) => invoice.debtorId));
  return {
    debtorId,
    allocations: [{ invoiceId: id, amount: { minor: Math.min(minor, likely.balance), currency } }],
    because: 'several invoices bear its reference',
    others: [...debtors].filter((other) => other !== debtorId),
  };
};

const guessDebtor = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  payment: PaymentRequest,
): Promise<Guess | null> => {
  const { payer, amount } = payment;
  if (payer?.debtorId !== undefined && (await db.debtor.count({ where: { creditorId, id: payer.debtorId } })) > 0)
    return { debtorId: payer.debtorId, because: 'the payment names the debtor' };
  const known = await debtorByIban(db, creditorId, payer?.iban ?? null);
  if (known !== null) return { debtorId: known, because: 'earlier payments came from this IBAN' };
  const named =
    payer?.name === undefined
      ? []
      : await db.debtor.findMany({
          where: { creditorId, name: { equals: payer.name, mode: 'insensitive' } },
          select: { id: true },
          take: 2,
        });
  if (named.length === 1 && named[0]) return { debtorId: named[0].id, because: "the payer has the debtor's name" };
  const same = await db.invoice.findMany({
    where: { creditorId, closedOn: null, currency: amount.currency, amountMinor: BigInt(amount.minor) },
    select: { debtorId: true },
    distinct: ['debtorId'],
    take: 2,
  });
  return same.length === 1 && same[0]
    ? { debtorId: same[0].debtorId, because: 'one debtor only has an open invoice over this amount' }
    : null;
};
