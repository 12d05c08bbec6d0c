import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf, settlementOf, type Ledger } from '../../domain/settlement.ts';

const aLedger = (changes: Partial<Ledger> = {}): Ledger => ({
  amountMinor: 120_050,
  paymentsMinor: 0,
  reversalsMinor: 0,
  creditNotesMinor: 0,
  toleranceMinor: 500,
  ...changes,
});

test('open until the balance is within the tolerance, to the cent', () => {
  expect(settlementOf(aLedger())).toBeNull();
  expect(settlementOf(aLedger({ paymentsMinor: 119_549 }))).toBeNull();
  expect(settlementOf(aLedger({ paymentsMinor: 119_550 }))).toBe('paid');
  expect(settlementOf(aLedger({ paymentsMinor: 150_000 }))).toBe('paid');
});

test('credit notes alone make it credited, with any payment it is paid', () => {
  expect(settlementOf(aLedger({ creditNotesMinor: 120_050 }))).toBe('credited');
  expect(settlementOf(aLedger({ creditNotesMinor: 100_000, paymentsMinor: 20_050 }))).toBe('paid');
  expect(settlementOf(aLedger({ creditNotesMinor: 120_050, paymentsMinor: 500, reversalsMinor: 500 }))).toBe(
    'credited',
  );
});

test('an invoice within the tolerance from the start counts as paid', () => {
  expect(settlementOf(aLedger({ amountMinor: 500 }))).toBe('paid');
});

test('a reversal undoes its payment', () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(200_000), (paid, credited) => {
      const before = aLedger({ creditNotesMinor: credited });
      const after = aLedger({ creditNotesMinor: credited, paymentsMinor: paid, reversalsMinor: paid });
      expect(balanceOf(after)).toBe(balanceOf(before));
      expect(settlementOf(after)).toBe(settlementOf(before));
    }),
  );
});
