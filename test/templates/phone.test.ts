import { expect, test } from 'vitest';
import { phoneText } from '../../templates/phone.ts';

test.each([
  ['+33478000012', 'FR', 'FR', '04 78 00 00 12'],
  ['04.78.00.00.12', 'FR', 'FR', '04 78 00 00 12'],
  ['04 78 00 00 12', 'FR', 'BE', '+33 4 78 00 00 12'],
  ['+3225001234', 'BE', 'BE', '02 500 12 34'],
  ['025001234', 'BE', 'FR', '+32 2 500 12 34'],
  // A number of a third country is dialled from everywhere in the same way.
  ['+3225001234', 'FR', 'FR', '+32 2 500 12 34'],
  ['12', 'FR', 'BE', '12'],
  ['0478000012', 'ZZ', 'ZZ', '0478000012'],
])('%s of a creditor in %s reads for a debtor in %s as %s', (typed, home, reader, text) => {
  expect(phoneText(typed, home, reader)).toBe(text);
});
