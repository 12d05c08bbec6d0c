/** Spaces, line breaks and the shape of an apostrophe must not hide a word from its check. */
export const plain = (text: string): string => text.replace(/[\s\u00a0\u202f\u2009]+/g, ' ').replaceAll('’', "'");
