import { claimableAfter, FREE } from './belgianConsumer.ts';
import { bankDaysAfter, isOpen, openAfter, openOnOrAfter, plus, type Day } from './calendar.ts';
import { callEnds } from './calls.ts';
import { makeDraft, perform, textOf } from './perform.ts';
import type { Act } from './story.ts';
import type { TheCase } from './theCase.ts';
import {
  balance,
  bothDays,
  creditorDays,
  firstReminderDay,
  moment,
  nextStep,
  putOnRecord,
  today,
  TOLERANCE_MINOR,
} from './theCase.ts';

export const LONGEST_HOLD_DAYS = 30;

/** Plays one act; false = refused, nothing changed. */
export const play = (c: TheCase, act: Act): boolean => {
  if (act.type === 'payment' || act.type === 'credit-note' || act.type === 'reversal')
    return move(c, act.type, act.amountMinor);
  // Asked again, a cancellation changes nothing and is answered alike.
  if (c.closed !== null) return act.type === 'cancel' && c.closed === 'cancelled';
  switch (act.type) {
    case 'hold':
      return hold(c, act.until, act.reason === 'reply');
    case 'resume':
      return resume(c);
    case 'approve':
      return approve(c);
    case 'posted':
      return posted(c, act.on);
    case 'call':
      return callEnds(c, act);
    case 'decide':
      return decide(c);
    case 'skip':
      return skip(c, act.stepKey);
    case 'run-now':
      return runNow(c);
    case 'correction':
      return correct(c, act.dueOn);
    case 'cancel':
      close(c, 'cancelled');
      return true;
  }
};

const move = (c: TheCase, type: 'payment' | 'credit-note' | 'reversal', amountMinor: number): boolean => {
  if (type === 'reversal' && amountMinor > c.paid - c.reversed) return false;
  if (type === 'payment') c.paid += amountMinor;
  if (type === 'credit-note') c.credited += amountMinor;
  if (type === 'reversal') c.reversed += amountMinor;
  // Money that comes after a cancellation is kept as a credit; the case stays cancelled.
  if (c.closed === 'cancelled') return true;
  if (balance(c) <= TOLERANCE_MINOR) {
    close(c, c.paid - c.reversed > 0 || c.credited === 0 ? 'paid' : 'credited');
    return true;
  }
  c.closed = null;
  if (type === 'payment') c.reactedOn = today(c);
  if (c.wait?.kind === 'draft' || c.wait?.kind === 'letter') makeDraft(c, c.wait.step, c.wait.channel);
  return true;
};

/** Everything pending goes with it, and what the debtor said before is answered; a reversal starts from the steps alone. */
const close = (c: TheCase, outcome: NonNullable<TheCase['closed']>): void => {
  c.closed = outcome;
  c.wait = null;
  c.holds = [];
  c.decisionOwed = false;
  c.endAsked = false;
  c.reactedOn = null;
};

/** Drafts and tasks are withdrawn; they are made anew when the hold has ended. */
const hold = (c: TheCase, until: Day | undefined, replied: boolean): boolean => {
  const longest = plus(today(c), LONGEST_HOLD_DAYS);
  if (until !== undefined && (until < today(c) || until > longest)) return false;
  c.holds.push({ until: until ?? longest, decide: until === undefined });
  if (replied) c.reactedOn = today(c);
  c.wait = null;
  return true;
};

const resume = (c: TheCase): boolean => {
  if (c.holds.length === 0) return false;
  c.holds = [];
  return true;
};

const approve = (c: TheCase): boolean => {
  if (c.wait?.kind !== 'draft') return false;
  const { step, channel, madeOn } = c.wait;
  if (channel === 'email') putOnRecord(c, step, channel, today(c), textOf(c, step.payBy, madeOn, today(c)));
  else c.wait = { kind: 'letter', step, channel, madeOn: today(c), planned: nextPost(c) };
  return true;
};

/** At three in the afternoon of a business day the post leaves; what is ready later leaves with the next. */
const POST_LEAVES = 15;

const nextPost = (c: TheCase): Day =>
  isOpen(creditorDays(c), today(c)) && c.now < moment(today(c), POST_LEAVES)
    ? today(c)
    : openAfter(creditorDays(c), today(c));

const POST_DAYS = 3;

/** Posted later than planned: its dates are wrong, so it is void and made anew. */
const posted = (c: TheCase, on: Day): boolean => {
  if (c.wait?.kind !== 'letter' || on < c.wait.madeOn || on > today(c)) return false;
  const { step, channel, planned } = c.wait;
  if (on > planned) {
    c.wait = { ...c.wait, madeOn: today(c), planned: nextPost(c) };
    return true;
  }
  putOnRecord(c, step, channel, on, planned);
  c.letterOn = on;
  if (step.notice !== undefined)
    c.noticeEndsOn = openOnOrAfter(bothDays(c), plus(openAfter(creditorDays(c), planned, POST_DAYS), step.notice));
  return true;
};

/** Going on answers whatever the debtor last said. */
const decide = (c: TheCase): boolean => {
  if (c.holds.length > 0 || !(c.decisionOwed || c.wait?.kind === 'answer-or-decide')) return false;
  c.reactedOn = null;
  if (c.decisionOwed) c.decisionOwed = false;
  else if (c.wait?.kind === 'answer-or-decide') {
    const { step } = c.wait;
    c.wait = null;
    step.judged = true;
    perform(c, step);
  }
  return true;
};

const skip = (c: TheCase, stepKey: string): boolean => {
  const step = c.steps.find(({ key, status }) => key === stepKey && status === 'open');
  if (!step || step.key === FREE) return false;
  step.status = 'skipped';
  if (c.wait && c.wait.kind !== 'course-ended' && c.wait.step === step) c.wait = null;
  return true;
};

/** Its own day, hour and gap don't count; the first day for any reminder, the notice's period and the approval do. */
const runNow = (c: TheCase): boolean => {
  const step = nextStep(c);
  if (!step || c.wait !== null || c.holds.length > 0 || c.decisionOwed) return false;
  if (step.level >= 1 && today(c) < firstReminderDay(c)) return false;
  const free = c.steps.find(({ key }) => key === FREE);
  if (free && free.on !== null && step !== free && today(c) < claimableAfter(free.on)) return false;
  if (step.from === 'notice' && c.noticeEndsOn !== null && today(c) <= bankDaysAfter(c.noticeEndsOn, 2)) return false;
  perform(c, step);
  return true;
};

const correct = (c: TheCase, dueOn: Day): boolean => {
  if (dueOn <= c.dueOn) return false;
  c.dueOn = dueOn;
  if (c.wait?.kind !== 'course-ended') c.wait = null;
  return true;
};
