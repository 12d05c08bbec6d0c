const NARROW = '\u202f';
const WIDE = '\u00a0';

/** Puts the spaces that French typography keeps together where ordinary ones were typed. */
const spaced = (text: string): string =>
  text
    .replaceAll(/ ([;!?])/g, `${NARROW}$1`)
    .replaceAll(/ (:)(?= |$)/g, `${WIDE}$1`)
    .replaceAll(/n° (?=\S)/g, `n°${WIDE}`);

/** The same words, typeset: also what functions among them answer. */
export const typeset = <T>(words: T): T => set(words) as T;

const set = (words: unknown): unknown => {
  if (typeof words === 'string') return spaced(words);
  if (typeof words === 'function') {
    return (...given: unknown[]) => set((words as (...given: unknown[]) => unknown)(...given));
  }
  if (Array.isArray(words)) return words.map(set);
  if (typeof words !== 'object' || words === null || words instanceof RegExp) return words;
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, set(value)]));
};
