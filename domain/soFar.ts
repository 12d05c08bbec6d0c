import { columnOf } from './claim/column.ts';
import { BE_FIRST_REMINDER, waitAfter } from './claim/firstReminder.ts';
import { addDays, later, type Day } from './day.ts';
import { isSettled, type CaseFacts, type StepFact } from './facts.ts';
import { payBy } from './payBy.ts';
import type { Plan } from './plan.ts';
import { noticePeriodEnd, plannedPosting } from './posting.ts';
import { approaches, isPosted, type PlannedStep } from './strategy.ts';
import type { Dated } from './timetable.ts';

/** What the steps so far mean for the next ones, real or expected; changed in place while the timetable goes through them. */
export type SoFar = {
  previous: Day | null;
  /** The same by the days of the texts: a letter posted before its planned day says what follows from that day. */
  texted: Day | null;
  /** The days of all approaches so far, real or expected. */
  readonly approached: Day[];
  hangs: boolean;
  /** Before this day the law lets nobody be asked. */
  legal: Day | null;
  letter: Day | null;
  notice: Day | null;
  /** The last day to pay that a reminder so far has printed, or will. */
  granted: Day | null;
};

/** Before any step: what was sent before Huitaine, and the letters that were posted. */
export const begin = (facts: CaseFacts): SoFar => ({
  previous: lastPrior(facts),
  texted: lastPrior(facts),
  approached: facts.priorReminders.map(({ on }) => on),
  hangs: false,
  legal: null,
  letter: facts.letterPostedOn,
  notice: null,
  granted: null,
});

/** The last day of real or expected approach before the steps: reminders sent before Huitaine. */
const lastPrior = (facts: CaseFacts): Day | null =>
  facts.priorReminders.reduce<Day | null>((last, { on }) => (last === null ? on : later(last, on)), null);

/** Carries what the next steps count from. */
export const follow = (plan: Plan, course: SoFar, step: PlannedStep, fact: StepFact, dated: Dated): void => {
  const reached = isSettled(fact) ? fact.contact : approaches(step);
  if (dated.on === null || !reached) return;
  course.previous = latest(course.previous, dated.on);
  course.approached.push(dated.on);
  const isLetter = isPosted(step.action);
  const planned = isSettled(fact) ? fact.textOn : isLetter ? plannedPosting(plan, dated.on, dated.at ?? 0) : null;
  const textOn = planned ?? dated.on;
  course.texted = latest(course.texted, later(dated.on, textOn));
  const granted = payBy(plan, step, textOn);
  if (granted !== null) course.granted = latest(course.granted, granted);
  if (step.key === BE_FIRST_REMINDER) course.legal = waitAfter(fact, dated.on);
  course.hangs = !isSettled(fact);
  if (isLetter && !isSettled(fact)) course.letter = textOn;
  if (isLetter && step.grants?.kind === 'notice') course.notice = noticePeriodEnd(plan, textOn, step.grants.days);
};

const latest = (before: Day | null, on: Day): Day => (before === null ? on : later(before, on));

/** What a step follows. A formal notice comes on the day that the text before it announced, never before. */
export const previousOf = ({ grants }: PlannedStep, { previous, texted }: SoFar): Day | null =>
  grants?.kind === 'notice' ? texted : previous;

/** What keeps a step apart from what came before: the gap, the law's wait, the budget, a day to pay that was granted. */
export const earliestDay = (plan: Plan, step: PlannedStep, course: SoFar): Day | null => {
  const { legal, approached, granted } = course;
  if (!approaches(step)) return legal;
  const previous = previousOf(step, course);
  const afterGap = previous === null ? null : addDays(previous, step.gap);
  // What a letter grants, it grants: no formal notice before that day is over.
  const afterGrant = step.grants?.kind === 'notice' && granted !== null ? addDays(granted, 1) : null;
  return [afterGap, legal, afterBudget(plan, step, approached), afterGrant].reduce((a, b) =>
    a && b ? later(a, b) : (a ?? b),
  );
};

/** With four approaches on record, the fifth waits until the 31st day after the first of them; formal notices don't. */
const afterBudget = (plan: Plan, step: PlannedStep, approached: readonly Day[]): Day | null => {
  // A case that was announced before its law was chosen keeps its course.
  const budget = plan.law ? columnOf(plan).budget : null;
  if (budget === null || step.grants?.kind === 'notice') return null;
  const first = [...approached].sort().at(-budget.approaches);
  return first === undefined ? null : addDays(first, budget.days + 1);
};
