import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { addBankDays } from '../../domain/calendar.ts';
import type { Claim } from '../../domain/claim/claim.ts';
import { statementOf } from '../../domain/claim/statement.ts';
import { promisesBy } from '../../domain/claim/waiver.ts';
import { addDays, day, type Day } from '../../domain/day.ts';
import { RATES } from '../../domain/interest/rates.ts';
import { money } from '../../domain/money.ts';
import { paymentReference } from '../../domain/references.ts';
import { isSpoken } from '../../domain/strategy.ts';
import { contactFor } from '../../prisma/course/circumstances.ts';
import type { Wording } from '../../prisma/course/wording.ts';
import { creditorWords, debtorWords } from '../../prisma/course/partyWords.ts';
import { act } from '../../prisma/reports/act.ts';
import { perCurrency } from '../../prisma/reports/totals.ts';
import { languageOf, type Language } from '../../templates/language.ts';
import type { AccountLine, AccountWords, Act, ActivityWords } from '../../templates/letters/reports.ts';
import type { Cell } from './cell.ts';
import type { Column } from './columns.ts';
import { reportFaults } from './faults.ts';
import { DUE_ON } from './life.ts';
import { REPORTS, type Occasion } from './occasion.ts';

/** A course as the gallery lived through it: each step that was made in its usual way, with its subject. */
export type Lived = { readonly column: Column; readonly made: readonly Made[] };
export type Made = { readonly occasion: Occasion; readonly subject: string; readonly markdown: string };

/** Ten weeks late the notice is with the debtor, and interest has run at the rates of two half-years. */
const ON = addDays(DUE_ON, 70);
const arrival = (postedOn: Day): Day => addBankDays(postedOn, 2);

/** The two documents about more than one text: a customer's statement of account, and the recovery activity report. */
export const reportCells = async (
  { column, made }: Lived,
  wording: Wording,
  wanted: (name: string) => boolean,
): Promise<readonly Cell[]> => {
  const last = made.at(-1);
  if (!last) throw new RangeError(`expected texts before the reports of ${column.key}, got none`);
  const lines = invoicesOf(last);
  const make = async (step: string, language: Language, bytes: () => Promise<Uint8Array>): Promise<Cell[]> => {
    const name = `${column.key}/${REPORTS}/${step}`;
    if (!wanted(name)) return [];
    const letter = await bytes();
    const text = textOf(letter);
    return [
      {
        name,
        column: column.key,
        strategy: REPORTS,
        step,
        kind: 'letter',
        day: ON,
        level: 0,
        announces: [],
        template: `templates/letters/${step}.ts`,
        subject: text.split('\n')[0] ?? '',
        markdown: text,
        html: null,
        text: null,
        letter: () => Promise.resolve(letter),
        faults: reportFaults(text, language),
      },
    ];
  };
  const account = accountOf(column, last, lines);
  const activity = activityOf(column, made, lines);
  return [
    ...(await make('statement', account.language, () => wording.statement(account))),
    ...(await make('activity', activity.language, () => wording.activity(activity))),
  ];
};

/** The case's own invoice with all that happened, and the customer's other one, of which nothing did yet. */
const invoicesOf = ({ occasion: { material, step, speaking } }: Made): readonly AccountLine[] => {
  const { claim, openInvoices, parties } = material;
  const presentedOn = step.grants?.kind === 'notice' ? arrival(speaking.today) : claim.presentedOn;
  const claims = openInvoices.map((invoice, index): Claim => {
    if (index === 0) return { ...claim, presentedOn };
    const fresh = { payments: [], presentedOn: null, firstReminder: null, waivers: [] };
    return { ...claim, ...fresh, amount: invoice.amount, dueOn: day(invoice.dueOn) };
  });
  return openInvoices.map(({ number, issuedOn, dueOn, subject, amount }, index) => {
    const stated = statementOf(claims[index] ?? claim, ON, RATES);
    return {
      number,
      issuedOn,
      dueOn,
      subject,
      amount,
      overdue: dueOn < ON,
      settled: { ...amount, minor: amount.minor - stated.principal.minor },
      principal: stated.principal,
      interest: stated.interest,
      indemnity: stated.indemnity,
      total: stated.total,
      reference: paymentReference(parties.creditor.country, number),
      promisedUntil: promisesBy(claims[index] ?? claim, ON).find(({ kept }) => kept === null)?.payBy ?? null,
      segments: stated.accrued?.segments ?? [],
      missingFrom: stated.missingFrom,
      unofficialRates: stated.unofficialRates,
    };
  });
};

const TOTALS = ['amount', 'settled', 'principal', 'interest', 'indemnity', 'total'] as const;

const accountOf = (
  { creditor, debtor, language }: Column,
  { occasion: { material } }: Made,
  invoices: readonly AccountLine[],
): AccountWords => ({
  language: languageOf(language),
  on: ON,
  creditor: creditorWords(creditor, debtor.country),
  debtor: debtorWords(debtor),
  contact: { name: contactFor(debtor, 'letter')?.name ?? null },
  invoices,
  totals: perCurrency(invoices, ({ amount }) => amount.currency, TOTALS),
  payments: material.payments.map(({ on, amount }) => ({ on, number: material.invoice.number, amount })),
});

/** The report is for the creditor's own people: in his language, as he dials. */
const activityOf = (
  { creditor, debtor }: Column,
  made: readonly Made[],
  lines: readonly AccountLine[],
): ActivityWords => {
  const [first, ...others] = lines.map((line) => ({
    ...line,
    debtor: debtor.name,
    status: 'chasing',
    outcome: null,
    acts: [] as readonly Act[],
  }));
  if (!first) throw new RangeError('expected an invoice to report on, got none');
  const spoken = made.filter(({ occasion }) => isSpoken(occasion.channel)).length;
  const sums = lines.map(({ amount, settled, principal, interest, indemnity, total }) => ({
    currency: amount.currency,
    received: settled,
    principal,
    total,
    accessories: { ...amount, minor: interest.minor + indemnity.minor },
  }));
  return {
    language: languageOf(creditor.language),
    madeOn: ON,
    on: ON,
    from: null,
    creditor: creditorWords(creditor, creditor.country),
    invoices: [{ ...first, acts: actsOf(made) }, ...others],
    totals: {
      invoices: lines.length,
      written: made.length - spoken,
      spoken,
      inPerson: 0,
      vainCalls: 0,
      sums: perCurrency(sums, ({ currency }) => currency, ['received', 'principal', 'accessories', 'total']),
    },
  };
};

const actsOf = (made: readonly Made[]): readonly Act[] => {
  const last = made.at(-1)?.occasion;
  const payments = (last?.material.payments ?? []).map(({ on, amount }) => act({ on, kind: 'payment', amount }));
  return [...made.map(actOf), ...payments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const actOf = ({ occasion: { step, channel, speaking, material }, subject, markdown }: Made): Act => {
  const contact = contactFor(material.parties.debtor, channel);
  const to = contact?.name ?? material.parties.debtor.name;
  const on: Day = speaking.today;
  const common = { on, channel, step: step.key, level: step.level, to };
  if (isSpoken(channel)) return act({ ...common, kind: 'talk', result: step.level === 0 ? 'satisfied' : 'promise' });
  const { balanceMinor, currency } = material.facts;
  const isNotice = step.grants?.kind === 'notice';
  const amount = isNotice ? statementOf(material.claim, on, RATES).total : money(balanceMinor, currency);
  const isLetter = channel !== 'email';
  const proof = {
    messageId: null,
    documentId: null,
    trackingNumber: null,
    presentedOn: isNotice ? arrival(on) : null,
    documentNumber: isNotice ? (speaking.noticeNumber ?? null) : null,
    sha256: createHash('sha256').update(`${subject}\n${markdown}`).digest('hex'),
    postedOn: isLetter ? on : null,
  };
  return act({ ...common, kind: 'reminder', result: isLetter ? 'posted' : 'sent', about: subject, amount, proof });
};

/** The words of a .docx, a line for each paragraph. */
const textOf = (docx: Uint8Array): string => {
  const { 'word/document.xml': body } = unzipSync(docx);
  return strFromU8(body ?? new Uint8Array())
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
};
