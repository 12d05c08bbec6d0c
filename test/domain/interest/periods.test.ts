import { expect, test } from 'vitest';
import { chooseLaw, type LawQuestion } from '../../../domain/claim/law.ts';
import { day } from '../../../domain/day.ts';
import { CLAIM_SERIES, periodOf, periodsWithoutRate, rateThrough } from '../../../domain/interest/ratePeriod.ts';
import { RATE_SERIES, type RateRow } from '../../../domain/interest/rateTable.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import { ruleOf } from '../../../domain/interest/regimes.ts';

const row = (series: RateRow['series'], from: string): RateRow => ({
  ...periodOf(series, day(from)),
  ratePct: '1.00',
  confidence: 'official',
  source: 'a test',
});

test('a rate holds for half a year, the Belgian civil one for a year: as the shipped table has it', () => {
  for (const { series, from, to } of RATES) {
    expect(periodOf(series, day(from))).toEqual({ series, from, to });
    expect(periodOf(series, day(to))).toEqual({ series, from, to });
  }
});

test('a series reaches to its first gap', () => {
  expect(RATE_SERIES.map((series) => rateThrough(RATES, series))).toEqual(RATE_SERIES.map(() => '2026-12-31'));
  const first = row('ECB_MRO', '2027-01-01');
  const third = row('ECB_MRO', '2028-01-01');
  expect(rateThrough([third, ...RATES, first], 'ECB_MRO')).toBe('2027-06-30');
  expect(rateThrough([third, ...RATES, first, row('ECB_MRO', '2027-12-31')], 'ECB_MRO')).toBe('2028-06-30');
  expect(rateThrough([third], 'BE_LEGAL')).toBeNull();
});

test('what is missing between two days is told period by period', () => {
  const table = [...RATES, row('ECB_MRO', '2027-07-01')];
  const froms = (series: RateRow['series'], from: string, until: string) =>
    periodsWithoutRate(table, series, day(from), day(until)).map((period) => period.from);
  expect(froms('ECB_MRO', '2026-12-31', '2028-01-01')).toEqual(['2027-01-01', '2028-01-01']);
  expect(froms('ECB_MRO', '2026-12-31', '2026-12-31')).toEqual([]);
  expect(froms('BE_LEGAL', '2027-03-01', '2028-06-30')).toEqual(['2027-01-01', '2028-01-01']);
});

test('no law that a case can have calls for another series', () => {
  const kinds = ['business', 'public', 'non-professional', 'consumer'] as const;
  const terms = [null, { interestRate: '9' }, { interestClause: 'x', indemnityClause: 'y' }, { governingLaw: 'BE' }];
  const questions = ['FR', 'BE', 'LU'].flatMap((creditorCountry) =>
    ['FR', 'BE', 'DE'].flatMap((debtorCountry) =>
      kinds.flatMap((debtorKind) =>
        terms.map((one): LawQuestion => ({
          creditorCountry,
          debtorCountry,
          debtorKind,
          creditorSize: 'sme',
          terms: one,
        })),
      ),
    ),
  );
  const called = questions.flatMap((question) => {
    const { regime } = chooseLaw(question);
    if (regime === null) return [];
    // A contract's rate is compared with the French legal one.
    return [ruleOf(regime).rate?.series ?? 'FR_LEGAL_OTHER'];
  });
  expect([...new Set(called)].sort()).toEqual([...CLAIM_SERIES].sort());
});
