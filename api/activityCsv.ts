import type { Money } from '../domain/money.ts';
import type { Activity, ActivityEntry } from '../prisma/reports/activity.ts';
import { writeCsv } from './writeCsv.ts';

const HEAD = [
  'invoice_id',
  'number',
  'debtor_id',
  'debtor',
  'due_on',
  'on',
  'kind',
  'channel',
  'step',
  'level',
  'to',
  'result',
  'about',
  'amount',
  'currency',
  'until',
  'by',
  'message_id',
  'document_id',
  'document_number',
  'sha256',
  'posted_on',
  'presented_on',
  'tracking_number',
  'principal',
  'interest',
  'indemnity',
  'total',
  'unofficial_rates',
] as const;

type Line = Partial<Record<(typeof HEAD)[number], string | null>>;

/** One line for each act, and one of kind `open` for what is owed on each invoice. */
export const activityCsv = ({ invoices, on }: Activity): string =>
  writeCsv([
    HEAD,
    ...invoices
      .flatMap((invoice) => [...invoice.acts.map((act) => actLine(invoice, act)), openLine(invoice, on)])
      .map((line) => HEAD.map((name) => line[name] ?? '')),
  ]);

const invoiceOf = ({ invoiceId, number, debtorId, debtor, dueOn }: ActivityEntry): Line => ({
  invoice_id: invoiceId,
  number,
  debtor_id: debtorId,
  debtor,
  due_on: dueOn,
});

const actLine = (invoice: ActivityEntry, act: ActivityEntry['acts'][number]): Line => ({
  ...invoiceOf(invoice),
  on: act.on,
  kind: act.kind,
  channel: act.channel,
  step: act.step,
  level: act.level === null ? null : String(act.level),
  to: act.to,
  result: act.result,
  about: act.about,
  amount: act.amount && decimal(act.amount),
  currency: act.amount?.currency ?? null,
  until: act.until,
  by: act.by,
  message_id: act.proof?.messageId ?? null,
  document_id: act.proof?.documentId ?? null,
  document_number: act.proof?.documentNumber ?? null,
  sha256: act.proof?.sha256 ?? null,
  posted_on: act.proof?.postedOn ?? null,
  presented_on: act.proof?.presentedOn ?? null,
  tracking_number: act.proof?.trackingNumber ?? null,
});

const openLine = (invoice: ActivityEntry, on: string): Line => ({
  ...invoiceOf(invoice),
  on,
  kind: 'open',
  result: invoice.outcome ?? invoice.status,
  amount: decimal(invoice.amount),
  currency: invoice.amount.currency,
  principal: decimal(invoice.principal),
  interest: decimal(invoice.interest),
  indemnity: decimal(invoice.indemnity),
  total: decimal(invoice.total),
  unofficial_rates: invoice.unofficialRates
    .map(({ from, to, ratePct, confidence, source }) => `${ratePct} from ${from} to ${to}, ${confidence}: ${source}`)
    .join('; '),
});

/** `1200.50`: whole minor units as a decimal of the currency's own digits. */
const decimal = ({ minor, currency }: Money): string => {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};
