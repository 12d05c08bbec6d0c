import { belgianIndemnityCap, belgianWait, type BelgianWait, type FirstReminder } from '../interest/belgianConsumer.ts';
import { formatPercent, isUnofficial, parsePercent, rowOn, type RateRow } from '../interest/rateTable.ts';
import { ruleOf } from '../interest/regimes.ts';
import { addDays, type Day } from '../day.ts';
import { money, type Money } from '../money.ts';
import type { Claim } from './claim.ts';
import type { UnofficialRate } from './unofficial.ts';

/** What a Belgian consumer's first reminder must say (CDE XIX.2 §3). */
export type ConsumerWarning = {
  readonly wait: BelgianWait;
  /** Null where the contract has no clause for it, or the creditor gives it up. */
  readonly indemnity: Money | null;
  /** Percent per year; null where the contract has no clause, or the rate isn't published yet. */
  readonly ratePct: string | null;
  readonly interestFrom: Day;
  /** The rate that it names, where nobody official published it. */
  readonly unofficialRates: readonly UnofficialRate[];
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
    interestFrom,
    ...(clause?.interest ? rateFrom(rates, interestFrom, clause.ratePct) : { ratePct: null, unofficialRates: [] }),
  };
};

/** The law's cap, or what the contract names where that is less (CDE XIX.4): the contract's own is no published figure. */
const rateFrom = (
  rates: readonly RateRow[],
  from: Day,
  agreed: string | null,
): Pick<ConsumerWarning, 'ratePct' | 'unofficialRates'> => {
  const { rate } = ruleOf('BE_B2C_XIX');
  const cap = rate && rowOn(rates, rate.series, from);
  if (!cap) return { ratePct: null, unofficialRates: [] };
  const isLower = agreed !== null && parsePercent(agreed) < parsePercent(cap.ratePct);
  const ratePct = formatPercent(parsePercent(isLower ? agreed : cap.ratePct));
  const { to, confidence, source } = cap;
  return { ratePct, unofficialRates: !isLower && isUnofficial(cap) ? [{ from, to, ratePct, confidence, source }] : [] };
};
