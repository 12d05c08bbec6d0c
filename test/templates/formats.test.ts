import { expect, test } from 'vitest';
import {
  dateText,
  hourText,
  ibanText,
  listText,
  longDateText,
  moneyText,
  percentText,
  sentenceText,
} from '../../templates/formats.ts';
import { toPlainText } from '../../templates/plainText.ts';
import { frenchSpaces } from '../../templates/typography.ts';
import { eur } from './aContext.ts';

test('amounts, dates and hours as French writes them', () => {
  expect(moneyText(eur(120050))).toBe('1\u202f200,50\u00a0€');
  expect(moneyText({ minor: 1200, currency: 'JPY' })).toBe('1\u202f200\u00a0JPY');
  expect(percentText('12.15')).toBe('12,15\u00a0%');
  expect(dateText('2027-01-12')).toBe('12 janvier 2027');
  expect(dateText('2027-01-01')).toBe('1er janvier 2027');
  expect(longDateText('2027-01-12')).toBe('mardi 12 janvier 2027');
  expect(longDateText('2027-01-01')).toBe('vendredi 1er janvier 2027');
  expect(hourText('09:05')).toBe('9\u00a0h\u00a005');
  expect(hourText('14:00')).toBe('14\u00a0h');
  expect(ibanText('BE68539007547034')).toBe('BE68 5390 0754 7034');
  expect(sentenceText('le gérant est absent')).toBe('le gérant est absent.');
});

test('a list of days says a month once', () => {
  expect(listText(['2031-02-18', '2031-02-25'])).toBe('18 et 25 février 2031');
  expect(listText(['2031-01-30', '2031-02-04', '2031-02-12'])).toBe('30 janvier, 4 et 12 février 2031');
  expect(listText(['2030-12-30', '2031-01-06'])).toBe('30 décembre 2030 et 6 janvier 2031');
  expect(listText(['a', 'b', 'c'])).toBe('a, b et c');
});

test('ordinary spaces become the ones that French needs, tables stay tables', () => {
  expect(frenchSpaces('« Vraiment ? » : 40 €, art. L. 441-10 ; oui !')).toBe(
    '«\u00a0Vraiment\u202f?\u00a0»\u00a0: 40\u00a0€, art.\u00a0L.\u00a0441-10\u202f; oui\u202f!',
  );
  expect(frenchSpaces('| a |\n| :--- |')).toContain('| :--- |');
});

test('Markdown reads well without its marks', () => {
  const markdown =
    '**Bonjour**,\n\n1. un\n2. *deux*\n\n| Montant | 5 € |\n|---|---|\n| IBAN | BE68 |\n\n[site](https://exemple.example)';
  expect(toPlainText(markdown)).toBe(
    'Bonjour,\n\n1. un\n2. deux\n\nMontant\u00a0: 5 €\nIBAN\u00a0: BE68\n\nsite (https://exemple.example)',
  );
});
