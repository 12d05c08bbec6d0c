import { belgianReferencesIn, compactReference, isRfReference } from '../../domain/references.ts';
import { balanceOf } from '../../domain/settlement.ts';
import type { PaymentRequest } from '../../api/schemas/payment.ts';
import { readLedger } from '../facts.ts';
import type { Invoice, Prisma } from '../generated/client.ts';
import type { Allocating } from './payment.ts';

type Db = Prisma.TransactionClient;

export type Open = { readonly invoice: Invoice; readonly balance: number };

/** Where a payment belongs beyond doubt: structured reference, invoice number, or the payer's known IBAN with an exact amount. */
export const match = async (db: Db, creditorId: string, payment: PaymentRequest): Promise<readonly Allocating[]> => {
  const { certain, doubtful } = await namedInvoices(db, creditorId, payment);
  // Neither amount nor IBAN decides what the reference leaves open.
  if (doubtful.length > 0) return [];
  if (certain.length > 0) return spread(await withBalances(db, certain), payment.amount.minor);
  const debtorId = await debtorByIban(db, creditorId, payment.payer?.iban ?? null);
  if (debtorId === null) return [];
  const exact = (await openInvoices(db, creditorId, debtorId, payment.amount.currency)).find(
    ({ balance }) => balance === payment.amount.minor,
  );
  return exact ? [{ invoiceId: exact.invoice.id, minor: payment.amount.minor }] : [];
};

/** The invoices that a payment names; `doubtful` = those that share a structured reference, so that it tells nothing. */
type Named = { readonly certain: readonly Invoice[]; readonly doubtful: readonly Invoice[] };

const NOTHING: Named = { certain: [], doubtful: [] };

const namedInvoices = async (db: Db, creditorId: string, { reference, amount }: PaymentRequest): Promise<Named> => {
  if (reference === undefined) return NOTHING;
  const structured = await byStructuredReference(db, creditorId, reference, amount.currency);
  if (structured.certain.length > 0 || structured.doubtful.length > 0) return structured;
  return { certain: await byNumber(db, creditorId, reference, amount.currency), doubtful: [] };
};

/** The open invoices that share a payment's structured reference, the oldest due first. */
export const doubtfulInvoices = async (
  db: Db,
  creditorId: string,
  { reference, amount }: PaymentRequest,
): Promise<readonly Open[]> => {
  if (reference === undefined) return [];
  const { doubtful } = await byStructuredReference(db, creditorId, reference, amount.currency);
  return (await withBalances(db, doubtful)).filter(({ balance }) => balance > 0);
};

type Word = { readonly id: string; readonly word: string };

const byStructuredReference = async (db: Db, creditorId: string, text: string, currency: string): Promise<Named> => {
  const words = [
    ...(await byRfReference(db, creditorId, text, currency)),
    ...(await byBelgianReference(db, creditorId, text, currency)),
  ];
  const shared = (word: string): boolean =>
    new Set(words.filter((one) => one.word === word).map(({ id }) => id)).size > 1;
  const doubtful = new Set(words.filter(({ word }) => shared(word)).map(({ id }) => id));
  const certain = words.map(({ id }) => id).filter((id) => !doubtful.has(id));
  const rows = (ids: Iterable<string>): Promise<Invoice[]> =>
    db.invoice.findMany({ where: { creditorId, id: { in: [...ids] } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] });
  return { certain: await rows(certain), doubtful: await rows(doubtful) };
};

const byRfReference = async (db: Db, creditorId: string, text: string, currency: string): Promise<readonly Word[]> => {
  const bodies = structuredReferences(text).map((reference) => reference.slice(4));
  if (bodies.length === 0) return [];
  return db.$queryRaw<Word[]>`
    SELECT "id", right(regexp_replace(upper("number"), '[^A-Z0-9]', '', 'g'), 21) AS word FROM "Invoice"
    WHERE "creditorId" = ${creditorId} AND "currency" = ${currency} AND right(regexp_replace(upper("number"), '[^A-Z0-9]', '', 'g'), 21) = ANY(${bodies})`;
};

/** Only Belgian creditors give them out: elsewhere twelve digits are somebody's own business. */
const byBelgianReference = async (
  db: Db,
  creditorId: string,
  text: string,
  currency: string,
): Promise<readonly Word[]> => {
  const bodies = belgianReferencesIn(text).map((digits) => digits.slice(0, 10));
  if (bodies.length === 0) return [];
  return db.$queryRaw<Word[]>`
    SELECT i."id", lpad(right(regexp_replace(i."number", '[^0-9]', '', 'g'), 10), 10, '0') AS word
    FROM "Invoice" i JOIN "Creditor" c ON c."id" = i."creditorId"
    WHERE i."creditorId" = ${creditorId} AND c."country" = 'BE' AND i."currency" = ${currency} AND i."number" ~ '[0-9]'
      AND lpad(right(regexp_replace(i."number", '[^0-9]', '', 'g'), 10), 10, '0') = ANY(${bodies})`;
};

/** RF references in free text, also where a bank has put spaces into them. */
export const structuredReferences = (text: string): readonly string[] => {
  const words = text.toUpperCase().split(/[\s,;/]+/);
  const found = words.flatMap((word, start) =>
    word.startsWith('RF')
      ? words
          .slice(start, start + 8)
          .map((_, count) => compactReference(words.slice(start, start + count + 1).join('')))
      : [],
  );
  return [...new Set(found.filter(isRfReference))];
};

const byNumber = async (db: Db, creditorId: string, text: string, currency: string): Promise<readonly Invoice[]> => {
  const words = numbersIn(text);
  const rows = await db.invoice.findMany({
    where: { creditorId, currency, OR: [{ number: { in: [...words] } }, { id: { in: [...words] } }] },
    select: { id: true, number: true },
    take: 100,
  });
  return unambiguous(
    db,
    creditorId,
    rows.map(({ id, number }) => ({ id, word: words.includes(number) ? number : id })),
  );
};

/** Words that could be an invoice number; a few digits alone could be anything, unless they are all that was written. */
export const numbersIn = (text: string): readonly string[] => {
  const whole = text.trim();
  const words = whole
    .split(/[\s,;|]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '' && !/^\d{1,3}$/.test(word) && !/^(19|20)\d\d$/.test(word));
  return [...new Set([whole, ...words].flatMap((word) => [word, word.toUpperCase()]))];
};

/** A word that names two invoices names none. */
const unambiguous = async (db: Db, creditorId: string, rows: readonly Word[]): Promise<readonly Invoice[]> => {
  const words = rows.map(({ word }) => word);
  if (new Set(words).size < words.length) return [];
  return db.invoice.findMany({
    where: { creditorId, id: { in: rows.map(({ id }) => id) } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
};

/** The oldest due first, each up to what is owed; the last named takes what is too much. */
export const spread = (named: readonly Open[], minor: number): readonly Allocating[] => {
  const owed = named.filter(({ balance }) => balance > 0);
  const order = owed.length > 0 ? owed : named.slice(-1);
  let left = minor;
  const parts = order.map(({ invoice, balance }, index) => {
    const part = index === order.length - 1 ? left : Math.min(left, balance);
    left -= part;
    return { invoiceId: invoice.id, minor: part };
  });
  return parts.filter((part) => part.minor > 0);
};

/** Known = earlier payments from it were allocated to one debtor only. */
export const debtorByIban = async (db: Db, creditorId: string, iban: string | null): Promise<string | null> => {
  if (iban === null) return null;
  const invoices = await db.invoice.findMany({
    where: { creditorId, allocations: { some: { payment: { payerIban: iban } } } },
    select: { debtorId: true },
    distinct: ['debtorId'],
    take: 2,
  });
  return invoices.length === 1 ? (invoices[0]?.debtorId ?? null) : null;
};

/** A debtor's unsettled invoices in one currency, oldest due first. */
export const openInvoices = async (
  db: Db,
  creditorId: string,
  debtorId: string,
  currency: string,
): Promise<readonly Open[]> =>
  withBalances(
    db,
    await db.invoice.findMany({
      where: { creditorId, debtorId, currency, closedOn: null },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: 200,
    }),
  );

const withBalances = async (db: Db, invoices: readonly Invoice[]): Promise<readonly Open[]> => {
  const open: Open[] = [];
  for (const invoice of invoices) open.push({ invoice, balance: balanceOf(await readLedger(db, invoice)) });
  return open;
};
