import type { UnofficialRate } from '../domain/claim/unofficial.ts';
import { amountsIn } from './amounts.ts';
import type { WordingContext } from './context.ts';
import { ratesIn } from './figures.ts';
import { formatsFor } from './formats.ts';
import { wordingFault, type WordingFault } from './wordingFault.ts';

/** How a text says that a rate isn't the last word. */
const PROVISIONAL = { fr: /provisoire/iu, nl: /voorlopig/iu, en: /provisional/iu } as const;

/**
 * The rates behind a text's figures that nobody official published: it names such a rate, or an amount that was counted
 * with one.
 */
export const unofficialRatesIn = (
  text: string,
  { statement, legalWait }: Pick<WordingContext, 'statement' | 'legalWait'>,
): readonly UnofficialRate[] => {
  const { interest, accessories, total, accrued, unofficialRates } = statement;
  const counted = [interest, accessories, total, accrued?.perDay].flatMap((amount) => amount?.minor ?? []);
  const amounts = new Set(interest.minor > 0 ? counted.filter((minor) => minor > 0) : []);
  const named = new Set(ratesIn(text).map(({ value }) => value));
  const isNamed = ({ ratePct }: UnofficialRate): boolean => named.has(Number(ratePct));
  const states = amountsIn(text).some(({ minor }) => amounts.has(minor));
  return [
    ...unofficialRates.filter((rate) => states || isNamed(rate)),
    ...(legalWait?.unofficialRates ?? []).filter(isNamed),
  ];
};

/** A text that states a rate which nobody official published must say so where it does. */
export const unreserved = (said: string, context: WordingContext): WordingFault[] => {
  const [first] = unofficialRatesIn(said, context);
  if (first === undefined || PROVISIONAL[context.language].test(said)) return [];
  const rate = formatsFor(context.language).percent(first.ratePct);
  return [wordingFault('rateUnreserved', rate, first.source)];
};
