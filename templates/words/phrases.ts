import type { HistoryWords } from '../context.ts';
import type { LetterKind } from '../names.ts';

type Channel = HistoryWords['channel'];

/** A form of address that a contact's name may begin with, in any of our languages. */
export type Title = 'woman' | 'man' | 'lawyer' | 'doctor';

/** Codes that the API takes for a means of payment. */
export type Means = 'transfer' | 'cheque' | 'card' | 'direct-debit' | 'cash';

/** The words of one language that aren't in its template files; a missing one is a type error. */
export type Phrases = {
  /** As Intl and a document's language setting name it. */
  readonly locale: 'fr-FR' | 'nl-BE' | 'en-GB';
  readonly and: string;
  /** Between a label and its value: « Montant : 40 € ». */
  readonly colon: string;
  /** « 10 h 30 », from hour and minute as they are. */
  readonly hour: (hour: string, minute: string) => string;

  readonly titles: Readonly<Record<Title, string>>;
  /** Who is greeted when nobody is known by name. */
  readonly stranger: string;
  /** The first line of an e-mail, without its comma; `greeting` is the contact's, null for a stranger. */
  readonly emailOpening: (greeting: string | null) => string;
  /** The first line of a letter, which a name alone doesn't open in every language. */
  readonly letterOpening: (greeting: string | null, titled: boolean) => string;

  /** How an earlier reminder was made: « par e-mail ». */
  readonly by: Readonly<Record<Channel, string>>;
  readonly means: Readonly<Record<Means, string>>;
  readonly talkWith: (name: string) => string;

  readonly invoiceCopy: (invoiceNumber: string) => string;
  /** One enclosure: « Notre message du 18 février 2031 ». */
  readonly sent: (channel: Channel, day: string) => string;

  /** Drafts of the sentence that isn't from the template (S0.1). */
  readonly personalLine: {
    readonly afterTalk: (day: string) => string;
    readonly afterPayment: (day: string) => string;
    readonly afterDelivery: (day: string, subject: string) => string;
    readonly otherwise: (subject: string) => string;
  };

  /** The mentions that a company's letters and e-mails carry. */
  readonly legal: {
    readonly capital: (amount: string) => string;
    readonly vat: (number: string) => string;
    /** The French trade register, with its city where it is known. */
    readonly french: (number: string, city: string | null) => string;
    /** The Belgian enterprise number and register of legal persons. */
    readonly belgian: (number: string, city: string | null) => string;
  };

  readonly letter: {
    readonly placeAndDate: (city: string, day: string) => string;
    readonly subject: (subject: string) => string;
    /** A registered letter from a creditor of this country. */
    readonly registered: (country: string) => string;
    readonly notice: (number: string) => string;
    /** What a notice to a public body is called. */
    readonly publicClaim: (number: string) => string;
    readonly invoice: (number: string) => string;
    readonly order: (reference: string) => string;
    /** What a French public body calls its order. */
    readonly commitment: (reference: string) => string;
    readonly service: (reference: string) => string;
    readonly contact: (name: string) => string;
    readonly phone: (number: string) => string;
    readonly attention: (name: string) => string;
    readonly signedFor: (creditor: string) => string;
    readonly enclosures: (count: number) => string;
    readonly continuation: (creditor: string, debtor: string, invoiceNumber: string) => string;
    /** Around the page's number and the number of pages. */
    readonly page: { readonly before: string; readonly between: string };
    readonly kinds: Readonly<Record<LetterKind, string>>;
  };
};
