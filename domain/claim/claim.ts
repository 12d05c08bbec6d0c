import type { FirstReminder } from '../interest/belgianConsumer.ts';
import type { StatementWarning } from '../interest/request.ts';
import type { Regime } from '../interest/regimes.ts';
import type { Day } from '../day.ts';
import type { Money } from '../money.ts';
import type { Plan } from '../plan.ts';
import type { Law } from './law.ts';
import type { RatedSegment } from './ratedSegments.ts';
import type { UnofficialRate } from './unofficial.ts';

/** All that the claim of one invoice depends on: dated facts, read from the ledger. */
export type Claim = {
  readonly law: Law;
  readonly policy: Plan['accessories'];
  /** As invoiced, including VAT. */
  readonly amount: Money;
  /** The printed due day. */
  readonly dueOn: Day;
  /** What of each payment stayed with us: a reversed one counts as never made. */
  readonly payments: readonly { readonly on: Day; readonly amount: Money }[];
  /** What we gave back of too much: it lowers no payment, interest doesn't run again. */
  readonly refunds?: readonly { readonly on: Day; readonly amount: Money }[];
  readonly creditNotes: readonly {
    readonly on: Day;
    readonly amount: Money;
    readonly effect: 'from-start' | 'from-issue';
  }[];
  readonly imputation: 'principal-first' | 'interest-first';
  /** First presentation of the formal notice in force, however it ended. */
  readonly presentedOn: Day | null;
  /** The free first reminder to a Belgian consumer, as really sent. */
  readonly firstReminder: FirstReminder | null;
  /** Days printed in messages that really left: principal in by then ends the claim to accessories. */
  readonly waivers: readonly Day[];
  /** Whole minor units at or below which the principal counts as paid. */
  readonly toleranceMinor: number;
  /** The day the case closed as paid, credited or cancelled; from then on nothing more is asked. */
  readonly settledOn?: Day | null;
};

/** What is owed on a day: the one computation behind API, messages, letters and pages. */
export type ClaimStatement = {
  readonly on: Day;
  readonly regime: Regime | null;
  readonly amount: Money;
  /** Still owed of the invoice at the end of the day, never below 0. */
  readonly principal: Money;
  /** All that accrued and isn't waived. */
  readonly interest: Money;
  readonly indemnity: Money;
  /** What was left of the claim when its case closed, and is asked no more. */
  readonly notClaimed: Money;
  /** Principal, interest and indemnity, less what was paid beyond the principal and what isn't claimed; never below 0. */
  readonly total: Money;
  /** How the interest was counted; null = none runs (yet). */
  readonly accrued: Accrued | null;
  /** The first late day without a published rate; nothing is counted from it on. */
  readonly missingFrom: Day | null;
  /** The rates behind the interest that nobody official published: flagged wherever the figures are shown. */
  readonly unofficialRates: readonly UnofficialRate[];
  readonly warnings: readonly StatementWarning[];
  /** A printed promise was kept: paid in time, nothing more is asked. */
  readonly waived: boolean;
  /** Belgian consumers who were reminded: the first day on which anything may be claimed. */
  readonly claimableFrom: Day | null;
};

export type Accrued = {
  readonly from: Day;
  readonly through: Day;
  /** Of the last day counted. */
  readonly ratePct: string;
  /** About what each further day adds, at that rate; 0 once the principal is in. */
  readonly perDay: Money;
  readonly segments: readonly RatedSegment[];
};
