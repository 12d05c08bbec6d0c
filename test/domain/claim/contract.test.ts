import { expect, test } from 'vitest';
import { statementOf } from '../../../domain/claim/statement.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import { aClaim, law, on } from './aClaim.ts';

const at = (interestRate: string, debtorCountry: string, governingLaw: string) =>
  aClaim({ law: law({ debtorCountry, terms: { interestRate, governingLaw } }) });

test('a contract’s rate below the French floor is told under French law only', () => {
  // The floor: three times 3.71 % in the first half of 2025.
  expect(statementOf(at('5', 'FR', 'FR'), on('2025-06-30'), RATES).warnings).toEqual(['RATE_BELOW_LEGAL_FLOOR']);
  expect(statementOf(at('5', 'BE', 'BE'), on('2025-06-30'), RATES).warnings).toEqual([]);
});

test('a French floor that isn’t official casts no doubt on another law’s contract', () => {
  expect(statementOf(at('12', 'FR', 'FR'), on('2026-08-31'), RATES).warnings).toEqual(['RATE_UNOFFICIAL']);
  expect(statementOf(at('12', 'BE', 'BE'), on('2026-08-31'), RATES).warnings).toEqual([]);
});

test('a published rate that no official page stands behind is flagged from its first day on', () => {
  expect(statementOf(aClaim(), on('2026-06-30'), RATES).warnings).toEqual([]);
  expect(statementOf(aClaim(), on('2026-07-01'), RATES).warnings).toEqual(['RATE_UNOFFICIAL']);
});
