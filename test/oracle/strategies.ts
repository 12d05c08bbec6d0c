import type { StrategyKey } from './story.ts';

type Action =
  | 'email'
  | 'call'
  | 'letter'
  | 'registered-letter'
  | 'visit'
  | 'preferred'
  | 'other-channel'
  | 'stop-deliveries'
  | 'legal-file';

/** One row of a table of docs/strategies.md, copied by hand; what has no bearing on when a reminder is made is left out. */
export type OracleStep = {
  readonly key: string;
  readonly action: Action;
  readonly level: number;
  readonly from: 'due' | 'posted' | 'prev' | 'letter' | 'notice';
  readonly plus: number;
  readonly gap: number;
  /** `draft`: a person approves it. `task`: a person does it. */
  readonly by: 'auto' | 'draft' | 'task' | 'with';
  readonly back?: true;
  readonly last?: number;
  readonly late?: 'expire' | 'send';
  /** Business days after which the course goes on without the call. */
  readonly giveUp?: number;
  /** Attempts at a call, three unless said. */
  readonly allowed?: number;
  readonly only?: readonly string[];
  /** Nobody answered since this step, or since the last reminder (`last`). */
  readonly noAnswer?: string;
  readonly announces?: true;
  /** Days in which its text asks to be paid. */
  readonly payBy?: number;
  /** Days that a formal notice grants. */
  readonly notice?: number;
};

export const MINIMUM: Record<string, number> = { courtesy: 100_000, visit: 200_000, notice: 5_000, legal: 30_000 };

const further = (n: number): OracleStep => ({
  key: `further-reminder:${n}`,
  action: 'email',
  level: 2,
  from: 'prev',
  plus: 10,
  gap: 7,
  by: 'auto',
  noAnswer: 'last',
  announces: true,
  payBy: 8,
});

// prettier-ignore
export const TABLES: Record<StrategyKey, readonly OracleStep[]> = {
  progressive: [
    { key: 'pre-reminder', action: 'email', level: 0, from: 'due', plus: -8, gap: 0, by: 'auto', back: true, last: -4, late: 'expire', announces: true },
    { key: 'pre-call', action: 'call', level: 0, from: 'due', plus: -3, gap: 2, by: 'task', giveUp: 5, allowed: 2, back: true, last: -1, late: 'expire', only: ['phone'], announces: true },
    { key: 'first-reminder', action: 'email', level: 1, from: 'due', plus: 1, gap: 2, by: 'auto', announces: true },
    { key: 'second-reminder', action: 'email', level: 2, from: 'due', plus: 15, gap: 7, by: 'draft', announces: true, payBy: 7 },
    { key: 'reminder-call', action: 'call', level: 2, from: 'due', plus: 16, gap: 1, by: 'task', giveUp: 5, announces: true },
    { key: 'third-reminder', action: 'email', level: 2, from: 'due', plus: 30, gap: 7, by: 'draft', announces: true, payBy: 8 },
    { key: 'formal-notice', action: 'registered-letter', level: 3, from: 'due', plus: 45, gap: 8, by: 'draft', only: ['notice'], noAnswer: 'last', announces: true, notice: 8 },
    { key: 'legal-file', action: 'legal-file', level: 4, from: 'notice', plus: 1, gap: 0, by: 'task', only: ['legal'], announces: true },
  ],
  'five-days': [
    { key: 'first-contact', action: 'preferred', level: 1, from: 'due', plus: 3, gap: 0, by: 'draft', last: 5, late: 'send' },
    { key: 'other-channel', action: 'other-channel', level: 2, from: 'prev', plus: 7, gap: 5, by: 'draft', giveUp: 5, noAnswer: 'last', announces: true, payBy: 8 },
    { key: 'formal-notice', action: 'registered-letter', level: 3, from: 'prev', plus: 8, gap: 8, by: 'draft', noAnswer: 'last', announces: true, notice: 8 },
    { key: 'legal-file', action: 'legal-file', level: 4, from: 'notice', plus: 1, gap: 0, by: 'task', only: ['legal'], announces: true },
  ],
  procedure: [
    { key: 'first-reminder', action: 'email', level: 1, from: 'due', plus: 5, gap: 0, by: 'auto', announces: true },
    { key: 'reminder-call', action: 'call', level: 2, from: 'prev', plus: 10, gap: 7, by: 'task', giveUp: 5, noAnswer: 'last', announces: true },
    { key: 'second-reminder', action: 'email', level: 2, from: 'prev', plus: 10, gap: 7, by: 'auto', noAnswer: 'last', announces: true, payBy: 8 },
    { key: 'reminder-letter', action: 'letter', level: 2, from: 'prev', plus: 10, gap: 7, by: 'draft', noAnswer: 'last', announces: true, payBy: 8 },
    further(1),
    further(2),
    further(3),
    { key: 'formal-notice', action: 'registered-letter', level: 3, from: 'prev', plus: 10, gap: 8, by: 'draft', noAnswer: 'last', announces: true, notice: 8 },
    { key: 'legal-file', action: 'legal-file', level: 4, from: 'notice', plus: 1, gap: 0, by: 'task', only: ['legal'], announces: true },
  ],
  'close-contact': [
    { key: 'courtesy-call', action: 'call', level: 0, from: 'posted', plus: 3, gap: 0, by: 'task', giveUp: 5, allowed: 2, last: -1, late: 'expire', only: ['courtesy'] },
    { key: 'due-call', action: 'call', level: 1, from: 'due', plus: 1, gap: 2, by: 'task', giveUp: 3, announces: true },
    { key: 'follow-up-call', action: 'call', level: 2, from: 'prev', plus: 4, gap: 3, by: 'task', giveUp: 5, noAnswer: 'last', announces: true },
    { key: 'visit', action: 'visit', level: 2, from: 'prev', plus: 3, gap: 2, by: 'task', giveUp: 5, only: ['local', 'visit'], announces: true },
    { key: 'neutral-letter', action: 'registered-letter', level: 3, from: 'due', plus: 15, gap: 4, by: 'draft', announces: true, notice: 8 },
    { key: 'stop-deliveries', action: 'stop-deliveries', level: 3, from: 'letter', plus: 0, gap: 0, by: 'with' },
    { key: 'legal-file', action: 'legal-file', level: 4, from: 'notice', plus: 1, gap: 0, by: 'task', only: ['legal'], announces: true },
  ],
  'statement-first': [
    { key: 'statement', action: 'email', level: 0, from: 'due', plus: -7, gap: 0, by: 'auto', back: true, last: -2, late: 'expire' },
    { key: 'courtesy-call', action: 'call', level: 1, from: 'due', plus: 1, gap: 2, by: 'task', giveUp: 5, announces: true },
    { key: 'email-reminder', action: 'email', level: 2, from: 'prev', plus: 7, gap: 5, by: 'auto', announces: true, payBy: 7 },
    { key: 'reminder-letter', action: 'letter', level: 2, from: 'prev', plus: 10, gap: 7, by: 'draft', noAnswer: 'last', announces: true, payBy: 8 },
    { key: 'formal-notice', action: 'registered-letter', level: 3, from: 'prev', plus: 10, gap: 8, by: 'draft', noAnswer: 'courtesy-call', announces: true, notice: 8 },
    { key: 'legal-file', action: 'legal-file', level: 4, from: 'notice', plus: 1, gap: 0, by: 'task', noAnswer: 'courtesy-call', announces: true },
  ],
};
