import { chooseLaw } from '../../domain/claim/law.ts';
import type { CallWords, WordingContext } from '../../templates/context.ts';
import { eur, sampleStatement } from '../../templates/samples/figures.ts';

export { eur } from '../../templates/samples/figures.ts';

const FRENCH_CREDITOR: WordingContext['creditor'] = {
  name: 'Atelier Morel',
  legalForm: 'SAS',
  shareCapital: '50 000 €',
  registryCity: 'Lyon',
  registrations: [{ scheme: 'SIREN', value: '812 345 678' }],
  vatNumber: 'FR40812345678',
  country: 'FR',
  address: { lines: ['12 rue des Tanneurs'], postalCode: '69003', city: 'Lyon', country: 'FR' },
  email: 'comptabilite@atelier-morel.example',
  phone: '04 72 00 00 12',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  signatory: { name: 'Hélène Morel', role: 'Présidente' },
};

const NAMES = {
  business: 'Brasserie du Port SARL',
  public: 'Commune de Chalon-sur-Saône',
  'non-professional': 'Syndicat des copropriétaires du Port',
  consumer: 'Claire Martin',
};

export const aDebtor = (kind: WordingContext['debtor']['kind']): WordingContext['debtor'] => ({
  name: NAMES[kind],
  kind,
  country: 'FR',
  address: {
    lines: ['Bâtiment B', '4 quai des Messageries'],
    postalCode: '71100',
    city: 'Chalon-sur-Saône',
    country: 'FR',
  },
  registrations: [],
});

export const aCall = (changes: Partial<CallWords> = {}): CallWords => ({
  on: '2031-03-04',
  time: '10:30',
  channel: 'call',
  spokeTo: 'Claire Martin',
  outcome: 'promise',
  reason: null,
  summary: null,
  promise: { amount: eur(120050), on: '2031-03-14', means: 'transfer', tracking: null },
  dispute: null,
  forwardedTo: null,
  ...changes,
});

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
    },
    today,
  );
};

/** The lines of a statement: the late invoice and one still to come. */
export const twoInvoices: WordingContext['openInvoices'] = [
  {
    number: 'F-2031-0117',
    subject: 'douze tabourets de comptoir en hêtre',
    issuedOn: '2031-01-16',
    dueOn: '2031-02-17',
    amount: eur(120050),
    balance: eur(120050),
    overdue: true,
  },
  {
    number: 'F-2031-0142',
    subject: 'deux tables hautes',
    issuedOn: '2031-02-10',
    dueOn: '2031-03-12',
    amount: eur(84000),
    balance: eur(84000),
    overdue: false,
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
  creditor: FRENCH_CREDITOR,
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
    email: 'j.faure@atelier-morel.example',
    phone: '04 72 00 00 15',
  },
  invoice: {
    number: 'F-2031-0117',
    issuedOn: '2031-01-16',
    dueOn: '2031-02-17',
    deliveredOn: '2031-01-14',
    amount: eur(120050),
    subject: 'douze tabourets de comptoir en hêtre',
    lines: ['12 tabourets de comptoir, hêtre'],
    orderReference: 'BC-4471',
    serviceReference: null,
  },
  balance: eur(120050),
  legalWait: null,
  payments: [],
  creditNotes: [],
  payment: { iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', reference: 'F-2031-0117' },
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
  history: [
    {
      on: '2031-02-18',
      channel: 'email',
      summary: 'Facture F-2031-0117 échue le lundi 17 février 2031',
      exhibit: 2,
    },
    {
      on: '2031-02-25',
      channel: 'call',
      summary: 'Claire Martin : la facture est au visa du gérant',
      exhibit: 3,
    },
  ],
  terms: {
    reference: 'Conditions générales de vente, édition 2030, article 6',
    paymentClause: 'Nos factures sont payables à trente jours de leur date.',
    interestClause: 'Tout retard donne lieu aux pénalités prévues par la loi.',
    retentionOfTitle: true,
    acceptedOn: '2030-11-05',
  },
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
