import type { Day } from '../../domain/day.ts';
import { earlier } from '../../domain/day.ts';
import { dayAt } from '../../domain/instant.ts';
import { money } from '../../domain/money.ts';
import { invalidParameter, Refusal } from '../../domain/refusal.ts';
import { languageOf } from '../../templates/language.ts';
import type { Act, ActivityInvoice, ActivityTotals, ActivityWords } from '../../templates/letters/reports.ts';
import { creditorWords, invoiceWords } from '../course/partyWords.ts';
import type { Invoice } from '../generated/client.ts';
import { readCreditor } from '../profiles.ts';
import { statementView, type StatementView } from '../statementView.ts';
import type { Store } from '../store.ts';
import { actsOf } from './acts.ts';
import { perCurrency } from './totals.ts';

/** What a report is about: one invoice, one debtor, or whatever happened in a period; both days count. */
export type ActivityAsked = {
  readonly invoiceId?: string | undefined;
  readonly debtorId?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
};

export type ActivityEntry = ActivityInvoice & {
  readonly invoiceId: string;
  readonly debtorId: string;
  readonly warnings: StatementView['warnings'];
};
export type Activity = Omit<ActivityWords, 'invoices'> & { readonly invoices: readonly ActivityEntry[] };

/** A longer report is read by nobody. */
const MOST_INVOICES = 500;

/**
 * What was really done to recover, invoice by invoice, with its proofs, and what is open on the last day asked for
 * (today at the latest). A period alone lists the invoices of which something happened in it.
 * @throws Refusal NOT_FOUND, VALIDATION (nothing asked for, or too much)
 */
export const activityOf = async (store: Store, creditorId: string, asked: ActivityAsked): Promise<Activity> => {
  const { db } = store;
  const creditor = await db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const profile = readCreditor(creditor);
  const today = dayAt(await store.now(), creditor.timeZone);
  const on = asked.to === undefined ? today : earlier(asked.to, today);
  const rows = await invoicesFor(store, creditorId, asked, on);
  const named = asked.invoiceId !== undefined || asked.debtorId !== undefined;
  const invoices: ActivityEntry[] = [];
  for (const row of rows) {
    const acts = (await actsOf(db, row)).filter((act) => act.on <= on && (!asked.from || act.on >= asked.from));
    if (acts.length > 0 || named) invoices.push(await entryOf(store, row, acts, on));
  }
  return {
    language: languageOf(profile.language),
    madeOn: today,
    on,
    from: asked.from ?? null,
    creditor: creditorWords(profile, profile.country),
    invoices,
    totals: totalsOf(invoices),
  };
};

const invoicesFor = async (
  { db }: Store,
  creditorId: string,
  { invoiceId, debtorId, from, to }: ActivityAsked,
  on: Day,
): Promise<Invoice[]> => {
  if (invoiceId === undefined && debtorId === undefined && from === undefined && to === undefined) throw nothingAsked();
  if (from !== undefined && from > on) throw invalidParameter('from', `expected a day up to ${on}, got ${from}`);
  const rows = await db.invoice.findMany({
    where: {
      creditorId,
      issuedOn: { lte: on },
      ...(invoiceId === undefined ? {} : { id: invoiceId }),
      ...(debtorId === undefined ? {} : { debtorId }),
      // What closed before the period has no act in it.
      ...(from === undefined
        ? {}
        : { OR: [{ closedOn: null }, { updatedAt: { gte: new Date(`${from}T00:00:00Z`) } }] }),
    },
    orderBy: [{ debtorId: 'asc' }, { dueOn: 'asc' }, { id: 'asc' }],
    take: MOST_INVOICES + 1,
  });
  if (rows.length > MOST_INVOICES)
    throw invalidParameter(
      debtorId === undefined ? 'debtorId' : 'from',
      `expected at most ${MOST_INVOICES} invoices, got more: ask for a debtor or a shorter period`,
    );
  if (rows.length === 0 && (invoiceId ?? debtorId) !== undefined)
    throw new Refusal(
      'NOT_FOUND',
      `expected an invoice or a debtor of creditor ${creditorId} with invoices up to ${on}, got ${[invoiceId, debtorId].filter(Boolean).join(' and ')}`,
    );
  return rows;
};

const ASKED_BY = ['invoiceId', 'debtorId', 'from', 'to'] as const;

const nothingAsked = (): Refusal => {
  const detail = 'expected an invoiceId, a debtorId or a period (from, to), got none of them';
  return new Refusal(
    'VALIDATION',
    detail,
    ASKED_BY.map((parameter) => ({ parameter, code: 'REQUIRED', detail })),
  );
};

const entryOf = async (store: Store, row: Invoice, acts: readonly Act[], on: Day): Promise<ActivityEntry> => {
  const debtor = await store.db.debtor.findUniqueOrThrow({
    where: { creditorId_id: { creditorId: row.creditorId, id: row.debtorId } },
    select: { name: true },
  });
  const { number, subject, issuedOn, dueOn, amount } = invoiceWords(row);
  const { principal, interest, indemnity, total, unofficialRates, warnings } = await statementView(
    store,
    { creditorId: row.creditorId, invoiceId: row.id },
    on,
  );
  return {
    invoiceId: row.id,
    debtorId: row.debtorId,
    number,
    debtor: debtor.name,
    issuedOn,
    dueOn,
    subject,
    amount,
    status: row.status,
    outcome: row.outcome,
    principal,
    interest: interest.amount,
    indemnity,
    total,
    unofficialRates,
    warnings,
    acts,
  };
};

const totalsOf = (invoices: readonly ActivityEntry[]): ActivityTotals => {
  const acts = invoices.flatMap((invoice) => invoice.acts);
  const reminders = acts.filter(({ kind }) => kind === 'reminder' || kind === 'earlier-reminder');
  const by = (...channels: readonly string[]): number =>
    reminders.filter(({ channel }) => channels.includes(channel ?? '')).length;
  const sums = invoices.map((invoice) => ({
    currency: invoice.amount.currency,
    received: money(receivedIn(invoice), invoice.amount.currency),
    principal: invoice.principal,
    accessories: money(invoice.interest.minor + invoice.indemnity.minor, invoice.amount.currency),
    total: invoice.total,
  }));
  return {
    invoices: invoices.length,
    written: by('email', 'letter', 'registered-letter'),
    spoken: by('call'),
    inPerson: by('visit'),
    vainCalls: acts.filter(({ kind }) => kind === 'attempt').length,
    sums: perCurrency(sums, ({ currency }) => currency, ['received', 'principal', 'accessories', 'total']),
  };
};

/** What came in by these acts, less what went back. */
const receivedIn = ({ acts }: ActivityEntry): number =>
  acts.reduce((sum, { kind, amount }) => {
    const minor = amount?.minor ?? 0;
    if (kind === 'payment') return sum + minor;
    return kind === 'reversal' || kind === 'refund' ? sum - minor : sum;
  }, 0);
