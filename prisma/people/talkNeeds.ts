import { addDays, type Day } from '../../domain/day.ts';
import { Refusal, type RefusalDetail } from '../../domain/refusal.ts';
import { isPostDue, type PlannedStep } from '../../domain/strategy.ts';
import type { CaseTx } from '../store.ts';
import type { CallOutcome } from '../../domain/outcome.ts';
import type { TalkBody } from './talkBody.ts';

/** Nobody who could answer was reached. */
const ATTEMPTS: readonly CallOutcome[] = ['third-party', 'voicemail', 'no-answer', 'busy'];

/** Somebody else answers for this debtor: the talk is still to be had. */
const MISDIRECTED: readonly CallOutcome[] = ['wrong-person', 'new-contact'];

export const isAttempt = (outcome: CallOutcome): boolean => ATTEMPTS.includes(outcome);
export const isMisdirected = (outcome: CallOutcome): boolean => MISDIRECTED.includes(outcome);

const NEEDS: Readonly<Partial<Record<CallOutcome, readonly (keyof TalkBody)[]>>> = {
  promise: ['on', 'amount', 'means'],
  'cheque-posted': ['on'],
  'paid-already': ['on', 'means'],
  dispute: ['reason', 'amount'],
  'not-satisfied': ['reason'],
  'invoice-not-received': ['address'],
  forwarded: ['contact'],
  'arrangement-wanted': ['proposal'],
  refused: ['reason'],
  'wrong-person': ['contact'],
  'new-contact': ['contact'],
  insolvency: ['on', 'spokeTo'],
  'debt-relief': ['on', 'spokeTo'],
  deceased: ['on', 'spokeTo'],
};

/** Outcomes whose `on` isn't the day of the talk, with the days allowed, counted from today. */
const SPOKEN_OF: Readonly<Partial<Record<CallOutcome, { readonly from: number | null; readonly to: number }>>> = {
  promise: { from: 0, to: 30 },
  'cheque-posted': { from: -30, to: 30 },
  'paid-already': { from: null, to: 0 },
  insolvency: { from: null, to: 0 },
  'debt-relief': { from: null, to: 0 },
  deceased: { from: null, to: 0 },
};

/** The day that the outcome speaks of, or null when `on` is the day of the talk itself. */
export const daySpokenOf = ({ outcome, on, until }: TalkBody): Day | null =>
  SPOKEN_OF[outcome] ? ((outcome === 'promise' ? (on ?? until) : on) ?? null) : null;

/**
 * A talk that reached somebody ends with a date, a dispute, a proposal or a refusal with its reason, each with what it needs.
 * @throws Refusal VALIDATION with a pointer for each field, CURRENCY_MISMATCH
 */
export const checkNeeds = (tx: CaseTx, step: PlannedStep | null, talk: TalkBody): void => {
  const errors = [...missing(talk), ...misplaced(step, talk), ...outOfRange(tx.today, talk)];
  if (errors.length > 0) throw new Refusal('VALIDATION', errors.map(({ detail }) => detail).join('; '), errors);
  const { amount } = talk;
  if (amount && amount.currency !== tx.invoice.currency)
    throw new Refusal('CURRENCY_MISMATCH', `expected an amount in ${tx.invoice.currency}, got ${amount.currency}`);
};

const missing = (talk: TalkBody): RefusalDetail[] =>
  (NEEDS[talk.outcome] ?? [])
    .filter((field) => (field === 'on' ? daySpokenOf(talk) : talk[field]) == null)
    .map((field) => ({
      pointer: `/${field}`,
      code: 'REQUIRED',
      detail: `expected ${field} with the outcome ${talk.outcome}, got nothing`,
    }));

const misplaced = (step: PlannedStep | null, { outcome, until }: TalkBody): RefusalDetail[] => {
  const pleasant = outcome === 'satisfied' && step !== null && isPostDue(step);
  return [
    ...(pleasant
      ? [
          {
            pointer: '/outcome',
            code: 'INVALID_VALUE',
            detail: `expected a date, a dispute, a proposal or a refusal with its reason after the due date, got ${outcome}`,
          },
        ]
      : []),
    ...(until != null && outcome !== 'promise'
      ? [
          {
            pointer: '/until',
            code: 'UNKNOWN_FIELD',
            detail: `expected no until with the outcome ${outcome}: its hold has its own length`,
          },
        ]
      : []),
  ];
};

const outOfRange = (today: Day, talk: TalkBody): RefusalDetail[] => {
  const range = SPOKEN_OF[talk.outcome];
  const on = daySpokenOf(talk);
  if (!range || on === null) return [];
  const from = range.from === null ? null : addDays(today, range.from);
  const to = addDays(today, range.to);
  if (on <= to && (from === null || on >= from)) return [];
  const expected = from === null ? `a day up to ${to}` : `a day from ${from} to ${to}`;
  return [
    {
      pointer: talk.on == null ? '/until' : '/on',
      code: 'INVALID_VALUE',
      detail: `expected ${expected} with the outcome ${talk.outcome}, got ${on}`,
    },
  ];
};
