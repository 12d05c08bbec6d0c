import { expect, test } from 'vitest';
import { amountsIn, amountsOf } from '../../templates/amounts.ts';
import { formatsFor } from '../../templates/formats.ts';
import { LANGUAGES } from '../../templates/language.ts';

test.each([
  ['1 200,50 €', 120050],
  ['1\u202f200,5\u00a0€', 120050],
  ['1.200,50 EUR', 120050],
  ['€ 1.200,50', 120050],
  ['1.200,50 euro', 120050],
  ['€1,200.50', 120050],
  ['EUR 1,200.50', 120050],
  ['€1,234,567.89', 123456789],
  ['€ 1.200', 120000],
  ['40 euros', 4000],
  ['12 EUROS', 1200],
  ['3 k€', 300000],
])('%s is read however it is written', (written, minor) => {
  expect(amountsIn(`La somme de ${written}, due.`)).toEqual([{ written, minor, currency: 'EUR' }]);
});

test('a sign belongs to one number only', () => {
  const read = (text: string): number[] => amountsIn(text).map(({ minor }) => minor);
  expect(read('soit 1 200,50 € 17 février')).toEqual([120050]);
  expect(read('€ 40 € 50,00 60 €')).toEqual([4000, 5000, 6000]);
  expect(read('2031-0117 1 200,50 €')).toEqual([120050]);
});

test('other currencies keep their own', () => {
  expect(amountsIn('£12.50, 1 200 JPY, CHF 7').map(({ minor, currency }) => [minor, currency])).toEqual([
    [1250, 'GBP'],
    [1200, 'JPY'],
    [700, 'CHF'],
  ]);
});

test('figures that are no money are left alone', () => {
  expect(amountsIn('facture 2031 de 12 pages, le 17 février, art. 6, +32 2 500 12 34, 12,15 %')).toEqual([]);
});

test('a structure’s amounts are its Money and what its texts say', () => {
  const facts = { balance: { minor: 700, currency: 'EUR' }, notes: ['€ 5 payés', { none: null }], days: 15 };
  expect(amountsOf(facts).map(({ minor }) => minor)).toEqual([700, 500]);
});

test.each(LANGUAGES)('what %s writes is read back to the cent, 2,000 amounts', (language) => {
  const { money } = formatsFor(language);
  for (const minor of someAmounts(2_000)) {
    const written = money({ minor, currency: 'EUR' });
    expect(amountsIn(`Factuur 12: ${written}, 17 (a)`), written).toEqual([{ written, minor, currency: 'EUR' }]);
  }
});

/** Of every length, the same each run. */
const someAmounts = (count: number): number[] => {
  let state = 20_310_117;
  return Array.from({ length: count }, (_, index) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % 10 ** (1 + (index % 9));
  });
};
