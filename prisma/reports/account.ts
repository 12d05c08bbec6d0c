import { dayAt } from '../../domain/instant.ts';
import type { Day } from '../../domain/day.ts';
import { money, type Money } from '../../domain/money.ts';
import { paymentReference } from '../../domain/references.ts';
import { Refusal } from '../../domain/refusal.ts';
import { languageOf } from '../../templates/language.ts';
import type { AccountLine, AccountWords } from '../../templates/letters/reports.ts';
import { contactFor } from '../course/circumstances.ts';
import { creditorWords, debtorWords, invoiceWords } from '../course/partyWords.ts';
import type { Invoice } from '../generated/client.ts';
import { readCreditor, readDebtor } from '../profiles.ts';
import { statementView, type StatementView } from '../statementView.ts';
import type { Store } from '../store.ts';
import { perCurrency } from './totals.ts';

export type AccountEntry = AccountLine & {
  readonly invoiceId: string;
  readonly status: string;
  readonly paid: Money;
  readonly credited: Money;
  readonly claimableFrom: string | null;
  readonly warnings: StatementView['warnings'];
  readonly payments: StatementView['payments'];
};

/** A debtor's account: what is printed, and what the API answers besides. */
export type Account = Omit<AccountWords, 'invoices'> & {
  readonly debtorId: string;
  readonly iban: string | null;
  readonly invoices: readonly AccountEntry[];
};

/**
 * All invoices of a debtor that are open on a day, each with its statement of that day; absent = the creditor's today.
 * What was handed over or written off by then isn't asked for by us, and what is settled isn't open.
 * @throws Refusal NOT_FOUND
 */
export const accountOf = async (
  store: Store,
  { creditorId, debtorId }: { readonly creditorId: string; readonly debtorId: string },
  asked?: Day,
): Promise<Account> => {
  const { db } = store;
  const debtor = await db.debtor.findUnique({ where: { creditorId_id: { creditorId, id: debtorId } } });
  if (!debtor) throw new Refusal('NOT_FOUND', `expected a debtor of creditor ${creditorId}, got the id ${debtorId}`);
  const creditor = await db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const on = asked ?? dayAt(await store.now(), creditor.timeZone);
  const from = readCreditor(creditor);
  const to = readDebtor(debtor);
  const rows = await db.invoice.findMany({
    where: { creditorId, debtorId, issuedOn: { lte: on } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  const invoices: AccountEntry[] = [];
  for (const row of rows.filter((invoice) => isOurs(invoice, on))) {
    const view = await statementView(store, { creditorId, invoiceId: row.id }, on);
    if (view.total.minor > 0) invoices.push(entryOf(row, view, from.country));
  }
  return {
    debtorId,
    language: languageOf(to.language),
    on,
    creditor: creditorWords(from, to.country),
    debtor: debtorWords(to),
    contact: { name: contactFor(to, 'letter')?.name ?? null },
    iban: from.iban ?? null,
    invoices,
    totals: perCurrency(invoices, (entry) => entry.amount.currency, TOTALS),
    payments: invoices
      .flatMap(({ number, payments }) => payments.map(({ on: day, amount }) => ({ on: day, number, amount })))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
};

const TOTALS = ['amount', 'settled', 'principal', 'interest', 'indemnity', 'total'] as const;

/** Still asked for by the creditor himself on that day. */
const isOurs = ({ handedOverOn, writtenOffOn, cancelledOn }: Invoice, on: Day): boolean =>
  [handedOverOn, writtenOffOn, cancelledOn].every((day) => day === null || day > on);

const entryOf = (row: Invoice, view: StatementView, creditorCountry: string): AccountEntry => {
  const { amount, principal, interest, indemnity, total, dueOn, on, number } = view;
  const sum = (moves: readonly { readonly amount: Money }[]): number =>
    moves.reduce((all, move) => all + move.amount.minor, 0);
  const of = (minor: number): Money => money(minor, amount.currency);
  const [paid, credited] = [sum(view.payments) - sum(view.refunds), sum(view.creditNotes)];
  return {
    invoiceId: row.id,
    number,
    issuedOn: row.issuedOn,
    dueOn,
    overdue: dueOn < on,
    subject: invoiceWords(row).subject,
    status: row.status,
    amount,
    paid: of(paid),
    credited: of(credited),
    settled: of(paid + credited),
    principal,
    interest: interest.amount,
    indemnity,
    total,
    reference: paymentReference(creditorCountry, number),
    promisedUntil: view.accessories.promises.filter(({ kept }) => kept === null).at(-1)?.payBy ?? null,
    segments: interest.segments,
    missingFrom: view.missingFrom,
    unofficialRates: view.unofficialRates,
    claimableFrom: view.claimableFrom,
    warnings: view.warnings,
    payments: view.payments,
  };
};
