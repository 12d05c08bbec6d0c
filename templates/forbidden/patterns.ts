/** What the rules look for, in one language; a language that lacks one is a type error. */
export type Patterns = {
  readonly seizure: RegExp;
  readonly bailiffComes: RegExp;
  readonly disgrace: RegExp;
  readonly lastNotice: RegExp;
  readonly costs: RegExp;
  readonly courtLook: RegExp;
  readonly accessories: RegExp;
  readonly notice: RegExp;
  readonly court: RegExp;
  readonly professional: RegExp;
  readonly stopDeliveries: RegExp;
  /** A sum of money in words, whose figure nobody could check. */
  readonly sumInWords: RegExp;
};

/** Whole words only, also where a word begins or ends with an accent, which \b doesn't know. */
export const words = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join('|')})(?![\\p{L}\\d])`, 'iu');

/** Somewhere further on in the same sentence. */
export const WITHIN = '[^.!?]{0,60}?';
