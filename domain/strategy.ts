/** What a step does. `preferred` and `other-channel` are resolved to a real channel when the step's time comes. */
export type StepAction =
  | 'email'
  | 'call'
  | 'letter'
  | 'registered-letter'
  | 'visit'
  | 'preferred'
  | 'other-channel'
  | 'stop-deliveries'
  | 'legal-file';

/** A real way to the debtor. */
export type Channel = 'email' | 'call' | 'letter' | 'registered-letter' | 'visit';

export type Level = 0 | 1 | 2 | 3 | 4;

/** What a message of the step may announce; what each code may say is decided by the debtor's regime. */
export type Announcement =
  | 'terms'
  | 'consequences'
  | 'interest-by'
  | 'interest'
  | 'notice-next'
  | 'formal-notice'
  | 'stop-deliveries'
  | 'court'
  | 'professional'
  | 'presence';

/** Where a step's own day is counted from. `letter` = posting day of the previous letter, `notice` = end of the notice's period. */
export type Offset = { readonly from: 'due' | 'posted' | 'prev' | 'letter' | 'notice'; readonly days: number };

export type Approval =
  | { readonly by: 'auto' }
  /** A person (or manager) approves the draft; after `within` business days the deputy is asked. */
  | { readonly by: 'person' | 'manager'; readonly within: number; readonly onDeadline: 'wait' | 'send' }
  /** A person does it; `continueAfter` business days later the course goes on without, null = it waits. */
  | { readonly by: 'task'; readonly within: number; readonly continueAfter: number | null }
  /** Approved together with another step of the strategy. */
  | { readonly by: 'with'; readonly step: string };

export type Parameters = {
  readonly courtesyMinimum: number;
  readonly visitMinimum: number;
  readonly noticeMinimum: number;
  readonly legalMinimum: number;
};

/** Judged once, at the step's time; the reason is recorded. `noAnswer` looks back to the previous reminder, or since the named step. */
export type Condition =
  | { readonly is: 'not-direct-debit' | 'not-consumer' | 'business' | 'company' | 'phone' | 'local' | 'bank-data' }
  | { readonly is: 'minimum'; readonly of: keyof Parameters }
  | { readonly is: 'no-answer'; readonly since?: string; readonly else: 'ask' | 'skip' }
  | { readonly is: 'no-visit-or-unpaid-visit' };

export type StrategyStep = {
  readonly id: string;
  readonly action: StepAction;
  readonly level: Level;
  readonly offset: Offset;
  readonly gap: number;
  readonly roll: 'next' | 'previous';
  /** Last day on which it may happen, counted from the due date. */
  readonly notAfter: number | null;
  readonly onLate: 'expire' | 'escalate' | 'send';
  readonly approval: Approval;
  /** What replaces `approval` when the step turns out to be a call or a visit (`preferred`, `other-channel`); null elsewhere. */
  readonly whenSpoken: { readonly within: number; readonly continueAfter: number | null } | null;
  readonly conditions: readonly Condition[];
  readonly announces: readonly Announcement[];
  /** `pay-by`: days the message grants from its sending. `notice`: days a formal notice grants. */
  readonly grants: { readonly kind: 'pay-by' | 'notice'; readonly days: number } | null;
  readonly personalLine: 'required' | 'none';
  readonly attempts: number;
  readonly enabled: boolean;
  /** `debtor`: one message for all the debtor's open invoices. */
  readonly scope: 'invoice' | 'debtor';
  readonly mandatory: boolean;
  readonly repeat: { readonly every: number; readonly atMost: number } | null;
  /** In one sentence what the message or call is for; shown to the operator. */
  readonly purpose: string;
};

/** Steps as data. `version` rises with each edit; a case keeps the version it began with. */
export type Strategy = {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly accessories: 'waive-if-paid-by' | 'claim' | 'never';
  readonly parameters: Parameters;
  readonly steps: readonly StrategyStep[];
};

/** A step of a running case: repeats are expanded, so each key is unique (`further-reminder:2`). */
export type PlannedStep = StrategyStep & {
  readonly key: string;
  /** An e-mail that is a letter to a debtor who prefers one or has no e-mail address. */
  readonly orByPost?: boolean;
};

/** Expands repeats. The announcements of the last one include all, earlier ones leave out `notice-next`. */
export const expand = (strategy: Strategy): readonly PlannedStep[] =>
  strategy.steps.flatMap((step): PlannedStep[] => {
    if (!step.repeat) return [{ ...step, key: step.id }];
    const { atMost } = step.repeat;
    return Array.from({ length: atMost }, (_, index) => ({
      ...step,
      key: `${step.id}:${index + 1}`,
      announces: index + 1 === atMost ? step.announces : step.announces.filter((code) => code !== 'notice-next'),
    }));
  });

/** True for steps that ask the debtor for money: gaps are kept between these. */
export const approaches = (step: Pick<StrategyStep, 'action'>): boolean =>
  step.action !== 'stop-deliveries' && step.action !== 'legal-file';

/** How a step is really taken, or meant to be. */
type Way = Channel | StrategyStep['action'];

export const isSpoken = (way: Way): way is 'call' | 'visit' => way === 'call' || way === 'visit';

export const isPosted = (way: Way): way is 'letter' | 'registered-letter' =>
  way === 'letter' || way === 'registered-letter';

/** Levels from 1 follow the due date; level 0 precedes it. */
export const isPostDue = (step: Pick<StrategyStep, 'level'>): boolean => step.level >= 1;
