import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bankDaysAfter, easter, isOpen, openAfter, openOnOrAfter, openOnOrBefore } from './calendar.ts';

// From printed almanacs.
test.each([
  [1981, '1981-04-19'],
  [2024, '2024-03-31'],
  [2030, '2030-04-21'],
  [2031, '2031-04-13'],
  [2032, '2032-03-28'],
  [2033, '2033-04-17'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
])('Easter %i is %s', (year, day) => {
  expect(easter(year)).toBe(day);
});

test('holidays close the country that keeps them', () => {
  expect(isOpen(['FR'], '2031-07-14')).toBe(false);
  expect(isOpen(['BE'], '2031-07-14')).toBe(true);
  expect(isOpen(['FR', 'BE'], '2031-07-21')).toBe(false);
  expect(isOpen(['FR'], '2031-07-21')).toBe(true);
  expect(openOnOrAfter(['FR'], '2031-05-08')).toBe('2031-05-09');
  expect(openOnOrBefore(['FR'], '2031-05-22')).toBe('2031-05-21');
  expect(openAfter(['BE'], '2031-12-24', 2)).toBe('2031-12-29');
});

test('banks rest on Good Friday and 26 December, not on 14 July', () => {
  expect(bankDaysAfter('2031-04-10', 1)).toBe('2031-04-15');
  expect(bankDaysAfter('2031-12-24', 1)).toBe('2031-12-29');
  expect(bankDaysAfter('2031-07-11', 1)).toBe('2031-07-14');
});

test('the oracle imports nothing of the app: what both got wrong alike would stay unseen', () => {
  const folder = new URL('.', import.meta.url);
  for (const name of readdirSync(folder))
    for (const [, from] of readFileSync(new URL(name, folder), 'utf8').matchAll(/\bfrom '([^']+)';$/gm))
      expect(from, name).toMatch(name.endsWith('.test.ts') ? /^(\.\/[^/]+\.ts|vitest|node:fs)$/ : /^\.\/[^/]+\.ts$/);
});
