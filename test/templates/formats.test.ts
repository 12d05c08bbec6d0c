import { describe, expect, test } from 'vitest';
import { formatsFor, ibanText, sentenceText } from '../../templates/formats.ts';
import { toPlainText } from '../../templates/plainText.ts';
import { spacesFor } from '../../templates/typography.ts';
import { eur } from './aContext.ts';

describe('amounts, rates, days and hours as each language writes them', () => {
  test('French', () => {
    const { money, percent, date, dateLong, dateShort, hour } = formatsFor('fr');
    expect(money(eur(120050))).toBe('1\u202f200,50\u00a0€');
    expect(money({ minor: 1200, currency: 'JPY' })).toBe('1\u202f200\u00a0JPY');
    expect(percent('12.15')).toBe('12,15\u00a0%');
    expect(date('2027-01-12')).toBe('12 janvier 2027');
    expect(date('2027-01-01')).toBe('1er janvier 2027');
    expect(dateLong('2027-01-12')).toBe('mardi 12 janvier 2027');
    expect(dateLong('2027-01-01')).toBe('vendredi 1er janvier 2027');
    expect(dateShort('2027-01-02')).toBe('02/01/2027');
    expect([hour('09:05'), hour('14:00')]).toEqual(['9\u00a0h\u00a005', '14\u00a0h']);
  });

  test('Belgian Dutch', () => {
    const { money, percent, date, dateLong, dateShort, hour } = formatsFor('nl');
    expect(money(eur(120050))).toBe('€\u00a01.200,50');
    expect(percent('12.15')).toBe('12,15%');
    expect(date('2027-01-01')).toBe('1 januari 2027');
    expect(dateLong('2027-01-12')).toBe('dinsdag 12 januari 2027');
    expect(dateShort('2027-01-02')).toBe('02/01/2027');
    expect([hour('09:05'), hour('14:00')]).toEqual(['9.05\u00a0uur', '14\u00a0uur']);
  });

  test('British English', () => {
    const { money, percent, date, dateLong, dateShort, hour } = formatsFor('en');
    expect(money(eur(120050))).toBe('€1,200.50');
    expect(money({ minor: 120050, currency: 'GBP' })).toBe('GBP\u00a01,200.50');
    expect(percent('12.15')).toBe('12.15%');
    expect(date('2027-01-01')).toBe('1 January 2027');
    expect(dateLong('2027-01-12')).toBe('Tuesday 12 January 2027');
    expect(dateShort('2027-01-02')).toBe('02/01/2027');
    expect([hour('09:05'), hour('14:00')]).toEqual(['9:05', '14:00']);
  });

  test('what isn’t a day or a rate is refused', () => {
    expect(() => formatsFor('nl').date('17 februari')).toThrow('expected a day as YYYY-MM-DD, got 17 februari');
    expect(() => formatsFor('en').percent('12,15')).toThrow('expected percent as a decimal such as 12.15, got 12,15');
  });
});

test('account numbers in groups, notes with their full stop', () => {
  expect(ibanText('BE68539007547034')).toBe('BE68 5390 0754 7034');
  expect(sentenceText('le gérant est absent')).toBe('le gérant est absent.');
});

test.each([
  [
    'fr',
    '18 et 25 février 2031',
    '30 janvier, 4 et 12 février 2031',
    '30 décembre 2030 et 6 janvier 2031',
    '13 et 27 janvier et 4 février 2031',
    'a, b et c',
  ],
  [
    'nl',
    '18 en 25 februari 2031',
    '30 januari, 4 en 12 februari 2031',
    '30 december 2030 en 6 januari 2031',
    '13 en 27 januari en 4 februari 2031',
    'a, b en c',
  ],
  [
    'en',
    '18 and 25 February 2031',
    '30 January, 4 and 12 February 2031',
    '30 December 2030 and 6 January 2031',
    '13 and 27 January and 4 February 2031',
    'a, b and c',
  ],
] as const)('a list of days says a month once: %s', (language, month, months, years, over, words) => {
  const { list } = formatsFor(language);
  expect(list(['2031-02-18', '2031-02-25'])).toBe(month);
  expect(list(['2031-01-30', '2031-02-04', '2031-02-12'])).toBe(months);
  expect(list(['2030-12-30', '2031-01-06'])).toBe(years);
  expect(list(['2031-01-13', '2031-01-27', '2031-02-04'])).toBe(over);
  expect(list(['a', 'b', 'c'])).toBe(words);
});

test('ordinary spaces become the ones that French needs, tables stay tables', () => {
  const spaced = spacesFor('fr');
  expect(spaced('« Vraiment ? » : 40 €, art. L. 441-10 ; oui !')).toBe(
    '«\u00a0Vraiment\u202f?\u00a0»\u00a0: 40\u00a0€, art.\u00a0L.\u00a0441-10\u202f; oui\u202f!',
  );
  expect(spaced('| a |\n| :--- |')).toContain('| :--- |');
});

test('Dutch and English get no French spaces', () => {
  for (const language of ['nl', 'en'] as const)
    expect(spacesFor(language)('Really? "Yes": € 40, art. 5; no. 3!')).toBe(
      'Really? "Yes": €\u00a040, art.\u00a05; no.\u00a03!',
    );
});

test('Markdown reads well without its marks', () => {
  const markdown =
    '**Bonjour**,\n\n1. un\n2. *deux*\n\n| Montant | 5 € |\n|---|---|\n| IBAN | BE68 |\n\n[site](https://exemple.example)';
  expect(toPlainText(markdown, '\u00a0: ')).toBe(
    'Bonjour,\n\n1. un\n2. deux\n\nMontant\u00a0: 5 €\nIBAN\u00a0: BE68\n\nsite (https://exemple.example)',
  );
  expect(toPlainText(markdown, ': ')).toContain('Montant: 5 €');
});
