import type { CaseRef } from '../../domain/caseRef.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import { dayAt } from '../../domain/instant.ts';
import type { Plan } from '../../domain/plan.ts';
import { Refusal } from '../../domain/refusal.ts';
import { runRefusal } from '../../domain/run.ts';
import { isPostDue, type PlannedStep } from '../../domain/strategy.ts';
import { noticeEnd } from '../../domain/posting.ts';
import { firstReminderDay, timetable } from '../../domain/timetable.ts';
import type { Store } from '../store.ts';
import { plannedStep, refuseLegalWait } from './refusals.ts';

/**
 * May the step be performed now? Only the next one, never past a hold, a person, the due date or a legal wait;
 * its own day, the hour and the gap don't matter.
 * @throws Refusal NOT_FOUND, CASE_CLOSED, CASE_ON_HOLD, STEP_NOT_NEXT, LEGAL_WAIT
 */
export const checkRun = async (store: Store, ref: CaseRef, key: string): Promise<void> => {
  const now = await store.now();
  const { plan, facts } = await store.read(ref);
  const step = plannedStep(plan, key);
  const refusal = runRefusal(plan, facts, key);
  if (refusal) throw new Refusal(refusal.code, `${refusal.message}${wayOn(facts)}`);
  if (facts.handedOverOn)
    throw new Refusal(
      'STEP_NOT_NEXT',
      `expected a case that we chase, this one was handed over on ${facts.handedOverOn}`,
    );
  refuseBeforeItsTime(plan, facts, step, now);
};

/** What a person does instead of running the step. */
const wayOn = ({ closed, holds, waits: [wait] }: CaseFacts): string => {
  if (closed || holds.length > 0 || !wait) return '';
  return wait.kind === 'approve'
    ? '; approve or reject its draft'
    : `; complete the task ${wait.taskId} (${wait.kind})`;
};

/** No reminder before the invoice is overdue or inside the law's wait, nothing after a notice before its period has ended. */
const refuseBeforeItsTime = (plan: Plan, facts: CaseFacts, step: PlannedStep, now: number): void => {
  const today = dayAt(now, plan.timeZone);
  const first = firstReminderDay(plan, facts);
  if (isPostDue(step) && today < first)
    throw new Refusal('STEP_NOT_NEXT', `expected an overdue invoice, ${step.key} can be run from ${first} on`);
  refuseLegalWait(facts, step.key, today);
  if (facts.notice === null || step.offset.from !== 'notice') return;
  const row = timetable(plan, facts, now).find((dated) => dated.key === step.key);
  if (row && row.own > today)
    throw new Refusal(
      'LEGAL_WAIT',
      `expected the notice's period to be over, it ends on ${noticeEnd(plan, facts) ?? facts.notice.periodEndsOn}; ${step.key} can begin on ${row.own}`,
    );
};
