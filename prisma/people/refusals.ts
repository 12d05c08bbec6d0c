import { legalWait } from '../../domain/claim/firstReminder.ts';
import type { Day } from '../../domain/day.ts';
import { isSettled, strongestHold, type CaseFacts, type StepFact } from '../../domain/facts.ts';
import type { Plan } from '../../domain/plan.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import { factOf } from '../../domain/timetable.ts';

export const refuseClosed = ({ closed }: Pick<CaseFacts, 'closed'>): void => {
  if (closed)
    throw new Refusal('CASE_CLOSED', `expected an open case, this one closed on ${closed.on} (${closed.outcome})`);
};

export const refuseHeld = (facts: Pick<CaseFacts, 'holds'>): void => {
  const hold = strongestHold(facts);
  if (!hold) return;
  const end = hold.until === null ? 'without end' : `until ${hold.until}`;
  throw new Refusal(
    'CASE_ON_HOLD',
    `expected a case that isn't on hold, this one is (${hold.kind}, ${end}); resume it first`,
  );
};

/** The step of the case's own strategy. */
export const plannedStep = (plan: Plan, key: string): PlannedStep => {
  const step = plan.steps.find((candidate) => candidate.key === key);
  if (step) return step;
  throw new Refusal(
    'NOT_FOUND',
    `expected one of the steps ${plan.steps.map((known) => known.key).join(', ')}, got ${key}`,
  );
};

/** What the law asks for isn't left out, whoever wants it. */
export const refuseMandatory = ({ key, mandatory }: PlannedStep): void => {
  if (mandatory)
    throw new Refusal(
      'STEP_MANDATORY',
      `expected a step that may be left out, ${key} may not: without it nothing may be claimed`,
    );
};

/** The law lets nobody be asked before a day. */
export const refuseLegalWait = (facts: CaseFacts, stepKey: string, today: Day): void => {
  const from = legalWait(facts, stepKey, today);
  if (from !== null)
    throw new Refusal(
      'LEGAL_WAIT',
      `expected the law's wait after the free first reminder to be over, ${stepKey} can begin on ${from}`,
    );
};

/** What was done about a step that isn't settled. */
export const unsettled = (facts: CaseFacts, key: string): StepFact => {
  const fact = factOf(facts, key);
  if (!isSettled(fact)) return fact;
  throw new Refusal(
    'STEP_SETTLED',
    `expected a step not yet settled, ${key} is ${fact.status}${fact.on ? ` since ${fact.on}` : ''}`,
  );
};
