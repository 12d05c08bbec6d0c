import type { Claim } from '../../domain/claim/claim.ts';
import { statementOf } from '../../domain/claim/statement.ts';
import { promisesBy } from '../../domain/claim/waiver.ts';
import { day } from '../../domain/day.ts';
import { RATES } from '../../domain/interest/rates.ts';
import { paymentReference } from '../../domain/references.ts';
import { contactFor } from '../../prisma/course/circumstances.ts';
import { creditorWords, debtorWords } from '../../prisma/course/partyWords.ts';
import { perCurrency } from '../../prisma/reports/totals.ts';
import { languageOf } from '../../templates/language.ts';
import type { AccountLine, AccountWords } from '../../templates/letters/reports.ts';
import type { Column } from './columns.ts';
import { arrival, ON, type Made } from './lived.ts';

/** The case's own invoice with all that happened, and the customer's other one, of which nothing did yet. */
export const invoicesOf = ({ occasion: { material, step, speaking } }: Made): readonly AccountLine[] => {
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

/** The customer's statement of account. */
export const accountOf = (
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
