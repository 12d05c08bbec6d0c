import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  belgianReference,
  belgianReferencesIn,
  isBelgianReference,
  isIban,
  isRfReference,
  rfReference,
} from '../../domain/references.ts';
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

test.each([
  ['+++090/9337/55493+++', ['090933755493']],
  ['***090/9337/55493***', ['090933755493']],
  ['090933755493', ['090933755493']],
  ['Paiement 090 9337 55493 merci', ['090933755493']],
  ['0909 3375 5493', ['090933755493']],
  ['+++ 090 / 9337 / 55493 +++ facture 42', ['090933755493']],
  ['+++090/9337/55493+++ et +++090/9337/55493+++', ['090933755493']],
  ['facture 42, 090/9337/55493', ['090933755493']],
  ['+++090/9337/55494+++', []],
  ['1090933755493', []],
  ['0909337554930', []],
  ['090 euros 9337 55493', []],
  ['', []],
])('the communications in « %s »', (text, found) => {
  expect(belgianReferencesIn(text)).toEqual(found);
});

test('any communication is found among other words, with a number before it and after it', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999_999), fc.nat(99), fc.nat(99), (number, before, after) => {
      const reference = belgianReference(String(number));
      const digits = reference.replaceAll(/\D/g, '');
      for (const written of [reference, digits, digits.replaceAll(/(\d{4})/g, '$1 ')])
        expect(belgianReferencesIn(`facture ${before} ${written} du ${after}`)).toContain(digits);
    }),
  );
});

test('an account number is known by its check digits', () => {
  expect(['BE71 0961 2345 6769', 'fr7630006000011234567890189'].map(isIban)).toEqual([true, true]);
  expect(['BE71 0961 2345 6768', 'BE71', 'F-2031-0117', ''].map(isIban)).toEqual([false, false, false, false]);
});
