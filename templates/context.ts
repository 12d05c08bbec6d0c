import type { UnofficialRate } from '../domain/claim/unofficial.ts';
import type { Language } from './language.ts';
import type { Money } from '../domain/money.ts';
import type { Announcement } from '../domain/strategy.ts';

/** What wording may speak of: plain facts of one case, the same for messages, call scripts and letters. Days as YYYY-MM-DD. */
export type WordingContext = {
  readonly today: string;
  readonly language: Language;
  /** The law that governs the claim: the creditor's country between businesses, the debtor's own otherwise. */
  readonly law: string;
  readonly creditor: CreditorWords;
  readonly debtor: DebtorWords;
  /** Who is written to or rung; greeting is "Madame Martin" or "Madame, Monsieur". */
  readonly contact: {
    readonly name: string | null;
    readonly greeting: string;
    readonly email: string | null;
    readonly phone: string | null;
  };
  readonly sender: {
    readonly name: string;
    readonly role: string | null;
    readonly email: string;
    readonly phone: string | null;
  };
  readonly invoice: InvoiceWords;
  /** Principal still owed today. */
  readonly balance: Money;
  /** What is owed on `statement.on` with its accessories: the same figures as in the API. */
  readonly statement: StatementWords;
  /** Only in a Belgian consumer's first reminder: the days in which he pays nothing more, and what follows. */
  readonly legalWait: LegalWaitWords | null;
  readonly payments: readonly { readonly on: string; readonly amount: Money }[];
  readonly creditNotes: readonly { readonly on: string; readonly amount: Money }[];
  readonly payment: { readonly iban: string | null; readonly bic: string | null; readonly reference: string };
  readonly bank: { readonly through: string };
  /** What this step may announce to this debtor, after the overlays of his regime. */
  readonly announces: readonly Announcement[];
  readonly accessories: 'waive-if-paid-by' | 'claim' | 'never';
  readonly level: number;
  readonly stepId: string;
  /** 1, 2, 3 … for a repeated step, else 1. */
  readonly repetition: number;
  readonly channel: 'email' | 'call' | 'letter' | 'registered-letter' | 'visit';
  /** Last day to pay that this message grants. */
  readonly payBy: string | null;
  /** The day on which the next formal notice is expected (`notice-next`). */
  readonly noticeOn: string | null;
  /** A formal notice's or neutral letter's own data. */
  readonly notice: {
    readonly number: string;
    readonly plannedPosting: string;
    readonly deadline: string;
    readonly grantedDays: number;
  } | null;
  /** Every reminder so far, oldest first: what was really sent, said or posted. */
  readonly history: readonly HistoryWords[];
  readonly terms: TermsWords | null;
  /** The sentence that isn't from the template (S0.1), or null. */
  readonly personalLine: string | null;
  /** A statement's lines: all open invoices of the debtor, oldest due date first. */
  readonly openInvoices: readonly (Pick<InvoiceWords, 'number' | 'subject' | 'issuedOn' | 'dueOn' | 'amount'> & {
    readonly balance: Money;
    readonly overdue: boolean;
    /** What to give with the transfer for this one: RF or +++…+++. */
    readonly reference: string;
  })[];
  readonly call: CallWords | null;
  readonly enclosures: readonly string[];
  /** The creditor's own texts by name (`messages/fr/progressive/first-reminder`), instead of the shipped ones. */
  readonly own: Readonly<Record<string, string>>;
};

/** One computation for all: `domain/claim`. */
export type StatementWords = {
  readonly on: string;
  readonly principal: Money;
  readonly interest: Money;
  readonly indemnity: Money;
  readonly total: Money;
  /** Interest and indemnity together. */
  readonly accessories: Money;
  /** How the interest was counted; null = none runs (yet), or none is counted for want of a published rate. */
  readonly accrued: {
    readonly from: string;
    readonly through: string;
    /** Percent per year of the last day counted, as a decimal string. */
    readonly ratePct: string;
    readonly perDay: Money;
    readonly segments: readonly {
      readonly from: string;
      readonly to: string;
      readonly days: number;
      readonly ratePct: string;
      readonly outstanding: Money;
      /** Nobody official published it: the text says that it is provisional. */
      readonly unofficial: boolean;
    }[];
  } | null;
  /** The first late day without a published rate: interest is stated up to its eve. */
  readonly missingFrom: string | null;
  /** The rates behind the interest that nobody official published. */
  readonly unofficialRates: readonly UnofficialRate[];
  /** What the calculator applied, as `FR_B2B_DEFAULT`; null = nothing besides the principal may be asked. */
  readonly regime: string | null;
};

export type LegalWaitWords = {
  readonly startsOn: string;
  readonly lastDay: string;
  readonly claimableFrom: string;
  /** What the contract allows once the wait is over; null where it has no clause. */
  readonly indemnity: Money | null;
  readonly ratePct: string | null;
  readonly interestFrom: string;
  /** The rate named here, where nobody official published it. */
  readonly unofficialRates: readonly UnofficialRate[];
};

export type AddressWords = {
  readonly lines: readonly string[];
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
};

export type CreditorWords = {
  readonly name: string;
  readonly legalForm: string | null;
  readonly shareCapital: string | null;
  readonly registryCity: string | null;
  readonly registrations: readonly { readonly scheme: string; readonly value: string }[];
  readonly vatNumber: string | null;
  readonly country: string;
  readonly address: AddressWords;
  readonly email: string;
  readonly phone: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly signatory: { readonly name: string; readonly role: string } | null;
};

export type DebtorWords = {
  readonly name: string;
  readonly kind: 'business' | 'public' | 'non-professional' | 'consumer';
  readonly country: string;
  readonly address: AddressWords;
  readonly registrations: readonly { readonly scheme: string; readonly value: string }[];
};

export type InvoiceWords = {
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly deliveredOn: string | null;
  readonly amount: Money;
  /** What was supplied, in one phrase: the subject, or the lines joined. */
  readonly subject: string;
  readonly lines: readonly string[];
  readonly orderReference: string | null;
  /** Who authorises the payment at a public buyer's. */
  readonly serviceReference: string | null;
};

export type HistoryWords = {
  readonly on: string;
  readonly channel: 'email' | 'call' | 'letter' | 'registered-letter' | 'visit';
  /** E-mail subject, or who was spoken to and what was agreed. */
  readonly summary: string;
  /** Number of the enclosed copy, from 1; null when nothing is enclosed. */
  readonly exhibit: number | null;
};

export type TermsWords = {
  readonly reference: string;
  readonly paymentClause: string | null;
  readonly interestClause: string | null;
  readonly retentionOfTitle: boolean;
  readonly acceptedOn: string | null;
};

export type CallWords = {
  readonly on: string;
  /** HH:MM in the creditor's time zone. */
  readonly time: string;
  readonly channel: 'call' | 'visit';
  readonly spokeTo: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  /** What the caller wrote for the debtor, besides the structured answers. */
  readonly summary: string | null;
  readonly promise: {
    readonly amount: Money;
    readonly on: string;
    readonly means: string;
    readonly tracking: string | null;
  } | null;
  readonly dispute: { readonly amount: Money | null; readonly reason: string } | null;
  readonly forwardedTo: string | null;
};
