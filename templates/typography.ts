import type { Language } from './language.ts';

const NARROW = '\u202f';
const WIDE = '\u00a0';

/**
 * Puts a language's non-breaking spaces where an author typed ordinary ones, so that people who write templates
 * needn't know them.
 */
export const spacesFor =
  (language: Language) =>
  (text: string): string =>
    language === 'fr' ? frenchSpaces(text) : otherSpaces(text);

/** Before ; ! ? : » and €, after «. */
const frenchSpaces = (text: string): string =>
  text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    // « :--- » in a table's second line is Markdown, not punctuation.
    .replace(/ (:)(?!-)/g, `${WIDE}$1`)
    .replace(/« /g, `«${WIDE}`)
    .replace(/ »/g, `${WIDE}»`)
    .replace(/(\d) (?=[€%])/g, `$1${WIDE}`)
    .replace(/\bn° /g, `n°${WIDE}`)
    .replace(/\bpièce (?=n°)/g, `pièce${WIDE}`)
    .replace(/\bart\. (?=[A-Z\d])/g, `art.${WIDE}`)
    .replace(/\b([LDR])\. (?=\d)/g, `$1.${WIDE}`);

/** Dutch and English keep only a sign, a number or an article with what belongs to it. */
const otherSpaces = (text: string): string =>
  text
    .replace(/€ (?=\d)/g, `€${WIDE}`)
    .replace(/\b(enclosure|bijlage) (?=n[or]\.)/g, `$1${WIDE}`)
    .replace(/\b(nr|no|art)\. (?=[A-Z\d])/gi, `$1.${WIDE}`)
    .replace(/\b([LDR])\. (?=\d)/g, `$1.${WIDE}`);
