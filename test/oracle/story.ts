import type { Country, Day } from './calendar.ts';

export type StrategyKey = 'progressive' | 'five-days' | 'procedure' | 'close-contact' | 'statement-first';

export type Channel = 'email' | 'call' | 'letter' | 'registered-letter' | 'visit';

/** An hour of a day as the creditor's clock shows it. Acts never fall on hours 0 and 9: that would be the instant of a deadline. */
export type When = { readonly day: Day; readonly hour: number };

export type CallOutcome =
  | { readonly outcome: 'no-answer' | 'busy' | 'voicemail' | 'third-party' | 'wrong-person' | 'new-contact' }
  | { readonly outcome: 'promise'; readonly on: Day }
  /** `on` = the day on which the cheque was posted. */
  | { readonly outcome: 'cheque-posted'; readonly on: Day }
  | { readonly outcome: 'paid-already' | 'dispute' | 'not-satisfied' | 'arrangement-wanted' }
  | { readonly outcome: 'not-debtor' | 'insolvency' | 'debt-relief' | 'deceased' }
  | { readonly outcome: 'invoice-not-received' | 'forwarded' | 'refused' };

/** What somebody does. An act that finds nothing to act on is refused and listed, as the API would answer 4xx. */
export type Act =
  | { readonly type: 'payment' | 'credit-note' | 'reversal'; readonly amountMinor: number }
  /** `reply`: the debtor answered, which is why the case is held. */
  | { readonly type: 'hold'; readonly until?: Day; readonly reason?: 'manual' | 'reply' | 'payment-announced' }
  | { readonly type: 'resume' | 'approve' | 'run-now' | 'cancel' }
  | ({ readonly type: 'call' } & CallOutcome)
  | { readonly type: 'posted'; readonly on: Day }
  /** Answers the blocking `decide` task with `continue`. */
  | { readonly type: 'decide' }
  | { readonly type: 'skip'; readonly stepKey: string }
  /** The due date moves later. */
  | { readonly type: 'correction'; readonly dueOn: Day };

export type Story = {
  readonly strategy: StrategyKey;
  readonly creditorCountry: Country;
  readonly debtorCountry: Country;
  readonly announcedAt: When;
  readonly postedOn: Day;
  readonly dueOn: Day;
  readonly amountMinor: number;
  readonly debtor: {
    /** `consumer`: in Belgium, without a clause in the contract, reached by e-mail. */
    readonly kind: 'business' | 'consumer';
    readonly email: boolean;
    readonly phone: boolean;
    readonly local?: boolean;
  };
  readonly priorReminders?: readonly { readonly on: Day; readonly channel: Channel }[];
  readonly startAt?: string;
  /** In order of time. */
  readonly acts: readonly { readonly at: When; readonly act: Act }[];
  /** Nothing after it is told. */
  readonly through: When;
};

export type Reminder = {
  readonly stepKey: string;
  readonly channel: Channel;
  readonly on: Day;
  /** What was owed when it was put on record. */
  readonly balanceMinor: number;
};

/** What the case waits for at the end of the story. */
export type Waiting =
  | 'closed'
  | 'hold'
  | 'draft'
  | 'letter'
  | 'call'
  | 'visit'
  | 'answer-or-decide'
  | 'after-hold'
  | 'course-ended'
  | 'asleep';

export type Prediction = {
  readonly reminders: readonly Reminder[];
  readonly status: 'chasing' | 'on-hold' | 'closed';
  readonly outcome: 'paid' | 'credited' | 'cancelled' | null;
  readonly waiting: Waiting;
  readonly balanceMinor: number;
  /** Next step and when it is expected, while asleep. */
  readonly next: { readonly stepKey: string; readonly at: When } | null;
  readonly legalFileOn: Day | null;
  readonly refused: readonly { readonly at: When; readonly act: Act }[];
};
