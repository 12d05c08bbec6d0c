import type { Day } from '../day.ts';
import type { Money } from '../money.ts';
import type { FirstReminder } from './belgianConsumer.ts';
import type { Regime } from './regimes.ts';

type Maybe<T> = T | null | undefined;

/** What is asked of the calculator: one invoice, what was paid and credited, and the law that rules it. */
export type LatePaymentRequest = {
  readonly regime: Regime;
  /** Percent per year as a decimal string; with CONTRACT, and only there. */
  readonly contractRate?: Maybe<string>;
  /** Including VAT, in euros: the law's fixed sums are in euros. */
  readonly principal: Money;
  /** The printed due day, working day or not. */
  readonly dueOn: Day;
  readonly payments: readonly { readonly on: Day; readonly amount: Money }[];
  /** `from-start`: never owed, whatever the note's day; `from-issue` (default): owed up to and including its day. */
  readonly creditNotes: readonly {
    readonly on: Day;
    readonly amount: Money;
    readonly effect?: Maybe<'from-start' | 'from-issue'>;
  }[];
  /** The last day that counts; missing: the day of the last payment or credit note. */
  readonly statementOn?: Maybe<Day>;
  readonly imputation?: Maybe<'principal-first' | 'interest-first'>;
  /** The day of first presentation. */
  readonly formalNoticeOn?: Maybe<Day>;
  readonly firstReminder?: Maybe<FirstReminder>;
  /** `large` when missing: the later start. */
  readonly creditorSize?: Maybe<'sme' | 'large'>;
  /** The contract allows interest and indemnity (CDE XIX.4); no when missing. */
  readonly contractClause?: Maybe<boolean>;
  /** Percent per year: a consumer's contract that names less than the law's cap (CDE XIX.4). */
  readonly rateCeiling?: Maybe<string>;
  /** Interest stops on the eve (C. com. L622-28). */
  readonly openingJudgmentOn?: Maybe<Day>;
  readonly onUnknownRate?: Maybe<'refuse' | 'stop'>;
};

/** In the order in which a statement lists them. */
export const WARNINGS = [
  /** The contract's rate is under three times the French legal rate in a half-year that counts. */
  'RATE_BELOW_LEGAL_FLOOR',
  /** The contract's rate couldn't be compared: the legal rate of a half-year is unknown. */
  'FLOOR_UNKNOWN',
  /** A rate that counts was not read on an official page. */
  'RATE_UNOFFICIAL',
  /** No rate is known from the day after `through`. */
  'RATE_MISSING_FROM',
  /** The Belgian wait ended on a closed day and moved on. */
  'WAIT_ROLLED',
] as const;
export type StatementWarning = (typeof WARNINGS)[number];

/** Days `from` to `to`, both counted, on one balance at one rate. */
export type Segment = {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly ratePct: string;
  readonly outstanding: Money;
};

export type LatePaymentStatement = {
  /** All that accrued, paid or not. */
  readonly interest: Money;
  /** What of it no payment has settled; differs from `interest` under interest-first only. */
  readonly openInterest: Money;
  readonly fixedIndemnity: Money;
  readonly segments: readonly Segment[];
  /** Principal still owed at the end of the statement's day, never below 0. */
  readonly openPrincipal: Money;
  /** The last day for which interest is stated. */
  readonly through: Day;
  readonly warnings: readonly StatementWarning[];
  /** Belgian consumers who were reminded: the first day on which anything may be claimed. */
  readonly claimableFrom: Day | null;
};
