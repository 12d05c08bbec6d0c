import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import type { Claim } from '../../domain/claim/claim.ts';
import { consumerWarning } from '../../domain/claim/consumerWarning.ts';
import { statementOf } from '../../domain/claim/statement.ts';
import type { Day } from '../../domain/day.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import type { FirstReminder } from '../../domain/interest/belgianConsumer.ts';
import type { RateRow } from '../../domain/interest/rateTable.ts';
import type { Plan } from '../../domain/plan.ts';
import { plannedPosting } from '../../domain/posting.ts';
import type { Channel } from '../../domain/strategy.ts';
import type { LegalWaitWords, WordingContext } from '../../templates/context.ts';
import { statementWords } from '../../templates/statement.ts';
import type { Speaking } from './caseWords.ts';

type Stated = {
  readonly plan: Plan;
  readonly claim: Claim;
  readonly facts: CaseFacts;
  readonly rates: readonly RateRow[];
};

/** The figures of the claim as wording speaks of them. */
export const claimWords = (
  { plan, claim, facts, rates }: Stated,
  speaking: Speaking,
): Pick<WordingContext, 'statement' | 'legalWait'> => ({
  statement: statementWords(statementOf(claim, speaking.statedOn ?? speaking.today, rates)),
  legalWait: legalWait({ plan, claim, facts, rates }, speaking),
});

/** How a first reminder written at that instant of today leaves: a letter on the day of its planned posting. */
export const leaving = (plan: Plan, channel: Channel | null, today: Day, at: number): FirstReminder =>
  channel === 'email'
    ? { sentOn: today, channel: 'electronic' }
    : { sentOn: plannedPosting(plan, today, at), channel: 'postal' };

const legalWait = (
  { plan, claim, facts, rates }: Stated,
  { step, channel, today, at = 0 }: Speaking,
): LegalWaitWords | null => {
  if (step.id !== BE_FIRST_REMINDER) return null;
  const reminder = leaving(plan, channel, today, at);
  const { wait, ...claimed } = consumerWarning(claim, reminder, facts.balanceMinor, rates);
  return { startsOn: wait.startsOn, lastDay: wait.lastDay, claimableFrom: wait.claimableFrom, ...claimed };
};
