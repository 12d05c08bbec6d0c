import { addBusinessDays, onOrBefore } from './calendar.ts';
import { addDays, later, type Day } from './day.ts';
import type { CaseFacts, WaitFact } from './facts.ts';
import { endOfDay } from './instant.ts';
import { lastSendingOf } from './payBy.ts';
import type { Plan } from './plan.ts';
import type { Approval, Channel, PlannedStep } from './strategy.ts';
import { isSpoken } from './strategy.ts';
import { lastDay, sendingInstant } from './timetable.ts';

/** When a task or draft of a step runs out of time, and what that does. */
export type Deadline = { readonly on: Day; readonly at: number; readonly effect: NonNullable<WaitFact['onDeadline']> };

/** The earliest deadline still ahead for what was opened on `openedOn`; null = it waits. */
export const deadlineOf = (
  plan: Plan,
  facts: Pick<CaseFacts, 'dueOn'>,
  step: PlannedStep,
  approval: Approval,
  openedOn: Day,
  escalated: boolean,
): Deadline | null => {
  const candidates = [
    ...(escalated ? [] : escalation(plan, approval, openedOn)),
    ...continuation(plan, approval, openedOn),
    ...limit(plan, facts, step, approval, openedOn, escalated),
    ...refresh(plan, step, approval, openedOn),
  ].sort((a, b) => a.at - b.at || rank(a) - rank(b));
  return candidates[0] ?? null;
};

/** At the same instant the stronger effect wins: nothing is escalated that ends anyway. */
const rank = ({ effect }: Deadline): number => (effect === 'escalate' ? 1 : 0);

const endOfBusinessDay = (plan: Plan, on: Day, effect: Deadline['effect']): Deadline => ({
  on,
  at: endOfDay(on, plan.timeZone),
  effect,
});

const escalation = (plan: Plan, approval: Approval, openedOn: Day): Deadline[] => {
  if (approval.by === 'auto' || approval.by === 'with' || approval.within === 0) return [];
  return [endOfBusinessDay(plan, addBusinessDays(plan.creditorCalendar, openedOn, approval.within), 'escalate')];
};

const continuation = (plan: Plan, approval: Approval, openedOn: Day): Deadline[] => {
  if (approval.by !== 'task' || approval.continueAfter === null) return [];
  return [endOfBusinessDay(plan, addBusinessDays(plan.creditorCalendar, openedOn, approval.continueAfter), 'continue')];
};

/** A draft whose printed day to pay has come too near is made anew with a later one: an approval never meets stale dates. */
const refresh = (plan: Plan, step: PlannedStep, approval: Approval, openedOn: Day): Deadline[] => {
  const last = lastSendingOf(plan, step, openedOn);
  if (last === null || (approval.by !== 'person' && approval.by !== 'manager')) return [];
  return [endOfBusinessDay(plan, last, 'reopen')];
};

/** `notAfter` also ends what is open: `expire` when that business day ends, `send` at its sending hour, a business day after the draft at the earliest. */
const limit = (
  plan: Plan,
  facts: Pick<CaseFacts, 'dueOn'>,
  step: PlannedStep,
  approval: Approval,
  openedOn: Day,
  escalated: boolean,
): Deadline[] => {
  const last = lastDay(plan, facts, step);
  if (last === null) return [];
  if (step.onLate === 'expire') return [endOfBusinessDay(plan, last, 'expire')];
  if (step.onLate === 'send' && 'onDeadline' in approval && approval.onDeadline === 'send') {
    const on = later(last, addBusinessDays(plan.creditorCalendar, openedOn, 1));
    return [{ on, at: sendingInstant(plan, on), effect: 'send' }];
  }
  if (step.onLate === 'send' && approval.by === 'task' && !escalated) {
    const warned = onOrBefore(plan.creditorCalendar, addDays(last, -1));
    return [endOfBusinessDay(plan, later(warned, openedOn), 'escalate')];
  }
  return [];
};

const DEFAULT_SPOKEN = { within: 3, continueAfter: 5 };

/** The rule of a step for the channel it really takes: a call is done by a person, whatever approves a text. */
export const approvalFor = (step: PlannedStep, approval: Approval, channel: Channel): Approval => {
  if (!isSpoken(channel)) return approval;
  if (approval.by === 'task') return approval;
  return { by: 'task', ...(step.whenSpoken ?? DEFAULT_SPOKEN) };
};
