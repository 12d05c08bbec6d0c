import type { StatementPhrases } from './phrases.ts';

export const nl: StatementPhrases = {
  kind: 'Rekeningoverzicht',
  title: (day) => `Overzicht van uw facturen op ${day}`,
  intro:
    'Dit zijn uw openstaande facturen op deze datum, met wat wij ontvangen hebben. Klopt een regel niet met uw boekhouding? Laat het ons weten, dan kijken wij het na.',
  nothing: 'Op deze datum staat geen factuur open.',
  columns: {
    invoice: 'Factuur',
    days: 'Datum, vervaldag',
    amount: 'Bedrag incl. btw',
    settled: 'Betaald, gecrediteerd',
    principal: 'Saldo',
    interest: 'Interest',
    indemnity: 'Vergoeding',
    total: 'Totaal',
  },
  issued: (day) => `van ${day}`,
  due: (day) => `verv. ${day}`,
  sum: (currency) => `Totaal (${currency})`,
  promise: (number, day) =>
    `Factuur ${number}: interest en vergoeding worden niet gevraagd als het saldo ons uiterlijk op ${day} bereikt.`,
  missingRate: (number, day) =>
    `Factuur ${number}: vanaf ${day} is nog geen rentevoet bekendgemaakt; de interest is tot de dag ervoor berekend.`,
  received: 'Ontvangen betalingen',
  forInvoice: (number) => `factuur ${number}`,
  howToPay: 'Hoe te betalen',
  account: (iban, bic) =>
    `Met een overschrijving op rekening ${iban}${bic ? ` (BIC ${bic})` : ''}, met de mededeling van de factuur:`,
  references: 'Te vermelden mededeling',
  questions: (email, phone) => `Een vraag? ${email}${phone ? `, ${phone}` : ''}.`,
  annex: 'Bijlage: berekening van de interest',
  annexIntro: 'Bedrag × rentevoet × dagen / 365, één keer per factuur afgerond op de cent.',
  period: 'Periode',
  numberOfDays: 'Dagen',
  rate: 'Rentevoet per jaar',
  provisional: (rate) => `${rate} (voorlopig)`,
  provisionalMeans:
    '“Voorlopig”: de rentevoet komt niet uit een officiële bron; de officieel bekendgemaakte rentevoet geldt.',
  outstanding: 'Verschuldigd bedrag',
  continuation: (creditor, debtor) => `${creditor} aan ${debtor} · rekeningoverzicht`,
};
