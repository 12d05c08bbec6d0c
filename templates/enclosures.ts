import type { HistoryWords } from './context.ts';
import { formatsFor } from './formats.ts';
import type { Language } from './language.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** What is enclosed with a formal letter: the invoice, and only what the debtor already received, in the order of the exhibits. */
export const enclosuresOf = (
  invoiceNumber: string,
  history: readonly HistoryWords[],
  language: Language,
): readonly string[] => {
  const { invoiceCopy, exhibit } = phrasesIn(language);
  const { date } = formatsFor(language);
  return [
    invoiceCopy(invoiceNumber),
    ...history.flatMap((sent) => (sent.exhibit === null ? [] : [exhibit(sent.exhibit, sent.channel, date(sent.on))])),
  ];
};
