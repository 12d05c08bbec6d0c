import { plus, type Day } from './calendar.ts';
import { play } from './acts.ts';
import { perform } from './perform.ts';
import type { Prediction, Story, Waiting, When } from './story.ts';
import type { Moment, Step, TheCase, Wait } from './theCase.ts';
import { announced, balance, momentOf, moment, nextStep, putOnRecord, SENDING_HOUR, today, whenOf } from './theCase.ts';
import { whenStep } from './whenStep.ts';

/*
 * Where the design leaves a choice, the oracle takes this one:
 * - A condition that skips is asked before the one that asks a person; what held once isn't asked again, also when a hold
 *   or a payment makes the step anew.
 * - Under a hold nothing can be decided: the question is withdrawn and put again afterwards.
 * - Going on by decision answers whatever the debtor last said, and so does closing the case.
 * - `since a step` looks back to that step's reminder, or to the first one after it where it was never made.
 * - A step after the due date can't be run before the first day on which any reminder may come.
 * - A wrong person leaves the call to the next business day; a refusal skips what comes before level 2.
 * - Without an address for the channel the oracle refuses to predict.
 */

/** Which reminders are on record when the story is over, and what the case then waits for. */
export const predict = (story: Story): Prediction => {
  const c = announced(story);
  const refused: { at: When; act: Story['acts'][number]['act'] }[] = [];
  for (const { at, act } of story.acts) {
    if (momentOf(at) > momentOf(story.through)) break;
    refuseAmbiguous(c, at);
    sleepUntil(c, momentOf(at));
    if (!play(c, act)) refused.push({ at, act });
  }
  sleepUntil(c, momentOf(story.through));
  return told(c, refused);
};

/** At the instant of a deadline either may come first; and stories run forwards. */
const refuseAmbiguous = (c: TheCase, at: When): void => {
  if (at.hour === 0 || at.hour === SENDING_HOUR)
    throw new RangeError(`expected an act at another hour than 0 and 9, got ${at.day} ${at.hour}`);
  if (momentOf(at) < c.now)
    throw new RangeError(`expected acts in order of time after the announcement, got ${at.day} ${at.hour}`);
};

/** Lets everything happen that falls due by itself. */
const sleepUntil = (c: TheCase, until: Moment): void => {
  for (let next = ahead(c); next !== null && next.at <= until; next = ahead(c)) {
    if (next.at > c.now) c.now = next.at;
    next.happens();
  }
  if (until > c.now) c.now = until;
};

/** What happens next by itself, and when; null = only an act moves the case. */
const ahead = (c: TheCase): { readonly at: Moment; readonly happens: () => void } | null => {
  if (c.closed !== null) return null;
  if (c.holds.length > 0) return { at: moment(plus(firstEnd(c), 1), 0), happens: () => endHolds(c) };
  if (c.decisionOwed) return null;
  if (c.wait !== null) return deadline(c, c.wait);
  const step = nextStep(c);
  if (step === null) return { at: c.now, happens: () => endCourse(c) };
  const at = whenStep(c, step);
  if (at === null) return { at: c.now, happens: () => void (step.status = 'expired') };
  return { at, happens: () => perform(c, step) };
};

const deadline = (c: TheCase, wait: Wait): ReturnType<typeof ahead> => {
  if (wait.kind === 'draft' && wait.sendAt !== null)
    return { at: wait.sendAt, happens: () => putOnRecord(c, wait.step, wait.channel, today(c)) };
  if ((wait.kind === 'call' || wait.kind === 'visit') && wait.giveUpAt !== null)
    return { at: wait.giveUpAt, happens: () => giveUp(c, wait.step) };
  return null;
};

const endCourse = (c: TheCase): void => {
  c.wait = { kind: 'course-ended' };
  c.endAsked = true;
};

const giveUp = (c: TheCase, step: Step): void => {
  c.wait = null;
  step.status = 'expired';
};

const firstEnd = (c: TheCase): Day => c.holds.map(({ until }) => until).reduce((a, b) => (a < b ? a : b));

const endHolds = (c: TheCase): void => {
  c.decisionOwed ||= !c.endAsked && c.holds.some(({ until, decide }) => decide && until < today(c));
  c.holds = c.holds.filter(({ until }) => until >= today(c));
};

const told = (c: TheCase, refused: Prediction['refused']): Prediction => {
  const step = waiting(c) === 'asleep' ? nextStep(c) : null;
  const at = step && whenStep(c, step);
  return {
    reminders: c.reminders,
    status: c.closed !== null ? 'closed' : c.holds.length > 0 ? 'on-hold' : 'chasing',
    outcome: c.closed,
    waiting: waiting(c),
    balanceMinor: balance(c),
    next: step && at ? { stepKey: step.key, at: whenOf(at) } : null,
    legalFileOn: c.legalFileOn,
    refused,
  };
};

const waiting = (c: TheCase): Waiting => {
  if (c.closed !== null) return 'closed';
  if (c.holds.length > 0) return 'hold';
  return c.decisionOwed ? 'after-hold' : (c.wait?.kind ?? 'asleep');
};
