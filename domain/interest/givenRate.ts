import type { Day } from '../day.ts';
import { Refusal, type RefusalDetail } from '../refusal.ts';
import { periodAfter, periodOf } from './ratePeriod.ts';
import { CONFIDENCES, formatPercent, parsePercent, type RateRow, type RateSeries } from './rateTable.ts';

/** A rate as a person gives it: what was published, where it was read, and why it is entered. */
export type GivenRate = {
  readonly series: RateSeries;
  readonly from: Day;
  readonly to?: Day | null | undefined;
  readonly ratePct: string;
  readonly confidence: RateRow['confidence'];
  readonly source: string;
  readonly why: string;
};

/** A rate to be kept, its end computed. */
export type KeptRate = RateRow & { readonly why: string };

/** No published rate was higher since the euro; more is a slip of the keyboard (105 for 10.5). */
const MOST = 30n * 10_000n;

/**
 * The rows as they are kept. `today` bounds them: the next period is published before it begins, no later one is.
 * Throws Refusal VALIDATION; the pointers of a list begin with the row's place.
 */
export const keptRates = (given: GivenRate | readonly GivenRate[], today: Day): readonly KeptRate[] => {
  const rows = isList(given) ? given : [given];
  const errors = rows.flatMap((row, n) => [
    ...faultsOf(row, today, isList(given) ? `/${n}` : ''),
    ...(rows.findIndex((other) => other.series === row.series && other.from === row.from) < n
      ? [fault(`/${n}/from`, `expected each half-year of a series once, got ${row.series} from ${row.from} twice`)]
      : []),
  ]);
  if (errors.length > 0)
    throw new Refusal('VALIDATION', errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '), errors);
  return rows.map(({ ratePct, ...row }) => ({
    ...row,
    to: periodOf(row.series, row.from).to,
    ratePct: formatPercent(parsePercent(ratePct)),
  }));
};

const isList = (given: GivenRate | readonly GivenRate[]): given is readonly GivenRate[] => Array.isArray(given);

const fault = (pointer: string, detail: string): RefusalDetail => ({ pointer, code: 'INVALID_VALUE', detail });

const faultsOf = ({ series, from, to, ratePct }: GivenRate, today: Day, place: string): RefusalDetail[] => {
  const period = periodOf(series, from);
  const last = periodAfter(periodOf(series, today)).from;
  const begins = series === 'BE_LEGAL' ? '1 January' : '1 January or 1 July';
  return [
    ...(from === period.from
      ? []
      : [fault(`${place}/from`, `expected ${begins}, on which a rate of ${series} begins, got ${from}`)]),
    ...(from <= last ? [] : [fault(`${place}/from`, `expected a period that begins by ${last}, got ${from}`)]),
    ...(to == null || to === period.to
      ? []
      : [fault(`${place}/to`, `expected ${period.to}, on which the period of ${from} ends, or nothing; got ${to}`)]),
    ...(parsePercent(ratePct) <= MOST
      ? []
      : [fault(`${place}/ratePct`, `expected a percentage from 0 to 30, got ${ratePct}`)]),
  ];
};

/** Further from an official page than before. */
export const isLessSure = (row: Pick<RateRow, 'confidence'>, than: Pick<RateRow, 'confidence'>): boolean =>
  CONFIDENCES.indexOf(row.confidence) > CONFIDENCES.indexOf(than.confidence);
