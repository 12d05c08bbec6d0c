/** « 732 829 320 », a telephone number: what is read in groups stays on one line. */
export const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0');
