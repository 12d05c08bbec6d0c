import { describe, expect, test } from 'vitest';
import { checkWording } from '../../templates/checks.ts';
import type { WordingContext } from '../../templates/context.ts';
import type { Language } from '../../templates/language.ts';
import { renderLetter } from '../../templates/letters/letter.ts';
import { fill } from '../../templates/liquid.ts';
import { templateFor } from '../../templates/names.ts';
import { sampleCases, type TextName } from '../../templates/samples/cases.ts';
import { SHIPPED } from '../../templates/texts/catalogue.ts';
import { renderMessage } from '../../templates/wording.ts';
import { documentOf } from './docx.ts';

const WRITTEN = SHIPPED.filter(({ kind, step }) => kind !== 'scripts' && !step.startsWith('script-'));
const namesIn = (language: Language): string[] =>
  WRITTEN.filter((text) => text.language === language)
    .map(({ name }) => name.replace(`/${language}/`, '/'))
    .toSorted();

test.each(['nl', 'en'] as const)('%s has every text and piece that French has, and no other', (language) => {
  expect(namesIn(language)).toEqual(namesIn('fr'));
});

const GREETINGS = {
  fr: /^(?:Bonjour|Madame)/,
  nl: /^Geachte mevrouw/,
  en: /^Dear (?:Ms Martin|Sir or Madam)/,
};
const OTHERS = {
  fr: /\b(?:Geachte|Dear|Betreft|Sincerely|groeten)\b/,
  nl: /\b(?:Bonjour|Madame|Monsieur|cordialement|Dear|Subject|veuillez|facture)\b/i,
  en: /\b(?:Bonjour|Madame|Monsieur|cordialement|Geachte|Betreft|veuillez|facture|factuur)\b/i,
};

const texts = WRITTEN.filter(({ kind }) => kind === 'messages' || kind === 'letters').filter(({ name }) =>
  /common|progressive|letters/.test(name),
);

describe.each(texts)('$name', ({ kind, language, strategy, step, name }) => {
  const text = { folder: kind, language, strategy, step } as TextName;
  const cases = sampleCases(text, 'brief');

  test('greets, says and may leave in its language, to every debtor', () => {
    expect(cases.length).toBeGreaterThan(0);
    for (const { name: which, context } of cases) {
      const { subject, markdown } = fill(`${name}.md`, context);
      expect(checkWording({ subject, markdown }, context), which).toEqual([]);
      expect(markdown, which).toMatch(GREETINGS[text.language]);
      expect(withoutNames(`${subject}\n${markdown}`, context), which).not.toMatch(OTHERS[text.language]);
      expect(/[\u202f«»]/.test(markdown) && text.language !== 'fr', which).toBe(false);
    }
  });
});

/** What the parties are called and where they live isn't ours to translate. */
const withoutNames = (said: string, { creditor, debtor, contact, terms }: WordingContext): string =>
  [creditor.name, debtor.name, contact.name, terms?.reference, ...creditor.address.lines, ...debtor.address.lines]
    .filter((name) => name !== null && name !== undefined)
    .reduce((rest, name) => rest.replaceAll(name, ''), said);

test('a step without a text of its own gets its language’s common one, never a French one', () => {
  for (const language of ['fr', 'nl', 'en'] as const) {
    expect(templateFor('mine', { id: 'my-step', level: 2 }, 'email', { language, own: {} })).toBe('common/reminder');
    expect(templateFor('mine', { id: 'be-first-reminder', level: 1 }, 'letter', { language, own: {} })).toBe(
      'common/be-first-reminder',
    );
  }
});

test.each([
  ['fr', 'fr-FR', ['Objet', 'Votre interlocuteur', 'Facture F-2031-0117', 'Pièces jointes', 'TVA BE', 'BCE 0403']],
  ['nl', 'nl-BE', ['Betreft', 'Uw contactpersoon', 'Factuur F-2031-0117', 'Bijlagen', 'btw BE', 'KBO 0403']],
  ['en', 'en-GB', ['Subject', 'Your contact', 'Invoice F-2031-0117', 'Enclosures', 'VAT BE', 'Enterprise no. 0403']],
] as const)('a letter’s frame and document language: %s', async (language, locale, frame) => {
  const [notice] = sampleCases({ folder: 'letters', language, strategy: null, step: 'formal-notice' }, 'brief').filter(
    ({ debtor }) => debtor.key === 'Belgian business',
  );
  if (!notice) throw new Error('expected a notice to a Belgian business');
  const { words, styles } = await documentOf(await renderLetter('formal-notice', notice.context));
  for (const part of frame) expect(words).toContain(part);
  expect(styles).toContain(`w:val="${locale}"`);
});

test.each(['fr', 'nl', 'en'] as const)('an e-mail tells its language to who reads it aloud: %s', (language) => {
  const [sample] = sampleCases({ folder: 'messages', language, strategy: 'progressive', step: 'first-reminder' });
  if (!sample) throw new Error('expected a sample');
  expect(renderMessage('progressive/first-reminder', sample.context).html).toContain(`<html lang="${language}">`);
});
