import type { Language } from './language.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** Keeps a day with its month where a phone breaks the line: for what is shown, not for what is stored and compared. */
export const unbrokenDays = (text: string, language: Language): string => text.replace(DAYS[language], '$1\u00a0');

const daysIn = (language: Language): RegExp => {
  const format = new Intl.DateTimeFormat(phrasesIn(language).locale, { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month)));
  return new RegExp(`(?<!\\d)(\\d{1,2}|1er) (?=(?:${months.join('|')})(?!\\p{L}))`, 'gu');
};

const DAYS: Readonly<Record<Language, RegExp>> = { fr: daysIn('fr'), nl: daysIn('nl'), en: daysIn('en') };
