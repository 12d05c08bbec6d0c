import { chooseLaw } from '../../domain/claim/law.ts';
import type { WordingContext } from '../../templates/context.ts';
import { eur, sampleStatement } from '../../templates/samples/figures.ts';
import { creditorInWords, sampleCreditor, sampleDebtor } from '../../templates/samples/parties.ts';
import { SAMPLE_TEXTS } from '../../templates/samples/spoken.ts';

export { eur } from '../../templates/samples/figures.ts';
export { sampleCall as aCall } from '../../templates/samples/spoken.ts';

export const aDebtor = (kind: WordingContext['debtor']['kind']): WordingContext['debtor'] =>
  sampleDebtor({ kind, country: 'FR' }, 'fr');

const { subject, later, history, terms } = SAMPLE_TEXTS.fr;
const creditor = creditorInWords(sampleCreditor('FR', 'fr'));

/** The claim of the context's debtor, by the app's own computation: a consumer's has no indemnity. */
const statementOf = (context: Omit<WordingContext, 'statement'>): WordingContext['statement'] => {
  const { law, debtor, accessories, invoice, payments, creditNotes, today } = context;
  const country = law === 'BE' ? 'BE' : law === 'FR' ? 'FR' : 'LU';
  return sampleStatement(
    {
      law: chooseLaw({
        creditorCountry: country,
        creditorSize: 'sme',
        debtorKind: debtor.kind,
        debtorCountry: country,
        terms: null,
      }),
      policy: accessories,
      amount: invoice.amount,
      dueOn: invoice.dueOn,
      payments,
      creditNotes,
      remindedOn: null,
      ratesThrough: null,
      ratesFrom: 'official',
    },
    today,
  );
};

/** The lines of a statement: the late invoice and one still to come. */
export const twoInvoices: WordingContext['openInvoices'] = [
  {
    number: 'F-2031-0117',
    subject,
    issuedOn: '2031-01-16',
    dueOn: '2031-02-17',
    amount: eur(120050),
    balance: eur(120050),
    overdue: true,
    reference: 'RF18F20310117',
  },
  {
    number: 'F-2031-0142',
    subject: later,
    issuedOn: '2031-02-10',
    dueOn: '2031-03-12',
    amount: eur(84000),
    balance: eur(84000),
    overdue: false,
    reference: 'RF61F20310142',
  },
];

/** A late invoice of a French business; a test names only what it is about. */
export const aContext = (changes: Partial<WordingContext> = {}): WordingContext => {
  const context = { ...USUAL, ...changes };
  return { ...context, statement: changes.statement ?? statementOf(context) };
};

const USUAL: Omit<WordingContext, 'statement'> = {
  today: '2031-03-04',
  language: 'fr',
  law: 'FR',
  creditor,
  debtor: aDebtor('business'),
  contact: {
    name: 'Claire Martin',
    greeting: 'Madame Martin',
    email: 'compta@brasserie.example',
    phone: '03 85 00 00 34',
  },
  sender: {
    name: 'Julien Faure',
    role: 'Suivi des règlements',
    email: 'j.faure@ateliers-morel.example',
    phone: '04 72 00 00 15',
  },
  invoice: {
    number: 'F-2031-0117',
    issuedOn: '2031-01-16',
    dueOn: '2031-02-17',
    deliveredOn: '2031-01-14',
    amount: eur(120050),
    subject,
    lines: ['12 tabourets de comptoir, hêtre'],
    orderReference: 'BC-4471',
    serviceReference: null,
  },
  balance: eur(120050),
  legalWait: null,
  payments: [],
  creditNotes: [],
  payment: { iban: creditor.iban, bic: creditor.bic, reference: 'F-2031-0117' },
  bank: { through: '2031-03-03' },
  announces: [],
  accessories: 'waive-if-paid-by',
  level: 1,
  stepId: 'first-reminder',
  repetition: 1,
  channel: 'email',
  payBy: null,
  noticeOn: null,
  notice: null,
  history,
  terms,
  personalLine: null,
  openInvoices: twoInvoices.slice(0, 1),
  call: null,
  enclosures: ['Facture F-2031-0117', 'Notre e-mail du 18 février 2031', 'Notre e-mail du 25 février 2031'],
  own: {},
};

/** Fifteen days at 12.15 percent, and the forty euros. */
export const aStatement = (changes: Partial<WordingContext['statement']> = {}): WordingContext['statement'] => ({
  ...aContext().statement,
  ...changes,
});
