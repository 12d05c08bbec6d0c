import type { WordingContext } from '../../templates/context.ts';
import { aContext, aDebtor, eur, twoInvoices } from './aContext.ts';

const KINDS = ['business', 'public', 'non-professional', 'consumer'] as const;

/** What varies between cases and must never break a text: kind of debtor, law, level, what is known and what isn't. */
export const everyContext = (changes: Partial<WordingContext> = {}): [string, WordingContext][] =>
  KINDS.flatMap((kind) =>
    [
      ['all known', {}],
      ['little known', LITTLE_KNOWN],
      ['part paid', PART_PAID],
      ['before the due date', { today: '2031-02-10', level: 0, history: [] }],
      ['Belgian', { law: 'BE' }],
      ['another law', { law: 'LU' }],
      ['by post', { channel: 'letter' as const }],
      ['a long course', { level: 2, payBy: '2031-03-11', noticeOn: '2031-03-19', repetition: 3 }],
    ].map(([name, more]): [string, WordingContext] => [
      `${kind}, ${name as string}`,
      aContext({ debtor: aDebtor(kind), call: null, ...(more as Partial<WordingContext>), ...changes }),
    ]),
  );

const LITTLE_KNOWN: Partial<WordingContext> = {
  contact: { name: null, greeting: 'Madame, Monsieur', email: null, phone: null },
  sender: { name: 'Ateliers Morel SARL', role: null, email: 'compta@ateliers-morel.example', phone: null },
  payment: { iban: null, bic: null, reference: 'RF18F20310117' },
  terms: null,
  history: [],
  enclosures: [],
};

const PART_PAID: Partial<WordingContext> = {
  balance: eur(70050),
  openInvoices: twoInvoices.map((open) => ({ ...open, balance: eur(70050) })),
  payments: [{ on: '2031-02-27', amount: eur(40000) }],
  creditNotes: [{ on: '2031-02-28', amount: eur(10000) }],
  history: [{ on: '2031-02-18', channel: 'call', summary: '', exhibit: 1 }],
};
