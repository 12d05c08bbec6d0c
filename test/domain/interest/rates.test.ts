import { expect, test } from 'vitest';
import { day } from '../../../domain/day.ts';
import { formatPercent, parsePercent, type RateRow } from '../../../domain/interest/rateTable.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import { legalFloor, publishedRate, REGIME_RULES } from '../../../domain/interest/regimes.ts';
import type { LatePaymentRequest } from '../../../domain/interest/request.ts';
import { latePaymentStatement } from '../../../domain/interest/statement.ts';
import { money } from '../../../domain/money.ts';
import { gathered } from './cases.ts';

const series = (name: RateRow['series']) =>
  RATES.filter((row) => row.series === name).map(({ from, ratePct, confidence }) => [from, ratePct, confidence]);

test('the shipped table is what was gathered, row by row', () => {
  const { ecbMroBySemester, frLegalInterest, beCommercial, beLegalCivilAnnual } = gathered;
  expect(series('ECB_MRO')).toEqual(ecbMroBySemester.map(({ from, mro, confidence }) => [from, mro, confidence]));
  expect(series('FR_LEGAL_PRIVATE')).toEqual(
    frLegalInterest.map(({ from, privateCreditor, confidence }) => [from, privateCreditor, confidence]),
  );
  expect(series('FR_LEGAL_OTHER')).toEqual(
    frLegalInterest.map(({ from, otherCases, confidence }) => [from, otherCases, confidence]),
  );
  expect(series('BE_COMMERCIAL')).toEqual(beCommercial.map(({ from, rate, confidence }) => [from, rate, confidence]));
  expect(series('BE_LEGAL')).toEqual(beLegalCivilAnnual.map(({ year, rate }) => [`${year}-01-01`, rate, 'sourced']));
});

test('points and multiples give the published sums of every half-year', () => {
  const shown = (rule: { rate: Parameters<typeof publishedRate>[1] }, from: string) =>
    formatPercent(publishedRate(RATES, rule.rate, day(from))!.tenThousandths);
  for (const { from, frB2bDefault_plus10, euDirective_plus8 } of gathered.ecbMroBySemester) {
    expect(shown(REGIME_RULES.FR_B2B_DEFAULT, from)).toBe(frB2bDefault_plus10);
    expect(shown(REGIME_RULES.EU_DIRECTIVE, from)).toBe(euDirective_plus8);
  }
  for (const { from, floor3x } of gathered.frLegalInterest)
    expect(formatPercent(legalFloor(RATES, day(from))!.tenThousandths)).toBe(floor3x);
});

test('each series covers every day from 2015 to 2026 once, with a source', () => {
  for (const name of new Set(RATES.map((row) => row.series))) {
    const rows = RATES.filter((row) => row.series === name);
    expect(rows[0]?.from).toBe('2015-01-01');
    expect(rows.at(-1)?.to).toBe('2026-12-31');
    for (const [n, row] of rows.entries())
      expect(rows[n + 1]?.from ?? '2027-01-01').toBe(
        new Date(Date.parse(row.to) + 86_400_000).toISOString().slice(0, 10),
      );
    expect(rows.filter(({ source }) => source.length < 10)).toEqual([]);
  }
});

test('a percentage is read and written exactly', () => {
  expect(formatPercent(parsePercent('5'))).toBe('5.00');
  expect(formatPercent(parsePercent('12.4'))).toBe('12.40');
  expect(formatPercent(parsePercent('0.125'))).toBe('0.125');
  expect(() => parsePercent('12,4')).toThrow('expected a percentage as 12.5, got 12,4');
});

test('a new row lets a statement run on; a gap before it still stops it', () => {
  const request: LatePaymentRequest = {
    regime: 'BE_B2B',
    principal: money(100_000, 'EUR'),
    dueOn: day('2026-12-31'),
    payments: [],
    creditNotes: [],
    statementOn: day('2027-07-02'),
    onUnknownRate: 'stop',
  };
  const row = (from: string, to: string): RateRow => ({
    series: 'BE_COMMERCIAL',
    from,
    to,
    ratePct: '10.00',
    confidence: 'official',
    source: 'a test',
  });
  const second = row('2027-07-01', '2027-12-31');
  expect(latePaymentStatement(request, [...RATES, second])).toMatchObject({ through: '2026-12-31', segments: [] });
  const whole = latePaymentStatement(request, [...RATES, row('2027-01-01', '2027-06-30'), second]);
  expect(whole).toMatchObject({ through: '2027-07-02', interest: { minor: 5_014 }, warnings: [] });
});
