import { openAfter, openOnOrBefore, plus, type Day } from './calendar.ts';
import { MINIMUM } from './strategies.ts';
import type { Channel } from './story.ts';
import type { Moment, Step, TheCase } from './theCase.ts';
import {
  balance,
  creditorDays,
  moment,
  previousReminder,
  printedDay,
  putOnRecord,
  SENDING_HOUR,
  today,
} from './theCase.ts';
import { lastDay } from './whenStep.ts';

/** The step's time has come: asks its conditions once, then does it or opens what a person must do. */
export const perform = (c: TheCase, step: Step): void => {
  if (hangsOnNothing(c, step)) {
    step.status = 'skipped';
    return;
  }
  if (!step.judged) {
    if ((step.only ?? []).some((condition) => !holds(c, condition))) {
      step.status = 'skipped';
      return;
    }
    if (step.noAnswer !== undefined && answered(c, step.noAnswer)) {
      c.wait = { kind: 'answer-or-decide', step };
      return;
    }
    step.judged = true;
  }
  switch (step.action) {
    case 'stop-deliveries':
      step.status = 'done';
      return;
    case 'legal-file':
      step.status = 'done';
      c.legalFileOn = today(c);
      return;
    default:
      approach(c, step, channelOf(c, step));
  }
};

/** Nobody is sued without a notice, nor cut off without the letter that says so: what comes after them has no day without them. */
const hangsOnNothing = (c: TheCase, { from }: Step): boolean =>
  (from === 'notice' && c.noticeEndsOn === null) || (from === 'letter' && c.letterOn === null);

const approach = (c: TheCase, step: Step, channel: Channel): void => {
  const { email, phone } = c.story.debtor;
  if ((channel === 'email' && !email) || (channel === 'call' && !phone))
    throw new RangeError(`the oracle doesn't know what becomes of ${step.key} without the debtor's ${channel}`);
  if (channel === 'call' || channel === 'visit') c.wait = { kind: channel, step, giveUpAt: giveUpAt(c, step) };
  else if (step.by === 'draft') makeDraft(c, step, channel);
  else putOnRecord(c, step, channel, today(c));
};

/** Also made anew when the ledger changes: the approval before doesn't count any more. */
export const makeDraft = (c: TheCase, step: Step, channel: Channel): void => {
  c.wait = { kind: 'draft', step, channel, madeOn: today(c), sendAt: step.late === 'send' ? sendAt(c, step) : null };
};

/** A day to pay must leave the debtor three days: a draft that waits longer is made anew on the day after. */
const SHORTEST = 3;

/** The day of the draft's text that is read on a day: the first one, or what it was made anew to since. */
export const textOf = (c: TheCase, payBy: number | undefined, madeOn: Day, on: Day): Day => {
  if (payBy === undefined) return madeOn;
  const last = plus(printedDay(c, payBy, madeOn), -SHORTEST);
  return on <= last ? madeOn : textOf(c, payBy, plus(last, 1), on);
};

/** At the sending hour of the last business day allowed, but a person has one business day at least. */
const sendAt = (c: TheCase, step: Step): Moment => {
  const last = openOnOrBefore(creditorDays(c), plus(c.dueOn, step.last ?? 0));
  const earliest = openAfter(creditorDays(c), today(c));
  return moment(last > earliest ? last : earliest, SENDING_HOUR);
};

/** The midnight at which the course goes on without the call; the creditor's people have the creditor's business days. */
const giveUpAt = (c: TheCase, step: Step): Moment | null => {
  const ends = [
    ...(step.giveUp === undefined ? [] : [openAfter(creditorDays(c), today(c), step.giveUp)]),
    ...(step.late === 'expire' ? [lastDay(c, step) ?? today(c)] : []),
  ].sort();
  return ends[0] === undefined ? null : moment(plus(ends[0], 1), 0);
};

const holds = (c: TheCase, condition: string): boolean => {
  if (condition === 'phone') return c.story.debtor.phone;
  if (condition === 'local') return c.story.debtor.local === true;
  return balance(c) >= (MINIMUM[condition] ?? Number.NaN);
};

/** The debtor showed a sign of life on the day of the reminder looked back to, or later. */
const answered = (c: TheCase, since: string): boolean => {
  if (c.reactedOn === null) return false;
  const from = c.steps.findIndex(({ key }) => key === since);
  const sinceThen = from < 0 ? [] : c.steps.slice(from).flatMap(({ on }) => (on === null ? [] : [on]));
  return c.reactedOn >= (sinceThen.sort()[0] ?? previousReminder(c) ?? c.story.announcedAt.day);
};

const channelOf = (c: TheCase, step: Step): Channel => {
  if (step.action === 'other-channel') return otherChannel(c);
  if (step.action === 'preferred' || step.action === 'stop-deliveries' || step.action === 'legal-file') return 'email';
  return step.action;
};

/** Written before: a call, where there is a number. Spoken before, or nothing yet: an e-mail. */
const otherChannel = (c: TheCase): Channel => {
  const before = [...(c.story.priorReminders ?? []), ...c.reminders]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .at(-1);
  const written = before !== undefined && before.channel !== 'call' && before.channel !== 'visit';
  return written && c.story.debtor.phone ? 'call' : 'email';
};
