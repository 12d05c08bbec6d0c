import type { Language } from '../language.ts';

/** The words of a statement of account in one language. */
export type StatementPhrases = {
  readonly kind: string;
  readonly title: (day: string) => string;
  readonly intro: string;
  readonly nothing: string;
  readonly columns: {
    readonly invoice: string;
    readonly days: string;
    readonly amount: string;
    readonly settled: string;
    readonly principal: string;
    readonly interest: string;
    readonly indemnity: string;
    readonly total: string;
  };
  readonly issued: (day: string) => string;
  readonly due: (day: string) => string;
  readonly sum: (currency: string) => string;
  readonly promise: (number: string, day: string) => string;
  readonly missingRate: (number: string, day: string) => string;
  readonly received: string;
  readonly forInvoice: (number: string) => string;
  readonly howToPay: string;
  readonly account: (iban: string, bic: string | null) => string;
  readonly references: string;
  readonly questions: (email: string, phone: string | null) => string;
  readonly annex: string;
  readonly annexIntro: string;
  readonly period: string;
  readonly numberOfDays: string;
  readonly rate: string;
  readonly provisional: (rate: string) => string;
  readonly provisionalMeans: string;
  readonly outstanding: string;
  readonly continuation: (creditor: string, debtor: string) => string;
};

const fr: StatementPhrases = {
  kind: 'Relevé de compte',
  title: (day) => `Relevé de vos factures au ${day}`,
  intro:
    'Voici vos factures ouvertes chez nous à cette date, avec ce que nous avons reçu. Si une ligne ne correspond pas à vos comptes, dites-le-nous : nous la vérifierons.',
  nothing: 'Aucune facture n’est ouverte à cette date.',
  columns: {
    invoice: 'Facture',
    days: 'Date, échéance',
    amount: 'Montant TTC',
    settled: 'Payé, crédité',
    principal: 'Reste dû',
    interest: 'Intérêts',
    indemnity: 'Indemnité',
    total: 'Total',
  },
  issued: (day) => `du ${day}`,
  due: (day) => `éch. ${day}`,
  sum: (currency) => `Total (${currency})`,
  promise: (number, day) =>
    `Facture ${number} : intérêts et indemnité ne seront pas demandés si le reste dû nous parvient au plus tard le ${day}.`,
  missingRate: (number, day) =>
    `Facture ${number} : aucun taux n’est encore publié à partir du ${day} ; les intérêts sont comptés jusqu’à la veille.`,
  received: 'Paiements reçus',
  forInvoice: (number) => `facture ${number}`,
  howToPay: 'Pour payer',
  account: (iban, bic) =>
    `Par virement sur le compte ${iban}${bic ? ` (BIC ${bic})` : ''}, avec la référence de la facture :`,
  references: 'Référence à indiquer',
  questions: (email, phone) => `Une question ? ${email}${phone ? `, ${phone}` : ''}.`,
  annex: 'Annexe : calcul des intérêts',
  annexIntro: 'Somme × taux × jours / 365, arrondi au centime une seule fois par facture.',
  period: 'Période',
  numberOfDays: 'Jours',
  rate: 'Taux annuel',
  provisional: (rate) => `${rate} (provisoire)`,
  provisionalMeans:
    '« Provisoire » : le taux n’a pas été relevé à une source officielle ; le taux officiellement publié fait foi.',
  outstanding: 'Somme due',
  continuation: (creditor, debtor) => `${creditor} à ${debtor} · relevé de compte`,
};

const nl: StatementPhrases = {
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

const en: StatementPhrases = {
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

const PHRASES: Readonly<Record<Language, StatementPhrases>> = { fr, nl, en };

export const statementPhrasesIn = (language: Language): StatementPhrases => PHRASES[language];
