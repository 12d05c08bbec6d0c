import type { Language } from '../../templates/language.ts';

/** Why a cell can't be shown to anybody; `kind` is stable, `detail` is for its author. */
export type Fault = {
  readonly kind: 'missing' | 'broken' | 'refused' | 'leftover' | 'language';
  readonly detail: string;
};

/** What a reader sees of a text: its first line, its last paragraph (before who signs), its words, and all that leaves. */
export type Seen = { readonly first: string; readonly last: string; readonly words: string; readonly whole: string };

/** What is wrong with a text that was rendered. */
export const faultsIn = (seen: Seen, language: Language): Fault[] => [...leftovers(seen), ...foreign(seen, language)];

/** A report has no greeting and no closing: what is left is its words. */
export const reportFaults = (text: string, language: Language): Fault[] => [
  ...leftovers({ whole: text }),
  ...louder(text, language),
];

const LEFTOVER = /\{\{|\}\}|\{%|%\}|\bundefined\b|\bNaN\b|Invalid Date|\bnull\b|\[object /;

const leftovers = ({ whole }: Pick<Seen, 'whole'>): Fault[] => {
  const found = LEFTOVER.exec(whole);
  return found ? [{ kind: 'leftover', detail: `"${found[0]}" in: ${around(whole, found.index)}` }] : [];
};

const around = (text: string, at: number): string => text.slice(Math.max(at - 40, 0), at + 40).replaceAll('\n', ' ');

const GREETINGS: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:Bonjour|Madame|Monsieur|Mesdames|Messieurs|Maître|Docteur)\b/,
  nl: /^(?:Geachte|Beste|Dag|Goedendag|Mevrouw|Mijnheer|Meneer)\b/,
  en: /^(?:Dear|Hello|Good (?:morning|afternoon|day))\b/,
};

const CLOSINGS: Readonly<Record<Language, RegExp>> = {
  fr: /salutations|cordialement|considération|bien à vous/i,
  nl: /groet|hoogacht/i,
  en: /regards|sincerely|faithfully|wishes/i,
};

/** Short words of which every longer text of a language is full, and which the others lack. */
const COMMON: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})(?:le|la|les|des|du|est|vous|nous|votre|pour|une?|sur|qui|cette|au)(?!\p{L})/giu,
  nl: /(?<!\p{L})(?:het|een|van|u|uw|wij|we|niet|voor|onze?|is|dat|deze|op|aan|te|zijn)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|you|your|we|our|to|for|this|not|by|with|has|are)(?!\p{L})/giu,
};

const LANGUAGES = ['fr', 'nl', 'en'] as const;

const foreign = ({ first, last, words }: Seen, language: Language): Fault[] => {
  const wrong: [boolean, string][] = [
    [!GREETINGS[language].test(first), `expected a greeting in ${language}, got "${first}"`],
    [!CLOSINGS[language].test(last), `expected a closing in ${language}, got "${last}"`],
  ];
  const found = wrong.filter(([is]) => is).map(([, detail]): Fault => ({ kind: 'language', detail }));
  return [...found, ...louder(words, language)];
};

const louder = (words: string, language: Language): Fault[] => {
  const speaks = (of: Language): number => [...words.matchAll(COMMON[of])].length;
  const other = LANGUAGES.find((of) => of !== language && speaks(of) >= speaks(language));
  return other === undefined
    ? []
    : [{ kind: 'language', detail: `expected a text in ${language}, got more words of ${other}` }];
};
