/** The languages in which we write. */
export const LANGUAGES = ['fr', 'nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language we write in to somebody who reads another: English. */
export const languageOf = (wanted: string): Language => LANGUAGES.find((language) => language === wanted) ?? 'en';
