import { expect, test } from 'vitest';
import { emailOpening, greetingOf, letterOpening } from '../../templates/greeting.ts';
import { enclosuresOf } from '../../templates/enclosures.ts';
import type { HistoryWords } from '../../templates/context.ts';

test.each([
  ['Mme Martin', 'Bonjour Madame Martin', 'Geachte mevrouw Martin', 'Dear Ms Martin'],
  ['Mevr. Martens', 'Bonjour Madame Martens', 'Geachte mevrouw Martens', 'Dear Ms Martens'],
  ['Mrs Martin', 'Bonjour Madame Martin', 'Geachte mevrouw Martin', 'Dear Ms Martin'],
  ['De heer Janssens', 'Bonjour Monsieur Janssens', 'Geachte heer Janssens', 'Dear Mr Janssens'],
  ['Mr. Smith', 'Bonjour Monsieur Smith', 'Geachte heer Smith', 'Dear Mr Smith'],
  ['Me Dupré', 'Bonjour Maître Dupré', 'Geachte meester Dupré', 'Dear Maître Dupré'],
  ['Dr. Peeters', 'Bonjour Docteur Peeters', 'Geachte dokter Peeters', 'Dear Dr Peeters'],
  ['Claire Martin', 'Bonjour Claire Martin', 'Geachte Claire Martin', 'Dear Claire Martin'],
  [null, 'Bonjour', 'Geachte mevrouw, geachte heer', 'Dear Sir or Madam'],
])('%s is greeted in three languages', (name, ...expected) => {
  const said = (['fr', 'nl', 'en'] as const).map((language) => emailOpening(greetingOf(name, language), language));
  expect(said).toEqual(expected);
});

test.each([
  ['Mme Camille RENARD', 'Madame RENARD', 'mevrouw RENARD', 'Ms RENARD'],
  ['Mevr. DE SMET An', 'Madame DE SMET', 'mevrouw DE SMET', 'Ms DE SMET'],
  ['Mr Jean de LA FONTAINE', 'Monsieur de LA FONTAINE', 'heer de LA FONTAINE', 'Mr de LA FONTAINE'],
  ['Ms Mary O’BRIEN', 'Madame O’BRIEN', 'mevrouw O’BRIEN', 'Ms O’BRIEN'],
  ['Dhr. J.-P. Van Damme', 'Monsieur Van Damme', 'heer Van Damme', 'Mr Van Damme'],
  ['Mr J. R. Smith', 'Monsieur Smith', 'heer Smith', 'Mr Smith'],
])('%s is greeted by the family name that the name itself shows', (name, ...expected) => {
  expect((['fr', 'nl', 'en'] as const).map((language) => greetingOf(name, language))).toEqual(expected);
});

test.each([
  'Camille Renard',
  'CAMILLE RENARD',
  'Garcia Lopez',
  'Renard DAF',
  'An Van den Berg',
  'la Directrice',
  'RENARD et M. DUPONT',
  'De Smet',
])('of « Mme %s » nothing is left out: which part is the family name, the name doesn’t say', (name) => {
  expect(greetingOf(`Mme ${name}`, 'en')).toBe(`Ms ${name}`);
});

test('« M. » is Monsieur in French; elsewhere it may be the first letter of any name', () => {
  expect((['fr', 'nl', 'en'] as const).map((language) => greetingOf('M. Janssens', language))).toEqual([
    'Monsieur Janssens',
    'M. Janssens',
    'M. Janssens',
  ]);
});

test('a name that only begins like a title stays a name', () => {
  for (const name of ['Mehdi Amrani', 'Drieu Petit', 'Mme', 'Mistral Loos']) expect(greetingOf(name, 'fr')).toBe(name);
});

test('a French letter opens with a title or without a name', () => {
  expect(letterOpening(greetingOf('Mme Martin', 'fr'), 'fr')).toBe('Madame Martin');
  expect(letterOpening(greetingOf('Claire Martin', 'fr'), 'fr')).toBe('Madame, Monsieur');
  expect(letterOpening(greetingOf(null, 'fr'), 'fr')).toBe('Madame, Monsieur');
  expect(letterOpening(greetingOf(null, 'nl'), 'nl')).toBe('Geachte mevrouw, geachte heer');
  expect(letterOpening(greetingOf('Claire Martin', 'en'), 'en')).toBe('Dear Claire Martin');
});

test('enclosures are named in the language of the letter, and only what was received', () => {
  const history: HistoryWords[] = [
    { on: '2031-02-18', channel: 'email', summary: '', exhibit: 1 },
    { on: '2031-02-20', channel: 'call', summary: '', exhibit: null },
    { on: '2031-03-01', channel: 'letter', summary: '', exhibit: 3 },
  ];
  expect(enclosuresOf('F-1', history, 'fr')).toEqual([
    'Copie de la facture F-1',
    'Notre message du 18 février 2031',
    'Notre lettre du 1er mars 2031',
  ]);
  expect(enclosuresOf('F-1', history, 'nl')[1]).toBe('Ons bericht van 18 februari 2031');
  expect(enclosuresOf('F-1', history, 'en')[2]).toBe('Our letter of 1 March 2031');
});
