import {
  belgianIndemnityCap,
  belgianWait,
  interestFrom,
  type BelgianWait,
  type FirstReminder,
} from '../interest/belgianConsumer.ts';
import { formatPercent, rowOn, type RateRow } from '../interest/rateTable.ts';
import { cappedRate, ruleOf } from '../interest/regimes.ts';
import type { Day } from '../day.ts';
import { money, type Money } from '../money.ts';
import type { Claim } from './claim.ts';
import { indemnityUnder } from './law.ts';
import { ratedSegments } from './ratedSegments.ts';
import { unofficialRates, type UnofficialRate } from './unofficial.ts';

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
  // What the creditor gives up isn't announced.
  const clause = policy === 'never' ? null : law.clause;
  const from = interestFrom(reminder, law.creditorSize);
  const cap = Number(belgianIndemnityCap(BigInt(Math.max(balanceMinor, 0))));
  const indemnity = clause && indemnityUnder(clause, cap);
  return {
    wait: belgianWait(reminder),
    indemnity: indemnity === null ? null : money(indemnity, currency),
    interestFrom: from,
    ...(clause?.interest ? rateFrom(rates, from, clause.ratePct) : { ratePct: null, unofficialRates: [] }),
  };
};

/** The rate as the engine will count it, and the published figure behind it where that isn't sure. */
const rateFrom = (
  rates: readonly RateRow[],
  from: Day,
  agreed: string | null,
): Pick<ConsumerWarning, 'ratePct' | 'unofficialRates'> => {
  const { rate } = ruleOf(REGIME);
  const row = rate && rowOn(rates, rate.series, from);
  const counted = rate && cappedRate(rates, rate, from, agreed);
  if (!row || !counted) return { ratePct: null, unofficialRates: [] };
  const ratePct = formatPercent(counted.tenThousandths);
  return { ratePct, unofficialRates: unofficialRates(ratedSegments(REGIME, [{ from, to: row.to, ratePct }], rates)) };
};

const REGIME = 'BE_B2C_XIX';
