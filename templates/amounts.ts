/** An amount as found in a text: how it is written, and its value in minor units of two decimals. */
export type FoundAmount = { readonly written: string; readonly minor: number };

/** Every amount of money in a text: « 1 200,50 € », « 1.200,50 EUR », « 40 euros », « € 40 ». */
export const amountsIn = (text: string): FoundAmount[] => {
  const found = [...text.matchAll(NUMBER_FIRST), ...text.matchAll(SIGN_FIRST)];
  return found.map((match) => ({
    written: match[0].trim(),
    minor: minorOf(match.groups?.['whole'] ?? '', match.groups?.['cents']),
  }));
};

const SPACE = '[ \\u00a0\\u202f\\u2009]';
const NUMBER = `(?<whole>\\d{1,3}(?:(?:${SPACE}|[.'’])\\d{3})+|\\d+)(?:[.,](?<cents>\\d{1,2}))?(?!\\d)`;
const NUMBER_FIRST = new RegExp(`(?<![\\d.,])${NUMBER}${SPACE}*(?:k?€|(?:k?EUR|euros?)(?![\\p{L}\\d]))`, 'giu');
const SIGN_FIRST = new RegExp(`(?:€|EUR)${SPACE}*${NUMBER}(?!${SPACE}*(?:€|EUR|euro))`, 'gu');

const minorOf = (whole: string, cents = ''): number =>
  Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'));

/** All amounts a structure holds: its Money values, and those written in its texts. */
export const amountsOf = (facts: unknown): number[] => {
  if (typeof facts === 'string') return amountsIn(facts).map((amount) => amount.minor);
  if (typeof facts !== 'object' || facts === null) return [];
  if ('minor' in facts && typeof facts.minor === 'number') return [facts.minor];
  return Object.values(facts).flatMap(amountsOf);
};
