import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import { isSettled } from '../../domain/facts.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import { overlay } from '../../domain/overlay.ts';
import type { Plan } from '../../domain/plan.ts';
import { expand, isPostDue, type Channel, type PlannedStep, type Strategy } from '../../domain/strategy.ts';
import type { ShippedText } from '../../templates/texts/text.ts';

/** The step that speaks with a text: the case's own one, else the one of the strategy that the text belongs to. */
export const stepOf = (
  text: Pick<ShippedText, 'strategy' | 'step'>,
  plan: Plan,
  facts: CaseFacts,
  strategies: readonly Strategy[],
): PlannedStep => {
  const named = ({ id }: PlannedStep): boolean => id === text.step;
  const own = plan.steps.find(named);
  if (own && (text.strategy === null || text.strategy === 'common' || text.strategy === plan.strategyKey)) return own;
  const home = strategies.find(({ key }) => key === text.strategy);
  const theirs = (home ? expand(home).find(named) : undefined) ?? own ?? strategies.flatMap(expand).find(named);
  return theirs ?? nextWritten(plan, facts);
};

/** Common texts have no step of their own: the next reminder speaks with them. */
const nextWritten = (plan: Plan, facts: CaseFacts): PlannedStep => {
  const written = plan.steps.filter(
    (step) =>
      isPostDue(step) &&
      WRITTEN.includes(step.action) &&
      step.key !== BE_FIRST_REMINDER &&
      overlay(plan, step).skip === null,
  );
  const open = written.find(({ key }) => facts.steps.some((fact) => fact.key === key && !isSettled(fact)));
  const step = open ?? written[0] ?? plan.steps[0];
  if (!step) throw new RangeError('expected a plan with steps');
  return step;
};

const WRITTEN: readonly PlannedStep['action'][] = ['email', 'preferred', 'other-channel'];

/** How a text of that kind reaches the debtor. */
export const channelOf = (text: Pick<ShippedText, 'kind' | 'step'>, { action }: PlannedStep): Channel => {
  if (text.kind === 'scripts') return action === 'visit' || text.step === 'visit' ? 'visit' : 'call';
  if (text.kind === 'letters') return 'registered-letter';
  return action === 'letter' ? 'letter' : 'email';
};
