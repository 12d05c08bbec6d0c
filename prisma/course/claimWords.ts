import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import type { Claim, ClaimStatement } from '../../domain/claim/claim.ts';
import { consumerWarning, statementOf } from '../../domain/claim/statement.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import type { RateRow } from '../../domain/interest/rateTable.ts';
import { add } from '../../domain/money.ts';
import type { LegalWaitWords, StatementWords, WordingContext } from '../../templates/context.ts';
import { readClaim } from '../claim.ts';
import type { Invoice } from '../generated/client.ts';
import { rateTable } from '../rates.ts';
import type { CaseTx } from '../store.ts';
import type { Speaking } from './wordingContext.ts';

/** The figures of the claim as wording speaks of them. */
export const claimWords = async (
  tx: CaseTx,
  invoice: Invoice,
  facts: CaseFacts,
  speaking: Speaking,
): Promise<Pick<WordingContext, 'statement' | 'legalWait'>> => {
  const rates = await rateTable(tx.db);
  const claim = await readClaim(tx.db, invoice, tx.plan, facts);
  return {
    statement: statementWords(statementOf(claim, speaking.statedOn ?? speaking.today, rates)),
    legalWait: legalWait(claim, facts, speaking, rates),
  };
};

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
