import { nextStep } from './course.ts';
import { strongestHold, type CaseFacts } from './facts.ts';
import type { Plan } from './plan.ts';
import type { RefusalCode } from './refusal.ts';
import { factOf } from './timetable.ts';

/** Why a step can't be done right now, or null: only the next step, never under a hold, never past an approval. */
export const runRefusal = (
  plan: Plan,
  facts: CaseFacts,
  stepKey: string,
): { readonly code: RefusalCode; readonly message: string } | null => {
  if (facts.closed)
    return {
      code: 'CASE_CLOSED',
      message: `expected an open case, this one closed on ${facts.closed.on} (${facts.closed.outcome})`,
    };
  const hold = strongestHold(facts);
  if (hold)
    return {
      code: 'CASE_ON_HOLD',
      message: `expected a case without holds, this one is on hold (${hold.kind}${hold.until ? ` until ${hold.until}` : ''})`,
    };
  const next = nextStep(plan, facts);
  if (!next) return { code: 'STEP_NOT_NEXT', message: 'expected a next step, the course has ended' };
  if (next.key !== stepKey)
    return { code: 'STEP_NOT_NEXT', message: `expected the next step, ${next.key}, got ${stepKey}` };
  const { status } = factOf(facts, stepKey);
  const [wait] = facts.waits;
  if (wait || status === 'awaiting-approval' || status === 'task-open')
    return {
      code: 'STEP_NOT_NEXT',
      message: `expected nothing to wait for, ${stepKey} waits for a person: ${wait?.title ?? status}`,
    };
  return null;
};
