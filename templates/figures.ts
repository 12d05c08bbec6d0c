import { amountsIn, amountsOf, type FoundAmount } from './amounts.ts';
import type { WordingContext } from './context.ts';
import { speaksOfAccessories } from './forbidden.ts';
import { plain } from './plain.ts';
import { wordsFor } from './words.ts';

/** The amounts of a text that are no fact of its case, as they are written. */
export const unknownAmounts = (text: string, context: WordingContext): string[] => {
  const known = new Set([...knownAmounts(context), ...byLaw(context)].map(keyOf));
  return amountsIn(text)
    .filter((amount) => !known.has(keyOf(amount)))
    .map(({ written }) => written);
};

/** Interest and indemnity are known figures only where the step may speak of them. */
const knownAmounts = (context: WordingContext): Pick<FoundAmount, 'minor' | 'currency'>[] => {
  const { statement, legalWait } = context;
  const figures = speaksOfAccessories(context) ? { statement, legalWait } : { statement: null, legalWait: null };
  // A capital is no debt, a creditor's own template no source of figures, and the personal line is checked like all else.
  return amountsOf({ ...wordsFor(context), ...figures, creditor: null, own: null, personalLine: null });
};

/** The law's own 40 euros, named before anything is claimed: « consequences » between professionals. */
const byLaw = ({ debtor, announces }: WordingContext): Pick<FoundAmount, 'minor' | 'currency'>[] =>
  (debtor.kind === 'business' || debtor.kind === 'public') && announces.includes('consequences')
    ? [{ minor: 4000, currency: 'EUR' }]
    : [];

const keyOf = ({ minor, currency }: Pick<FoundAmount, 'minor' | 'currency'>): string => `${minor} ${currency}`;

/** The rates of a text that neither its statement nor its contract has. Compared as numbers: « 12,15 % » is "12.150 percent". */
export const unknownRates = (text: string, context: WordingContext): string[] => {
  const { statement, legalWait, terms, history, call } = context;
  const figures = speaksOfAccessories(context)
    ? [
        statement.accrued?.ratePct,
        ...(statement.accrued?.segments ?? []).map(({ ratePct }) => ratePct),
        legalWait?.ratePct,
      ]
    : [];
  const quoted = ratesIn(JSON.stringify([terms, history, call])).map(({ value }) => value);
  const known = new Set([...figures.flatMap((rate) => (rate ? [Number(rate)] : [])), ...quoted]);
  return ratesIn(text)
    .filter(({ value }) => !known.has(value))
    .map(({ written }) => written);
};

/** The percentages of a text, as they are written and as numbers. */
export const ratesIn = (text: string): { readonly written: string; readonly value: number }[] =>
  [...plain(text).matchAll(/(\d+(?:[.,]\d+)?) ?(?:%|pour cent|procent|per ?cent)/giu)].map(
    ([written, figure = '']) => ({
      written,
      value: Number(figure.replace(',', '.')),
    }),
  );
