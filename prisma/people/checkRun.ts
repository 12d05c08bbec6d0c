import type { CaseRef } from '../../domain/caseRef.ts';
import { nextStep } from '../../domain/course.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import type { Plan } from '../../domain/plan.ts';
import { Refusal } from '../../domain/refusal.ts';
import { timetable } from '../../domain/timetable.ts';
import { dayAt } from '../../domain/instant.ts';
import type { Store } from '../store.ts';
import { plannedStep, refuseClosed, refuseHeld } from './refusals.ts';

/**
 * May the step be performed now? Only the next one, never past a hold, a person or a legal wait; day, hour and gap don't matter.
 * @throws Refusal NOT_FOUND, CASE_CLOSED, CASE_ON_HOLD, STEP_NOT_NEXT, LEGAL_WAIT
 */
export const checkRun = async (store: Store, ref: CaseRef, key: string): Promise<void> => {
  const now = await store.now();
  const { plan, facts } = await store.read(ref);
  plannedStep(plan, key);
  refuseClosed(facts);
  refuseHeld(facts);
  if (facts.handedOverOn) throw new Refusal('STEP_NOT_NEXT', `expected a case that we chase, this one was handed over on ${facts.handedOverOn}`);
  const next = nextStep(plan, facts);
  if (!next) throw new Refusal('STEP_NOT_NEXT', `expected a step that isn't settled, got ${key}: the course has ended`);
  if (next.key !== key) throw new Refusal('STEP_NOT_NEXT', `expected ${next.key}, the next step, got ${key}`);
  refuseWaiting(facts, key);
  refuseLegalWait(plan, facts, key, now);
};

const refuseWaiting = (facts: CaseFacts, key: string): void => {
  const own = facts.waits.find(({ stepKey }) => stepKey === key);
  if (own) {
    const act = own.kind === 'approve' ? 'approve or reject its draft' : `complete its task ${own.taskId} (${own.kind})`;
    throw new Refusal('STEP_NOT_NEXT', `expected a step that still has to begin, ${key} waits for a person: ${act}`);
  }
  const [other] = facts.waits;
  if (other) throw new Refusal('STEP_NOT_NEXT', `expected a case that waits for nobody, complete the task ${other.taskId} (${other.kind}) first`);
};

/** What follows a notice can't come before the period it granted has ended. */
const refuseLegalWait = (plan: Plan, facts: CaseFacts, key: string, now: number): void => {
  if (facts.notice === null || plannedStep(plan, key).offset.from !== 'notice') return;
  const row = timetable(plan, facts, now).find((dated) => dated.key === key);
  if (row && row.own > dayAt(now, plan.timeZone))
    throw new Refusal('LEGAL_WAIT', `expected the notice's period to be over, it ends on ${facts.notice.periodEndsOn}; ${key} can begin on ${row.own}`);
};
