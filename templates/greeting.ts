import type { Language } from './language.ts';
import type { Title } from './words/phrases.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/**
 * Whom a text greets: « Madame Martin » for « Mme Martin », "mevrouw Martens" for "Mevr. Martens", "Ms Martin" for
 * "Mrs Martin", whatever language the title was noted in; a name without a title stays as it is. A title takes the
 * family name alone where the name says which part that is: « Mme Camille RENARD », "Mr J. Smith".
 */
export const greetingOf = (name: string | null, language: Language): string => {
  const { titles, stranger } = phrasesIn(language);
  if (name === null || name.trim() === '') return stranger;
  const [title, rest] = titleIn(name.trim(), language) ?? [null, name.trim()];
  return title === null ? rest : `${titles[title]} ${familyNameIn(rest)}`;
};

/** The first line of an e-mail, without its comma. */
export const emailOpening = (greeting: string, language: Language): string => {
  const { emailOpening: opening, stranger } = phrasesIn(language);
  return opening(greeting === stranger ? null : greeting);
};

/** The first line of a letter, without its comma. */
export const letterOpening = (greeting: string, language: Language): string => {
  const { letterOpening: opening, stranger } = phrasesIn(language);
  return opening(greeting === stranger ? null : greeting, isTitled(greeting));
};

/**
 * What is in capitals, with its particle, beside given names that aren't; or what follows initials. Otherwise the whole
 * name: in « Camille Renard » nothing says which of the two comes first, and half a name is worse than all of it.
 */
const familyNameIn = (name: string): string => {
  const words = name.split(/ +/);
  const given = words.filter((word) => GIVEN.test(word));
  const family = words.filter((word) => FAMILY.test(word));
  const told =
    given.length > 0 && given.length + family.length === words.length && family.some((word) => LONG.test(word));
  return told ? family.join(' ') : (AFTER_INITIALS.exec(name)?.[1] ?? name);
};

const GIVEN = /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u;
/** « RENARD », « O’BRIEN », « d’ORMESSON », or a particle. */
const FAMILY = /^(?:\p{Ll}+|(?:\p{Ll}['’])?\p{Lu}[\p{Lu}'’-]*)$/u;
/** « DAF » and "CFO" are no names. */
const LONG = /\p{Lu}{4}/u;
const AFTER_INITIALS = /^(?:\p{Lu}\.[ -]?)+ *(?=\p{L}{2})(.+)$/u;

const titleIn = (name: string, language: Language): [Title, string] | null => {
  for (const [title, pattern] of TITLES) {
    const match = pattern.exec(name);
    // « M. » is Monsieur to a French reader; elsewhere it may be the initial of a first name.
    if (match && !(language !== 'fr' && /^M\.\s*$/.test(match[0]))) return [title, name.slice(match[0].length)];
  }
  return null;
};

const TITLES: readonly [Title, RegExp][] = [
  ['woman', /^(?:(?:Madame|Mademoiselle|Mevrouw|Juffrouw|Miss)|(?:Mme|Mlle|Mevr|Mw|Mej|Mrs|Ms)\.?)\s+(?=\S)/i],
  ['man', /^(?:(?:Monsieur|De heer|Meneer|Mister)|M\.|(?:Mr|Dhr)\.?)\s+(?=\S)/i],
  ['lawyer', /^(?:Maître|Meester|Me\.?|Mtr\.?)\s+(?=\S)/],
  ['doctor', /^(?:Docteur|Dokter|Doctor|Dr\.?)\s+(?=\S)/i],
];

/** « Mesdames, Messieurs », typed as a name, opens a letter, too. */
const isTitled = (greeting: string): boolean =>
  /^(?:Madame|Monsieur|Mesdames|Messieurs|Maître|Docteur)(?= |,|$)/.test(greeting);
