import { addDays, type Day } from '../day.ts';
import { rateOn, type RateRow, type RateSeries } from './rateTable.ts';

/** The time for which one rate of a series holds, both days counted. */
export type RatePeriod = { readonly series: RateSeries; readonly from: Day; readonly to: Day };

/** The half-year of a day; the Belgian civil rate (law of 5 May 1865) is fixed for a calendar year. */
export const periodOf = (series: RateSeries, on: Day): RatePeriod => {
  const year = on.slice(0, 4);
  if (series === 'BE_LEGAL') return { series, from: `${year}-01-01` as Day, to: `${year}-12-31` as Day };
  return on.slice(5) < '07-01'
    ? { series, from: `${year}-01-01` as Day, to: `${year}-06-30` as Day }
    : { series, from: `${year}-07-01` as Day, to: `${year}-12-31` as Day };
};

export const periodAfter = ({ series, to }: RatePeriod): RatePeriod => periodOf(series, addDays(to, 1));

/** The periods from one day to another, those of both included, that have no rate. */
export const periodsWithoutRate = (
  table: readonly RateRow[],
  series: RateSeries,
  from: Day,
  until: Day,
): readonly RatePeriod[] => {
  const missing: RatePeriod[] = [];
  for (let period = periodOf(series, from); period.from <= until; period = periodAfter(period))
    if (rateOn(table, series, period.from) === null) missing.push(period);
  return missing;
};

/** The series that the law of a case can call for: its regimes and the floor of contracts (domain/claim/law.ts). */
export const CLAIM_SERIES = ['ECB_MRO', 'FR_LEGAL_OTHER', 'BE_COMMERCIAL', 'BE_LEGAL'] as const satisfies RateSeries[];

/** The last day up to which a series has a rate for every day since its first row; null = it has no row. A gap ends it. */
export const rateThrough = (table: readonly RateRow[], series: RateSeries): Day | null => {
  const rows = table.filter((row) => row.series === series).sort((a, b) => (a.from < b.from ? -1 : 1));
  let through: Day | null = null;
  for (const { from, to } of rows) {
    if (through !== null && from > addDays(through, 1)) break;
    through = to as Day;
  }
  return through;
};
