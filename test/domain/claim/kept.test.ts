import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptOf } from '../../../domain/claim/kept.ts';
import { addDays } from '../../../domain/day.ts';
import { on } from './aClaim.ts';

const received = (day: string, minor: number, reversedMinor = 0, refunds: [string, number][] = []) => ({
  on: on(day),
  minor,
  reversedMinor,
  refunds: refunds.map(([of, amount]) => ({ on: on(of), minor: amount })),
});

test('a reversed payment was never made, in part or whole; the rest stands on its day', () => {
  expect(keptOf(100_000, 0, [received('2025-06-02', 40_000, 40_000), received('2025-06-01', 30_000, 10_000)])).toEqual({
    payments: [{ on: '2025-06-01', minor: 20_000 }],
    refunds: [],
  });
});

test('a refund of what was too much leaves the payment as it was', () => {
  expect(keptOf(100_000, 0, [received('2025-06-01', 110_000, 0, [['2025-06-10', 10_000]])])).toEqual({
    payments: [{ on: '2025-06-01', minor: 110_000 }],
    refunds: [{ on: '2025-06-10', minor: 10_000 }],
  });
});

test('too much because of a credit note: the payment was whole on its day all the same', () => {
  expect(keptOf(100_000, 20_000, [received('2025-06-01', 100_000, 0, [['2025-07-10', 20_000]])])).toEqual({
    payments: [{ on: '2025-06-01', minor: 100_000 }],
    refunds: [{ on: '2025-07-10', minor: 20_000 }],
  });
});

test('given back, and then the payment beside it was reversed: what went back isn’t there', () => {
  expect(
    keptOf(100_000, 0, [
      received('2025-06-01', 100_000, 100_000),
      received('2025-06-02', 30_000, 0, [['2025-06-10', 30_000]]),
    ]),
  ).toEqual({ payments: [], refunds: [] });
});

test('what is kept and given back always adds up to the ledger', () => {
  const part = fc.record({ minor: fc.nat(1_000), reversed: fc.nat(1_000), refunded: fc.nat(1_000), days: fc.nat(300) });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.nat(500),
      fc.array(part, { maxLength: 5 }),
      (amount, credited, parts) => {
        const all = parts.map(({ minor, reversed, refunded, days }) => {
          const back = Math.min(reversed, minor);
          const given = Math.min(refunded, minor - back);
          const day = addDays(on('2025-01-01'), days);
          return {
            on: day,
            minor,
            reversedMinor: back,
            refunds: given > 0 ? [{ on: addDays(day, 3), minor: given }] : [],
          };
        });
        const { payments, refunds } = keptOf(amount, credited, all);
        const sum = (of: readonly { readonly minor: number }[]) => of.reduce((total, { minor }) => total + minor, 0);
        const ledger = sum(all) - all.reduce((total, one) => total + one.reversedMinor + sum(one.refunds), 0);
        expect(sum(payments) - sum(refunds)).toBe(ledger);
        // What is open of the principal is what the ledger says.
        expect(Math.max(0, amount - credited - sum(payments))).toBe(Math.max(0, amount - credited - ledger));
      },
    ),
  );
});
