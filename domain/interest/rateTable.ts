import type { Day } from '../day.ts';

export const RATE_SERIES = ['ECB_MRO', 'FR_LEGAL_PRIVATE', 'FR_LEGAL_OTHER', 'BE_COMMERCIAL', 'BE_LEGAL'] as const;
export type RateSeries = (typeof RATE_SERIES)[number];

/** From the surest on. */
export const CONFIDENCES = ['official', 'sourced', 'secondary', 'unofficial', 'derived'] as const;

/** One published rate: percent per year as a decimal string, in force from `from` up to and including `to`. */
export type RateRow = {
  readonly series: RateSeries;
  readonly from: string;
  readonly to: string;
  readonly ratePct: string;
  readonly confidence: (typeof CONFIDENCES)[number];
  readonly source: string;
};

/** A rate in whole ten-thousandths of a percent point, and whether an official or sourced figure stands behind it. */
export type Rate = { readonly tenThousandths: bigint; readonly unofficial: boolean };

/** "12.4" → 124000n; throws RangeError for anything but a decimal string with at most four decimals. */
export const parsePercent = (text: string): bigint => {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`expected a percentage as 12.5, got ${text}`);
  return BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, '0'));
};

/** 124000n → "12.40": two decimals, more only where they say something. */
export const formatPercent = (tenThousandths: bigint): string => {
  const decimals = String(tenThousandths % 10_000n).padStart(4, '0');
  return `${tenThousandths / 10_000n}.${decimals.slice(0, 2)}${decimals.slice(2).replace(/0+$/, '')}`;
};

/** The row of a series for a day; undefined = unknown. */
export const rowOn = (table: readonly RateRow[], series: RateSeries, on: Day): RateRow | undefined =>
  table.find((one) => one.series === series && one.from <= on && on <= one.to);

/** The rate of a series on a day; null = no row, so unknown. */
export const rateOn = (table: readonly RateRow[], series: RateSeries, on: Day): Rate | null => {
  const row = rowOn(table, series, on);
  if (!row) return null;
  return { tenThousandths: parsePercent(row.ratePct), unofficial: isUnofficial(row) };
};

/** Nobody official published the figure, or none was found that did: flagged wherever it is used. */
export const isUnofficial = ({ confidence }: Pick<RateRow, 'confidence'>): boolean =>
  confidence === 'unofficial' || confidence === 'derived';

/** The last day of the civil half-year of a day: rates change on 1 January and 1 July only. */
export const halfYearEnd = (on: Day): Day => `${on.slice(0, 4)}-${on.slice(5) < '07-01' ? '06-30' : '12-31'}` as Day;
