/** The languages in which we write. */
export const LANGUAGES = ['fr', 'nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages whose template files are complete; until then their readers are written to in French. */
const WRITTEN: readonly Language[] = ['fr'];

/** The language we write in to somebody who reads another: English. */
export const languageOf = (wanted: string): Language => {
  const language = LANGUAGES.find((known) => known === wanted) ?? 'en';
  return WRITTEN.includes(language) ? language : 'fr';
};
