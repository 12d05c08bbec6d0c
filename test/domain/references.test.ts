import fc from 'fast-check';
import { expect, test } from 'vitest';
import { belgianReference, isBelgianReference, isRfReference, rfReference } from '../../domain/references.ts';
import { facts } from './interest/cases.ts';

const { ogm, rf } = facts.referenceVectors;

test.each(Object.entries(ogm))('the structured communication of %s is %s', (number, reference) => {
  expect(belgianReference(number)).toBe(reference);
  expect(isBelgianReference(reference)).toBe(true);
  expect(isBelgianReference(reference.replaceAll(/\D/g, ''))).toBe(true);
  expect(isBelgianReference(reference.replaceAll('+', '*').replaceAll('/', ' / '))).toBe(true);
});

test.each(Object.entries(rf))('the RF reference of %s is %s', (number, reference) => {
  expect(rfReference(number)).toBe(reference);
  expect(isRfReference(reference)).toBe(true);
});

test('one wrong digit is noticed', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999_999), fc.nat(11), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
      const digits = belgianReference(String(number)).replaceAll(/\D/g, '').split('');
      digits[place] = String((Number(digits[place]) + step) % 10);
      expect(isBelgianReference(digits.join(''))).toBe(false);
    }),
  );
});

test('only digits count, the last ten of them; without any there is no reference', () => {
  expect(belgianReference('F-2026/0042')).toBe(belgianReference('20260042'));
  expect(belgianReference('99 1234567890')).toBe('+++123/4567/89002+++');
  expect(() => belgianReference('ACME')).toThrow('expected a number with a digit, got ACME');
  expect(isBelgianReference('+++090/9337/55493***')).toBe(false);
  expect(isBelgianReference('090933755493 0')).toBe(false);
});
