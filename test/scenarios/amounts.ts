import { plain } from './follow.ts';

/** The amounts that a text names, each once; the creditor's share capital in the legal line isn't one. */
export const amountsIn = (text: string): string[] => {
  const said = plain(text).replaceAll('capital de 20 000 €', '');
  return [...new Set(said.match(/\d[\d ]*(?:,\d+)? €/g))];
};
