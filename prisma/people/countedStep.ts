import type { CaseFacts } from '../../domain/facts.ts';
import { isSettled } from '../../domain/facts.ts';
import { overlay } from '../../domain/overlay.ts';
import { invalid, Refusal } from '../../domain/refusal.ts';
import { approaches, isPostDue, type PlannedStep } from '../../domain/strategy.ts';
import { factOf, firstReminderDay } from '../../domain/timetable.ts';
import type { CaseTx } from '../store.ts';
import { plannedStep, refuseLegalWait, unsettled } from './refusals.ts';
import type { TalkBody } from './talkBody.ts';
import { daySpokenOf } from './talkNeeds.ts';

/**
 * The step that a talk by hand did early: a call or visit, with no other reminder step between (case.md, "People").
 * @throws Refusal NOT_FOUND, STEP_SETTLED, STEP_NOT_NEXT, LEGAL_WAIT, VALIDATION
 */
export const countedStep = async (tx: CaseTx, facts: CaseFacts, said: TalkBody, key: string): Promise<PlannedStep> => {
  const step = plannedStep(tx.plan, key);
  const { status } = unsettled(facts, key);
  if (!['call', 'visit', 'preferred', 'other-channel'].includes(step.action))
    throw invalid('/countsAsStep', `expected a step that can be spoken, got ${key} (${step.action})`);
  const between = tx.plan.steps.find((other) => other.key !== key && liesBefore(tx, facts, other, step));
  if (between) throw new Refusal('STEP_NOT_NEXT', `expected ${between.key}, the next reminder, got ${key}`);
  const leaving = await tx.db.reminder.count({ where: { ...tx.ref, stepKey: key, status: 'reserved' } });
  if (status === 'unclear' || leaving > 0)
    throw new Refusal('STEP_NOT_NEXT', `expected a step that has not begun, ${key} is being sent`);
  const first = firstReminderDay(tx.plan, facts);
  const on = daySpokenOf(said) === null ? (said.on ?? tx.today) : tx.today;
  if (isPostDue(step) && on < first)
    throw invalid('/countsAsStep', `expected a talk from ${first} on for a step after the due date, got one on ${on}`);
  refuseLegalWait(facts, key, on);
  return step;
};

/** A step that this debtor will never get stands in nobody's way. */
const liesBefore = (tx: CaseTx, facts: CaseFacts, other: PlannedStep, step: PlannedStep): boolean =>
  tx.plan.steps.indexOf(other) < tx.plan.steps.indexOf(step) &&
  approaches(other) &&
  overlay(tx.plan, other).skip === null &&
  !isSettled(factOf(facts, other.key));
