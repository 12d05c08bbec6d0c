import { openAfter, plus, type Day } from './calendar.ts';
import type { CallOutcome } from './story.ts';
import type { Step, TheCase } from './theCase.ts';
import { bothDays, creditorDays, nextStep, putOnRecord, today, whenOf } from './theCase.ts';

const USUAL_ATTEMPTS = 3;

/** Completes the open call or visit; refused when there is none. */
export const callEnds = (c: TheCase, call: CallOutcome): boolean => {
  if (c.wait?.kind !== 'call' && c.wait?.kind !== 'visit') return false;
  if (call.outcome === 'promise' && (call.on < today(c) || call.on > plus(today(c), 30))) return false;
  const { step, kind } = c.wait;
  switch (call.outcome) {
    case 'no-answer':
    case 'busy':
    case 'voicemail':
    case 'third-party':
      return notReached(c, step);
    case 'wrong-person':
    case 'new-contact':
      // Nobody was asked for money yet: the same call again, to whom it should have gone.
      c.wait = null;
      step.notBefore = openAfter(bothDays(c), today(c));
      step.tried.push(halfDay(c));
      return true;
    default:
      putOnRecord(c, step, kind, today(c));
      c.reactedOn = today(c);
      follow(c, call);
      return true;
  }
};

/** Attempts are made on different half-days; after the last one what was to be announced is written instead. */
const notReached = (c: TheCase, step: Step): boolean => {
  if (step.tried.includes(halfDay(c))) return false;
  step.tried.push(halfDay(c));
  step.attempts += 1;
  if (step.attempts < (step.allowed ?? USUAL_ATTEMPTS)) return true;
  c.wait = null;
  step.status = 'done';
  if (step.announces && c.story.debtor.email) putOnRecord(c, step, 'email', today(c));
  return true;
};

const halfDay = (c: TheCase): string => `${today(c)} ${whenOf(c.now).hour < 12 ? 'morning' : 'afternoon'}`;

const follow = (c: TheCase, call: CallOutcome): void => {
  const until = holdUntil(c, call);
  if (until !== null) c.holds.push({ until, decide: call.outcome !== 'invoice-not-received' });
  if (call.outcome === 'refused')
    for (let next = nextStep(c); next !== null && next.level < 2; next = nextStep(c)) next.status = 'skipped';
};

/** Last day on which nothing is asked after this answer. */
const holdUntil = (c: TheCase, call: CallOutcome): Day | null => {
  switch (call.outcome) {
    case 'promise':
      return call.on;
    case 'cheque-posted':
      return plus(call.on, 3) > today(c) ? plus(call.on, 3) : today(c);
    case 'paid-already':
    case 'dispute':
    case 'not-satisfied':
    case 'arrangement-wanted':
      return openAfter(creditorDays(c), today(c), 10);
    case 'not-debtor':
    case 'insolvency':
    case 'debt-relief':
    case 'deceased':
      return plus(today(c), 30);
    case 'invoice-not-received':
      return openAfter(creditorDays(c), today(c), 3);
    default:
      return null;
  }
};
