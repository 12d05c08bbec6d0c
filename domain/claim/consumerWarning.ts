import { belgianIndemnityCap, belgianWait, type BelgianWait, type FirstReminder } from '../interest/belgianConsumer.ts';
import { formatPercent, parsePercent, rateOn, type RateRow } from '../interest/rateTable.ts';
import { ruleOf } from '../interest/regimes.ts';
import { addDays, type Day } from '../day.ts';
import { money, type Money } from '../money.ts';
import type { Claim } from './claim.ts';

/** What a Belgian consumer's first reminder must say (CDE XIX.2 §3). */
export type ConsumerWarning = {
  readonly wait: BelgianWait;
  /** Null where the contract has no clause for it, or the creditor gives it up. */
  readonly indemnity: Money | null;
  /** Percent per year; null where the contract has no clause, or the rate isn't published yet. */
  readonly ratePct: string | null;
  readonly interestFrom: Day;
};

/** The wait that a first reminder of a day opens, and what will be claimed if nothing is paid in it. */
export const consumerWarning = (
  { law, policy, amount: { currency } }: Pick<Claim, 'law' | 'policy' | 'amount'>,
  reminder: FirstReminder,
  balanceMinor: number,
  rates: readonly RateRow[],
): ConsumerWarning => {
  const wait = belgianWait(reminder);
  // What the creditor gives up isn't announced.
  const clause = policy === 'never' ? null : law.clause;
  const interestFrom = law.creditorSize === 'sme' ? addDays(reminder.sentOn, 1) : wait.claimableFrom;
  const cap = Number(belgianIndemnityCap(BigInt(Math.max(balanceMinor, 0))));
  return {
    wait,
    indemnity: clause?.indemnity ? money(Math.min(cap, clause.indemnityMinor ?? cap), currency) : null,
    ratePct: clause?.interest ? ceiling(rates, interestFrom, clause.ratePct) : null,
    interestFrom,
  };
};

const ceiling = (rates: readonly RateRow[], on: Day, contractual: string | null): string | null => {
  const { rate } = ruleOf('BE_B2C_XIX');
  const published = rate && rateOn(rates, rate.series, on);
  if (!published) return null;
  const agreed = contractual === null ? published.tenThousandths : parsePercent(contractual);
  return formatPercent(agreed < published.tenThousandths ? agreed : published.tenThousandths);
};
