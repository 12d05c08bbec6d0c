import type { HistoryWords } from './context.ts';
import { formatsFor } from './formats.ts';
import type { Language } from './language.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** What is enclosed with a formal letter: the invoice, and only what the debtor already received, in its order. */
export const enclosuresOf = (
  invoiceNumber: string,
  history: readonly HistoryWords[],
  language: Language,
): readonly string[] => {
  const { invoiceCopy, sent } = phrasesIn(language);
  const { date } = formatsFor(language);
  return [invoiceCopy(invoiceNumber), ...history.filter(isEnclosed).map(({ channel, on }) => sent(channel, date(on)))];
};

/**
 * The number of each approach among the enclosures, by which a text refers to it (« pièce n° 2 »); null where it isn't
 * enclosed. The invoice is the first.
 */
export const enclosureNumbers = (
  history: readonly HistoryWords[],
  enclosures: readonly string[],
): readonly (number | null)[] => {
  const enclosed = history.filter(isEnclosed);
  return history.map((entry) => {
    const number = enclosed.indexOf(entry) + 2;
    return number > 1 && number <= enclosures.length ? number : null;
  });
};

const isEnclosed = ({ exhibit }: HistoryWords): boolean => exhibit !== null;
