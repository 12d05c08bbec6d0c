import { en, type Words } from './words/en/en.ts';
import { fr } from './words/fr/fr.ts';

export type Language = 'fr' | 'en';

export const LANGUAGES: readonly Language[] = ['fr', 'en'];

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((known) => known === text);

export const wordsOf = (language: Language): Words => (language === 'fr' ? fr : en);

/** The language chosen before, else the first one that the browser asks for and that we speak, else French. */
export const languageOf = (chosen: string | undefined, accepted: string | undefined): Language => {
  if (isLanguage(chosen)) return chosen;
  const wishes = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return { language: tag.toLowerCase().slice(0, 2), quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return wishes.map(({ language }) => language).find(isLanguage) ?? 'fr';
};
