import type { StatementPhrases } from './phrases.ts';

export const en: StatementPhrases = {
  kind: 'Statement of account',
  title: (day) => `Statement of your invoices on ${day}`,
  intro:
    'These are your open invoices with us on that day, and what we have received. If a line differs from your books, please tell us: we will look into it.',
  nothing: 'No invoice is open on that day.',
  columns: {
    invoice: 'Invoice',
    days: 'Date, due date',
    amount: 'Amount incl. VAT',
    settled: 'Paid, credited',
    principal: 'Still owed',
    interest: 'Interest',
    indemnity: 'Compensation',
    total: 'Total',
  },
  issued: (day) => `of ${day}`,
  due: (day) => `due ${day}`,
  sum: (currency) => `Total (${currency})`,
  promise: (number, day) =>
    `Invoice ${number}: interest and compensation will not be asked for if what is still owed reaches us by ${day}.`,
  missingRate: (number, day) =>
    `Invoice ${number}: no rate has been published from ${day} on; interest is counted up to the day before.`,
  received: 'Payments received',
  forInvoice: (number) => `invoice ${number}`,
  howToPay: 'How to pay',
  account: (iban, bic) =>
    `By transfer to account ${iban}${bic ? ` (BIC ${bic})` : ''}, with the reference of the invoice:`,
  references: 'Reference to give',
  questions: (email, phone) => `A question? ${email}${phone ? `, ${phone}` : ''}.`,
  annex: 'Annex: how interest is counted',
  annexIntro: 'Sum × rate × days / 365, rounded to the cent once per invoice.',
  period: 'Period',
  numberOfDays: 'Days',
  rate: 'Rate per year',
  provisional: (rate) => `${rate} (provisional)`,
  provisionalMeans:
    '“Provisional”: the rate was not read at an official source; the officially published rate prevails.',
  outstanding: 'Sum owed',
  continuation: (creditor, debtor) => `${creditor} to ${debtor} · statement of account`,
};
