import type { HistoryWords } from './context.ts';
import { dateText } from './formats.ts';

/** What is enclosed with a formal letter: the invoice, and only what the debtor already received, in the order of the exhibits. */
export const enclosuresOf = (invoiceNumber: string, history: readonly HistoryWords[]): readonly string[] => [
  `Copie de la facture ${invoiceNumber}`,
  ...history
    .filter(({ exhibit }) => exhibit !== null)
    .map((sent) => `Pièce n° ${sent.exhibit} : ${NAMES[sent.channel]} du ${dateText(sent.on)}`),
];

const NAMES: Readonly<Record<HistoryWords['channel'], string>> = {
  email: 'Notre message',
  call: 'Résumé de notre entretien',
  visit: 'Résumé de notre visite',
  letter: 'Notre lettre',
  'registered-letter': 'Notre lettre recommandée',
};

/** « Madame Martin » for « Mme Martin »; a name without a title stays as it is. */
export const greetingOf = (name: string | null): string => {
  if (name === null) return 'Madame, Monsieur';
  return name
    .replace(/^Mme\.?\s+/, 'Madame ')
    .replace(/^Mlle\.?\s+/, 'Madame ')
    .replace(/^M\.\s+/, 'Monsieur ');
};
