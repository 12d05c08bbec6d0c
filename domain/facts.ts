import type { Day } from './day.ts';
import type { Channel } from './strategy.ts';

export type Outcome = 'paid' | 'credited' | 'written-off' | 'irrecoverable' | 'cancelled';

export type CaseStatus = 'starting' | 'chasing' | 'on-hold' | 'handed-over' | 'closed';

export type StepStatus =
  | 'planned'
  | 'due'
  | 'awaiting-approval'
  | 'task-open'
  | 'waiting-legal'
  | 'done'
  | 'merged'
  | 'skipped'
  | 'expired'
  | 'unclear'
  | 'failed';

export type HoldKind = 'insolvency' | 'dispute' | 'plan' | 'promise' | 'payment-announced' | 'reply' | 'manual';

/** From the strongest to the weakest: the strongest open hold is the one shown. */
export const HOLD_KINDS: readonly HoldKind[] = [
  'insolvency',
  'dispute',
  'plan',
  'promise',
  'payment-announced',
  'reply',
  'manual',
];

/** What was done about one step; `on` is its real day once it is settled. */
export type StepFact = {
  readonly key: string;
  readonly status: StepStatus;
  readonly on: Day | null;
  /** True when the debtor was really approached: gaps and `prev` count from it. */
  readonly contact: boolean;
  readonly channel: Channel | null;
  /** A person decided to go on although a condition failed. */
  readonly decided: boolean;
  readonly attempts: number;
  readonly viaChannel: Channel | null;
  /** Made again on this day at the earliest: the first time it met the wrong person. */
  readonly notBefore: Day | null;
  /** The day from which the printed days of its text count, where that isn't `on`: of its draft, or its letter's planned posting. */
  readonly textOn?: Day | null;
};

export type HoldFact = {
  readonly id: string;
  readonly kind: HoldKind;
  /** Last day of the hold; null = without end. */
  readonly until: Day | null;
  /** What follows its end. */
  readonly thenDo: 'resume' | 'decide';
};

/** An open task or draft that the course waits for, and what its deadline does. */
export type WaitFact = {
  readonly taskId: string;
  readonly kind: string;
  readonly stepKey: string | null;
  readonly title: string;
  readonly deadlineAt: number | null;
  readonly deadlineOn: Day | null;
  readonly onDeadline: 'escalate' | 'continue' | 'expire' | 'send' | 'fallback' | 'reopen' | null;
};

export type PriorReminder = { readonly on: Day; readonly channel: Channel; readonly level: number };

/** Everything the course depends on, read from the database in one transaction. Plain JSON; the highest version wins. */
export type CaseFacts = {
  readonly version: number;
  readonly balanceMinor: number;
  readonly amountMinor: number;
  readonly currency: string;
  readonly announcedOn: Day;
  readonly postedOn: Day;
  readonly dueOn: Day;
  readonly priorReminders: readonly PriorReminder[];
  readonly steps: readonly StepFact[];
  readonly holds: readonly HoldFact[];
  /** Open tasks and drafts for which the course waits. */
  readonly waits: readonly WaitFact[];
  /** The debtor's last sign of life that nobody has answered yet. */
  readonly reaction: { readonly on: Day; readonly kind: string } | null;
  /** Posting day and printed last day of the notice in force, and its first presentation once that is known. */
  readonly notice: { readonly postedOn: Day; readonly periodEndsOn: Day; readonly presentedOn?: Day } | null;
  /** Posting day of the last letter. */
  readonly letterPostedOn: Day | null;
  /** Written answers (call summaries, invoice copies) that wait to be sent at once. */
  readonly pendingMessages: readonly string[];
  readonly closed: { readonly outcome: Outcome; readonly on: Day } | null;
  readonly handedOverOn: Day | null;
};

const SETTLED: readonly StepStatus[] = ['done', 'merged', 'skipped', 'expired', 'failed'];

export const isSettled = (step: Pick<StepFact, 'status'>): boolean => SETTLED.includes(step.status);

/** The strongest open hold, or null. */
export const strongestHold = (facts: Pick<CaseFacts, 'holds'>): HoldFact | null =>
  [...facts.holds].sort((a, b) => HOLD_KINDS.indexOf(a.kind) - HOLD_KINDS.indexOf(b.kind))[0] ?? null;

export const statusOf = (facts: CaseFacts): Exclude<CaseStatus, 'starting'> => {
  if (facts.closed) return 'closed';
  if (facts.handedOverOn) return 'handed-over';
  return facts.holds.length > 0 ? 'on-hold' : 'chasing';
};

/** A step of which nothing was done yet. */
export const freshStep = (key: string): StepFact => ({
  key,
  status: 'planned',
  on: null,
  contact: false,
  channel: null,
  decided: false,
  attempts: 0,
  viaChannel: null,
  notBefore: null,
});

/** The facts of a case of which nothing was done yet: its steps are planned, and nobody waits for anything. */
export const freshFacts = (
  plan: { readonly steps: readonly { readonly key: string }[] },
  begun: Pick<CaseFacts, 'balanceMinor' | 'amountMinor' | 'currency' | 'announcedOn' | 'postedOn' | 'dueOn'>,
): CaseFacts => ({
  ...begun,
  version: 1,
  priorReminders: [],
  steps: plan.steps.map(({ key }) => freshStep(key)),
  holds: [],
  waits: [],
  reaction: null,
  notice: null,
  letterPostedOn: null,
  pendingMessages: [],
  closed: null,
  handedOverOn: null,
});
