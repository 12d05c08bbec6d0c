const NARROW = '\u202f';
const WIDE = '\u00a0';

/**
 * Puts French non-breaking spaces where an author typed ordinary ones, so that people who write templates
 * needn't know them: before ; ! ? : » and €, after «.
 */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    // « :--- » in a table's second line is Markdown, not punctuation.
    .replace(/ (:)(?!-)/g, `${WIDE}$1`)
    .replace(/« /g, `«${WIDE}`)
    .replace(/ »/g, `${WIDE}»`)
    .replace(/(\d) (?=[€%])/g, `$1${WIDE}`)
    .replace(/\bn° /g, `n°${WIDE}`)
    .replace(/\bart\. (?=[A-Z\d])/g, `art.${WIDE}`)
    .replace(/\b([LDR])\. (?=\d)/g, `$1.${WIDE}`);
