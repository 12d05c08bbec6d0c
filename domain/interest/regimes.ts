import type { Day } from '../day.ts';
import { parsePercent, rateOn, type Rate, type RateRow, type RateSeries } from './rateTable.ts';

/** A regime as data: what starts interest, which rate it bears, which fixed sum comes with it. */
type RegimeRule = {
  /** Interest counts from the day after this. */
  readonly start: 'due-day' | 'formal-notice' | 'first-reminder';
  /** `times` the published rate and `plus` whole points; null = the contract names the rate. */
  readonly rate: { readonly series: RateSeries; readonly times: bigint; readonly plus: bigint } | null;
  /** The rate of the first late day holds for the whole delay. */
  readonly frozen?: true;
  readonly indemnity: 'forty' | 'none' | 'belgian-consumer';
};

const of = (series: RateSeries, plus = 0n, times = 1n): NonNullable<RegimeRule['rate']> => ({ series, times, plus });

/** C. com. L441-10 II: the least that a contract may name, three times the legal rate of "other cases". */
const FLOOR = of('FR_LEGAL_OTHER', 0n, 3n);

export const REGIME_RULES = {
  /** C. com. L441-10 II: the ECB's rate + 10 points where the contract names none; D441-5: 40 euros. */
  FR_B2B_DEFAULT: { start: 'due-day', rate: of('ECB_MRO', 10n), indemnity: 'forty' },
  /** A contract that names the least it may. */
  FR_B2B_3X_LEGAL: { start: 'due-day', rate: FLOOR, indemnity: 'forty' },
  /** CCP R2192-31, L2192-13: the ECB's rate + 8 points of the half-year in which interest began to run. */
  FR_B2G_FROZEN: { start: 'due-day', rate: of('ECB_MRO', 8n), frozen: true, indemnity: 'forty' },
  /** C. civ. 1231-6, 1344-1: from the formal notice; nothing fixed is ever charged to a consumer. */
  FR_LEGAL_OTHER: { start: 'formal-notice', rate: of('FR_LEGAL_OTHER'), indemnity: 'none' },
  /** The same for a creditor who is a private person (CMF D313-1-A). */
  FR_LEGAL_PRIVATE_CREDITOR: { start: 'formal-notice', rate: of('FR_LEGAL_PRIVATE'), indemnity: 'none' },
  /** Law of 2 August 2002, art. 5 and 6. */
  BE_B2B: { start: 'due-day', rate: of('BE_COMMERCIAL'), indemnity: 'forty' },
  /** CDE XIX.2 and XIX.4: what the contract provides, up to the caps, after the free first reminder and its wait. */
  BE_B2C_XIX: { start: 'first-reminder', rate: of('BE_COMMERCIAL'), indemnity: 'belgian-consumer' },
  /** Belgian C. civ. 5.240, law of 5 May 1865: a consumer without a clause. */
  BE_LEGAL: { start: 'formal-notice', rate: of('BE_LEGAL'), indemnity: 'none' },
  /** Directive 2011/7/EU art. 3 and 6. */
  EU_DIRECTIVE: { start: 'due-day', rate: of('ECB_MRO', 8n), indemnity: 'forty' },
  /** The contract's rate between businesses, compared with three times the French legal rate. */
  CONTRACT: { start: 'due-day', rate: null, indemnity: 'forty' },
} as const satisfies Readonly<Record<string, RegimeRule>>;

export type Regime = keyof typeof REGIME_RULES;

export const ruleOf = (regime: Regime): RegimeRule => REGIME_RULES[regime];

/** The regime's rate on a day; null = the table has no row for it. Not for CONTRACT, whose rate is in the contract. */
export const publishedRate = (
  table: readonly RateRow[],
  { series, times, plus }: NonNullable<RegimeRule['rate']>,
  on: Day,
): Rate | null => {
  const base = rateOn(table, series, on);
  return base && { ...base, tenThousandths: base.tenThousandths * times + plus * 10_000n };
};

/**
 * The same, or what a consumer's contract names where that is less (CDE XIX.4). Compared with a figure that nobody
 * official published, it stays as unsure as that.
 */
export const cappedRate = (
  table: readonly RateRow[],
  rate: NonNullable<RegimeRule['rate']>,
  on: Day,
  agreed: string | null,
): Rate | null => {
  const cap = publishedRate(table, rate, on);
  const named = agreed === null ? null : parsePercent(agreed);
  return cap && named !== null && named < cap.tenThousandths ? { ...cap, tenThousandths: named } : cap;
};

/** The least a contract may name on a day; it binds contracts, not the rate that holds without one. */
export const legalFloor = (table: readonly RateRow[], on: Day): Rate | null => publishedRate(table, FLOOR, on);
