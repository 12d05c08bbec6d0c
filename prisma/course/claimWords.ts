import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import type { Claim, ClaimStatement } from '../../domain/claim/claim.ts';
import { consumerWarning } from '../../domain/claim/consumerWarning.ts';
import { statementOf } from '../../domain/claim/statement.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import type { RateRow } from '../../domain/interest/rateTable.ts';
import { add } from '../../domain/money.ts';
import type { LegalWaitWords, StatementWords, WordingContext } from '../../templates/context.ts';
import type { Speaking } from './caseWords.ts';

/** The figures of the claim as wording speaks of them. */
export const claimWords = (
  { claim, facts, rates }: { readonly claim: Claim; readonly facts: CaseFacts; readonly rates: readonly RateRow[] },
  speaking: Speaking,
): Pick<WordingContext, 'statement' | 'legalWait'> => ({
  statement: statementWords(statementOf(claim, speaking.statedOn ?? speaking.today, rates)),
  legalWait: legalWait(claim, facts, speaking, rates),
});

export const statementWords = (statement: ClaimStatement): StatementWords => {
  const { on, principal, interest, indemnity, total, accrued, missingFrom, regime } = statement;
  return {
    on,
    principal,
    interest,
    indemnity,
    total,
    accessories: add(interest, indemnity),
    accrued,
    missingFrom,
    regime,
  };
};

const legalWait = (
  claim: Claim,
  facts: CaseFacts,
  { step, channel, today }: Speaking,
  rates: readonly RateRow[],
): LegalWaitWords | null => {
  if (step.id !== BE_FIRST_REMINDER) return null;
  const reminder = { sentOn: today, channel: channel === 'email' ? 'electronic' : 'postal' } as const;
  const { wait, ...claimed } = consumerWarning(claim, reminder, facts.balanceMinor, rates);
  return { startsOn: wait.startsOn, lastDay: wait.lastDay, claimableFrom: wait.claimableFrom, ...claimed };
};
