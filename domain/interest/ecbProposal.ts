import { day, type Day } from '../day.ts';
import type { GivenRate } from './givenRate.ts';
import { periodAfter, periodOf, type RatePeriod } from './ratePeriod.ts';
import { formatPercent, isUnofficial, parsePercent, type RateRow, type RateSeries } from './rateTable.ts';

/** A value that the ECB gives for a day; it holds until the next one. */
export type Observation = { readonly on: Day; readonly ratePct: string };

/** A rate that a person may enter as it stands; nothing is entered by itself. */
export type RateProposal = {
  /** As it may be given back. */
  readonly rate: GivenRate & { readonly to: Day };
  /** Missing in the table; another figure than the table's; the same figure, from a surer source. */
  readonly because: 'missing' | 'differs' | 'confirms';
  readonly observedOn: Day;
  readonly inForce: Pick<RateRow, 'ratePct' | 'confidence' | 'source'> | null;
};

/** The first half-year of the shipped table. */
const FIRST = day('2015-01-01');

/**
 * What the table lacks or says otherwise, of every half-year that has begun. The rate of a half-year is the one in
 * force on its first day (Directive 2011/7/EU art. 2 (7)): a change in the middle plays no part in it.
 */
export const rateProposals = (
  observations: readonly Observation[],
  table: readonly RateRow[],
  today: Day,
  series: string,
): readonly RateProposal[] => {
  const proposals: (RateProposal | null)[] = [];
  for (let period = periodOf('ECB_MRO', FIRST); period.from <= today; period = periodAfter(period)) {
    const held = inForceOn(observations, period.from);
    if (held) proposals.push(mainRate(period, held, table, series), belgianRate(period, held, table, series));
  }
  return proposals.filter((one) => one !== null);
};

const inForceOn = (observations: readonly Observation[], on: Day): Observation | null =>
  observations.reduce<Observation | null>(
    (held, one) => (one.on <= on && (held === null || one.on > held.on) ? one : held),
    null,
  );

const rowOf = (table: readonly RateRow[], series: RateSeries, from: Day): RateRow | null =>
  table.find((row) => row.series === series && row.from === from) ?? null;

const mainRate = (period: RatePeriod, held: Observation, table: readonly RateRow[], series: string) => {
  const row = rowOf(table, 'ECB_MRO', period.from);
  const same = row !== null && parsePercent(row.ratePct) === parsePercent(held.ratePct);
  if (same && row.confidence === 'official') return null;
  return proposal(period, held, row, {
    ratePct: formatPercent(parsePercent(held.ratePct)),
    confidence: 'official',
    because: row === null ? 'missing' : same ? 'confirms' : 'differs',
    source: `ECB data service, ${series}, observation of ${held.on}`,
    why: `in force on ${period.from} by the ECB's data service`,
  });
};

/** Half a point in ten-thousandths of a percent. */
const HALF = 5_000n;

/**
 * Law of 2 August 2002 art. 5: 8 points above the ECB's rate, rounded up to the half point. What was read in a
 * published source stands, since the rate published in the Moniteur belge is the one that counts.
 */
const belgianRate = ({ from, to }: RatePeriod, held: Observation, table: readonly RateRow[], series: string) => {
  const row = rowOf(table, 'BE_COMMERCIAL', from);
  const exact = parsePercent(held.ratePct) + 80_000n;
  const rounded = ((exact + HALF - 1n) / HALF) * HALF;
  if (row !== null && (!isUnofficial(row) || parsePercent(row.ratePct) === rounded)) return null;
  return proposal({ series: 'BE_COMMERCIAL', from, to }, held, row, {
    ratePct: formatPercent(rounded),
    confidence: 'derived',
    because: row === null ? 'missing' : 'differs',
    source: `derived: ${held.ratePct} (${series}, observation of ${held.on}) + 8, rounded up to the half point; verify in the Moniteur belge`,
    why: `computed from the ECB's rate in force on ${from}, until the Moniteur belge was read`,
  });
};

const proposal = (
  { series, from, to }: RatePeriod,
  { on }: Observation,
  row: RateRow | null,
  { because, ...given }: Pick<GivenRate, 'ratePct' | 'confidence' | 'source' | 'why'> & Pick<RateProposal, 'because'>,
): RateProposal => ({
  rate: { series, from, to, ...given },
  because,
  observedOn: on,
  inForce: row && { ratePct: row.ratePct, confidence: row.confidence, source: row.source },
});
