import { gathered } from './cases.ts';
import type { Question } from './reference.ts';

const DAY = 86_400_000;
export const plus = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * DAY).toISOString().slice(0, 10);

/** A whole-number fraction; nothing is rounded before `halfUp`. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];
export const sum = ([a, b]: Fraction, [c, d]: Fraction): Fraction => (b === d ? [a + c, b] : [a * d + c * b, b * d]);
export const halfUp = ([a, b]: Fraction): number => {
  const whole = a / b;
  return Number((a - whole * b) * 2n >= b ? whole + 1n : whole);
};

/** "12.40" → 1240 */
const hundredths = (text: string): number => {
  const [whole = '', decimals = ''] = text.split('.');
  return Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
};

export const semester = (on: string): string => `${on.slice(0, 4)}-${Number(on.slice(5, 7)) <= 6 ? 'H1' : 'H2'}`;
export const published = <R extends { readonly semester: string }>(
  rows: readonly R[],
  on: string,
  read: (row: R) => string,
) => {
  const row = rows.find((one) => one.semester === semester(on));
  return row ? hundredths(read(row)) : null;
};

export const rateOf = (q: Question, on: string, firstDay: string): number | null => {
  const { ecbMroBySemester: ecb, frLegalInterest: legal, beCommercial, beLegalCivilAnnual } = gathered;
  switch (q.regime) {
    case 'FR_B2B_DEFAULT':
      return published(ecb, on, (row) => row.frB2bDefault_plus10);
    case 'FR_B2B_3X_LEGAL':
      return published(legal, on, (row) => row.floor3x);
    case 'FR_B2G_FROZEN':
      return published(ecb, firstDay, (row) => row.euDirective_plus8);
    case 'EU_DIRECTIVE':
      return published(ecb, on, (row) => row.euDirective_plus8);
    case 'FR_LEGAL_OTHER':
      return published(legal, on, (row) => row.otherCases);
    case 'FR_LEGAL_PRIVATE_CREDITOR':
      return published(legal, on, (row) => row.privateCreditor);
    case 'BE_B2B':
      return published(beCommercial, on, (row) => row.rate);
    case 'BE_B2C_XIX': {
      const cap = published(beCommercial, on, (row) => row.rate);
      return cap === null || q.rateCeiling === null ? cap : Math.min(cap, hundredths(q.rateCeiling));
    }
    case 'BE_LEGAL': {
      const row = beLegalCivilAnnual.find(({ year }) => String(year) === on.slice(0, 4));
      return row ? hundredths(row.rate) : null;
    }
    default:
      return hundredths(q.contractRate!);
  }
};

/** Not Sundays, Saturdays or holidays; Easter from the church's tables. */
const EASTERS = [
  '2014-04-20',
  '2015-04-05',
  '2016-03-27',
  '2017-04-16',
  '2018-04-01',
  '2019-04-21',
  '2020-04-12',
].concat([
  '2021-04-04',
  '2022-04-17',
  '2023-04-09',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
]);
const belgianClosed = (on: string): boolean =>
  [0, 6].includes(new Date(on).getUTCDay()) ||
  /-(01-01|05-01|07-21|08-15|11-01|11-11|12-25)$/.test(on) ||
  EASTERS.some((easter) => [1, 39, 50].some((days) => plus(easter, days) === on));

export const waitOf = ({ sentOn, channel }: NonNullable<Question['firstReminder']>) => {
  let first = plus(sentOn, 1);
  if (channel === 'postal')
    for (let working = belgianClosed(first) ? 0 : 1; working < 3; working += belgianClosed(first) ? 0 : 1)
      first = plus(first, 1);
  let last = plus(first, 13);
  const rolled = belgianClosed(last);
  while (belgianClosed(last)) last = plus(last, 1);
  return { last, rolled };
};

export const capOf = (cents: number): number => {
  const owed = BigInt(cents);
  if (owed <= 15_000n) return 2_000;
  const scaled: Fraction = owed <= 50_000n ? [30_000n + owed - 15_000n, 10n] : [130_000n + owed - 50_000n, 20n];
  return Math.min(halfUp(scaled), 200_000);
};
