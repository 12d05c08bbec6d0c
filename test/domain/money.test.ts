import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, money, subtract, sum } from '../../domain/money.ts';

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

test('an amount is whole minor units', () => {
  expect(money(120_050, 'EUR')).toEqual({ minor: 120_050, currency: 'EUR' });
  expect(() => money(0.5, 'EUR')).toThrow('an amount needs whole minor units, got 0.5');
  expect(() => money(Number.MAX_SAFE_INTEGER + 1, 'EUR')).toThrow(RangeError);
  expect(() => money(Number.NaN, 'EUR')).toThrow(RangeError);
});

test('currencies are never mixed', () => {
  expect(() => add(money(1, 'EUR'), money(1, 'CHF'))).toThrow('expected an amount in EUR, got CHF');
  expect(() => sum([money(1, 'EUR')], 'CHF')).toThrow(RangeError);
});

test('what was added can be taken away again', () => {
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(subtract(add(money(a, 'EUR'), money(b, 'EUR')), money(b, 'EUR'))).toEqual(money(a, 'EUR'));
    }),
  );
});

test('a sum is the same in any order, and nothing of nothing', () => {
  expect(sum([], 'EUR')).toEqual(money(0, 'EUR'));
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 20 }), (amounts) => {
      const all = amounts.map((minor) => money(minor, 'EUR'));
      expect(sum(all, 'EUR')).toEqual(sum(all.toReversed(), 'EUR'));
    }),
  );
});
