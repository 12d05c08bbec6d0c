import type { Money } from '../../domain/money.ts';
import type { RatedSegment } from '../../domain/claim/ratedSegments.ts';
import type { UnofficialRate } from '../../domain/claim/unofficial.ts';
import type { CreditorWords, DebtorWords } from '../context.ts';
import type { Language } from '../language.ts';

/** All of one customer's open invoices on a day, as printed; days as YYYY-MM-DD, amounts to the cent from one computation. */
export type AccountWords = {
  readonly language: Language;
  readonly on: string;
  readonly creditor: CreditorWords;
  readonly debtor: DebtorWords;
  readonly contact: { readonly name: string | null };
  readonly invoices: readonly AccountLine[];
  /** One for each currency. */
  readonly totals: readonly AccountTotals[];
  /** What came in for these invoices, oldest first. */
  readonly payments: readonly { readonly on: string; readonly number: string; readonly amount: Money }[];
};

export type AccountTotals = {
  readonly currency: string;
  readonly amount: Money;
  readonly settled: Money;
  readonly principal: Money;
  readonly interest: Money;
  readonly indemnity: Money;
  readonly total: Money;
};

export type AccountLine = {
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly subject: string;
  readonly amount: Money;
  /** Paid and credited together, less what was given back. */
  readonly settled: Money;
  readonly principal: Money;
  readonly interest: Money;
  readonly indemnity: Money;
  readonly total: Money;
  readonly reference: string;
  /** A printed day until which the principal alone settles it; null = no such promise is open. */
  readonly promisedUntil: string | null;
  readonly segments: readonly (Omit<RatedSegment, 'from' | 'to'> & Readonly<Record<'from' | 'to', string>>)[];
  /** The first late day without a published rate: nothing is counted from it on. */
  readonly missingFrom: string | null;
  /** The rates behind the interest that nobody official published. */
  readonly unofficialRates: readonly UnofficialRate[];
};

/** What was done to recover: dated, with its proofs. */
export type ActivityWords = {
  readonly language: Language;
  readonly madeOn: string;
  /** The day of the figures. */
  readonly on: string;
  readonly from: string | null;
  readonly creditor: CreditorWords;
  readonly invoices: readonly ActivityInvoice[];
  readonly totals: ActivityTotals;
};

export type ActivityTotals = {
  readonly invoices: number;
  readonly written: number;
  readonly spoken: number;
  readonly inPerson: number;
  readonly vainCalls: number;
  readonly sums: readonly {
    readonly currency: string;
    readonly received: Money;
    readonly principal: Money;
    readonly accessories: Money;
    readonly total: Money;
  }[];
};

export type ActivityInvoice = {
  readonly number: string;
  readonly debtor: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly subject: string;
  readonly amount: Money;
  /** `chasing`, `on-hold`, `handed-over`, `closed`, `starting`. */
  readonly status: string;
  /** `paid`, `credited`, …; null while it is open. */
  readonly outcome: string | null;
  readonly principal: Money;
  readonly interest: Money;
  readonly indemnity: Money;
  readonly total: Money;
  /** The rates behind the interest that nobody official published. */
  readonly unofficialRates: readonly UnofficialRate[];
  readonly acts: readonly Act[];
};

export type ActKind =
  | 'reminder'
  | 'earlier-reminder'
  | 'attempt'
  | 'talk'
  | 'answer'
  | 'letter-event'
  | 'hold'
  | 'hold-ended'
  | 'payment'
  | 'reversal'
  | 'refund'
  | 'credit-note'
  | 'closed'
  | 'handed-over';

/** One thing that happened, on its real day. */
export type Act = {
  readonly on: string;
  readonly kind: ActKind;
  /** How the debtor was approached: email, letter, registered-letter, call, visit. */
  readonly channel: string | null;
  readonly step: string | null;
  readonly level: number | null;
  /** Whom it reached, or was meant for. */
  readonly to: string | null;
  /** A code: an outcome of a talk, a message's delivery, an event of a letter, a kind of hold, an outcome of the case. */
  readonly result: string | null;
  /** Its subject, or what a person noted. */
  readonly about: string | null;
  readonly amount: Money | null;
  /** The last day that it speaks of: a promise, the end of a hold. */
  readonly until: string | null;
  readonly by: string | null;
  readonly proof: {
    readonly messageId: string | null;
    readonly documentId: string | null;
    readonly documentNumber: string | null;
    readonly sha256: string | null;
    readonly postedOn: string | null;
    readonly presentedOn: string | null;
    readonly trackingNumber: string | null;
  } | null;
};
