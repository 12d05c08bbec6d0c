import { legalWait } from './claim/firstReminder.ts';
import type { Day } from './day.ts';
import { isSettled, strongestHold, type CaseFacts, type HoldFact } from './facts.ts';
import { dayAt, endOfDay } from './instant.ts';
import type { Plan } from './plan.ts';
import type { PlannedStep } from './strategy.ts';
import { inSendingHours, leavesByItself } from './sendingHours.ts';
import { factOf, nextSendingDay, sendingInstant, timetable, type Dated } from './timetable.ts';

/** What the workflow does next, and when. `at` in epoch milliseconds, null = only a message can change anything. */
export type Move =
  | { readonly do: 'finish' }
  | { readonly do: 'wait'; readonly for: string }
  | { readonly do: 'send-pending'; readonly messageId: string; readonly at: number; readonly day: Day }
  | { readonly do: 'perform'; readonly key: string; readonly at: number; readonly day: Day }
  /** Its last day lies before the next hour at which it could happen. */
  | { readonly do: 'expire'; readonly key: string; readonly at: number; readonly day: Day }
  | {
      readonly do: 'pass-deadline';
      readonly taskId: string;
      readonly stepKey: string | null;
      readonly at: number;
      readonly day: Day;
    }
  | { readonly do: 'end-hold'; readonly holdId: string; readonly at: number; readonly day: Day }
  | { readonly do: 'end-course'; readonly at: number; readonly day: Day };

export type TimedMove = Exclude<Move, { do: 'finish' | 'wait' }>;

/** The step that comes next: the first that isn't settled, never the highest reached by now. */
export const nextStep = (plan: Plan, facts: CaseFacts): PlannedStep | null =>
  plan.steps.find((step) => !isSettled(factOf(facts, step.key))) ?? null;

/**
 * The next move of a case.
 * @param armed the move the workflow slept for: a message in the instant of waking doesn't cost it a day
 * @param late when a send that nobody released runs whose hour has passed unheard (workers were down): `in-hours` = at once
 * within the sending hours of a business day, else at the next sending hour. `at-once` is how cases ran before that rule.
 */
export const nextMove = (
  plan: Plan,
  facts: CaseFacts,
  now: number,
  armed: TimedMove | null = null,
  late: 'in-hours' | 'at-once' = 'in-hours',
): Move => {
  const mayLeaveNow = late === 'at-once' || inSendingHours(plan, now);
  if (facts.closed) return { do: 'finish' };
  const today = dayAt(now, plan.timeZone);
  const [messageId] = facts.pendingMessages;
  if (messageId !== undefined) return { do: 'send-pending', messageId, at: now, day: today };
  if (facts.handedOverOn) return { do: 'wait', for: 'handed over: only money or a decision moves it' };
  const held = strongestHold(facts);
  if (held) return holdEnd(plan, facts, held);
  if (facts.waits.length > 0) return deadline(plan, facts, now, mayLeaveNow);
  const step = nextStep(plan, facts);
  if (!step) return { do: 'end-course', at: now, day: today };
  if (factOf(facts, step.key).status === 'due' && legalWait(facts, step.key, today) === null)
    return { do: 'perform', key: step.key, at: now, day: today };
  const row = timetable(plan, facts, now).find(({ key }) => key === step.key);
  if (row && struck(armed, row, now) && (mayLeaveNow || !leavesByItself(plan, step, factOf(facts, step.key))))
    return { do: 'perform', key: step.key, at: now, day: (armed as TimedMove).day };
  if (!row || row.late || row.at === null || row.on === null)
    return { do: 'expire', key: step.key, at: now, day: today };
  return { do: 'perform', key: step.key, at: row.at, day: row.on };
};

/** The hour slept for has struck, and the step is not to come later than today for another reason. */
const struck = (armed: TimedMove | null, row: Dated, now: number): boolean =>
  armed?.do === 'perform' && armed.key === row.key && armed.at <= now && row.spaced <= armed.day;

const holdEnd = (plan: Plan, facts: CaseFacts, strongest: HoldFact): Move => {
  const ending = facts.holds
    .filter((hold): hold is HoldFact & { until: Day } => hold.until !== null)
    .sort((a, b) => (a.until < b.until ? -1 : 1))[0];
  if (!ending) return { do: 'wait', for: `on hold (${strongest.kind}) until a person resumes it` };
  return { do: 'end-hold', holdId: ending.id, at: endOfDay(ending.until, plan.timeZone), day: ending.until };
};

const deadline = (plan: Plan, facts: CaseFacts, now: number, mayLeaveNow: boolean): Move => {
  const nextSending = nextSendingDay(plan, plan.creditorCalendar, now);
  const [soonest] = facts.waits
    .flatMap(({ taskId, stepKey, deadlineAt, deadlineOn, onDeadline }) => {
      if (deadlineAt === null || onDeadline === null) return [];
      // A draft that leaves unconfirmed is a send without a person, too.
      if (onDeadline === 'send' && deadlineAt <= now && !mayLeaveNow)
        return [{ taskId, stepKey, at: sendingInstant(plan, nextSending), day: nextSending }];
      return [{ taskId, stepKey, at: deadlineAt, day: deadlineOn ?? dayAt(deadlineAt, plan.timeZone) }];
    })
    .sort((a, b) => a.at - b.at);
  if (!soonest) return { do: 'wait', for: facts.waits.map(({ title }) => title).join('; ') };
  return { do: 'pass-deadline', ...soonest };
};
