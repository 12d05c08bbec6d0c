import type { CallWords, HistoryWords, TermsWords } from '../context.ts';
import type { Language } from '../language.ts';
import { eur } from './figures.ts';

/** What the parties of a made-up case wrote and said, in their language. */
export type SampleTexts = {
  readonly subject: string;
  readonly later: string;
  readonly terms: TermsWords;
  readonly history: readonly HistoryWords[];
  readonly remark: string;
};

const terms = (reference: string, paymentClause: string, interestClause: string): TermsWords => ({
  reference,
  paymentClause,
  interestClause,
  retentionOfTitle: true,
  acceptedOn: '2030-11-05',
});

const history = (email: string, call: string): readonly HistoryWords[] => [
  { on: '2031-02-18', channel: 'email', summary: email, exhibit: 2 },
  { on: '2031-02-25', channel: 'call', summary: call, exhibit: 3 },
];

export const SAMPLE_TEXTS: Readonly<Record<Language, SampleTexts>> = {
  fr: {
    subject: 'douze tabourets de comptoir en hêtre',
    later: 'deux tables hautes',
    terms: terms(
      'Conditions générales de vente, édition 2030, article 6',
      'Nos factures sont payables à trente jours de leur date.',
      'Tout retard donne lieu aux pénalités prévues par la loi.',
    ),
    history: history(
      'Facture F-2031-0117 échue le lundi 17 février 2031',
      'Claire Martin : la facture est au visa du gérant',
    ),
    remark: 'le gérant est absent',
  },
  nl: {
    subject: 'twaalf barkrukken in beukenhout',
    later: 'twee hoge tafels',
    terms: terms(
      'Algemene verkoopvoorwaarden, uitgave 2030, artikel 6',
      'Onze facturen zijn betaalbaar dertig dagen na hun datum.',
      'Bij laattijdige betaling is de wettelijke rente verschuldigd.',
    ),
    history: history(
      'Factuur F-2031-0117, vervallen op maandag 17 februari 2031',
      'Claire Martin: de factuur ligt bij de zaakvoerder',
    ),
    remark: 'de zaakvoerder is afwezig',
  },
  en: {
    subject: 'twelve beech bar stools',
    later: 'two high tables',
    terms: terms(
      'General terms of sale, 2030 edition, article 6',
      'Our invoices are payable thirty days after their date.',
      'Late payment gives rise to the interest provided for by law.',
    ),
    history: history(
      'Invoice F-2031-0117, due on Monday 17 February 2031',
      'Claire Martin: the invoice awaits the manager’s approval',
    ),
    remark: 'the manager is away',
  },
};

export const sampleCall = (changes: Partial<CallWords> = {}): CallWords => ({
  on: '2031-03-04',
  time: '10:30',
  channel: 'call',
  spokeTo: 'Claire Martin',
  outcome: 'promise',
  reason: null,
  summary: null,
  promise: { amount: eur(120_050), on: '2031-03-14', means: 'transfer', tracking: null },
  dispute: null,
  forwardedTo: null,
  ...changes,
});
