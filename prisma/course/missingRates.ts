import type { Claim } from '../../domain/claim/claim.ts';
import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import { consumerWarning } from '../../domain/claim/consumerWarning.ts';
import { statementOf } from '../../domain/claim/statement.ts';
import type { Day } from '../../domain/day.ts';
import type { FirstReminder } from '../../domain/interest/belgianConsumer.ts';
import { periodOf, periodsWithoutRate, type RatePeriod } from '../../domain/interest/ratePeriod.ts';
import type { RateRow } from '../../domain/interest/rateTable.ts';
import { ruleOf } from '../../domain/interest/regimes.ts';
import type { Channel } from '../../domain/strategy.ts';
import { askForRate } from '../rateTasks.ts';
import type { CaseTx } from '../store.ts';
import { leaving } from './claimWords.ts';
import type { Work } from './work.ts';

/**
 * Asks for the rates that the step's figures lack. True = interest can't be stated up to today: a reminder leaves all
 * the same and says up to when, a formal notice waits for a person (case.md, "Money").
 */
export const askForMissingRates = async (
  tx: CaseTx,
  { step, today, material }: Pick<Work, 'step' | 'today' | 'material'>,
  channel: Channel | null = null,
): Promise<boolean> => {
  const { claim, rates, facts } = await material();
  const { missingFrom } = statementOf(claim, today, rates);
  const missing =
    step.id === BE_FIRST_REMINDER
      ? announced(claim, leaving(tx.plan, channel, today, tx.now), facts.balanceMinor, rates)
      : owed(claim, missingFrom, today, rates);
  for (const period of missing) await askForRate(tx, period);
  return missingFrom !== null;
};

const owed = (
  { law: { regime } }: Claim,
  from: Day | null,
  until: Day,
  rates: readonly RateRow[],
): readonly RatePeriod[] => {
  if (regime === null || from === null) return [];
  const { rate, frozen } = ruleOf(regime);
  return rate === null ? [] : periodsWithoutRate(rates, rate.series, from, frozen ? from : until);
};

/** A Belgian consumer's first reminder names the rate that will be asked of him (CDE XIX.2 §3). */
const announced = (
  claim: Claim,
  reminder: FirstReminder,
  balanceMinor: number,
  rates: readonly RateRow[],
): readonly RatePeriod[] => {
  if (claim.law.clause?.interest !== true) return [];
  const { ratePct, interestFrom } = consumerWarning(claim, reminder, balanceMinor, rates);
  return ratePct === null ? [periodOf('BE_COMMERCIAL', interestFrom)] : [];
};
