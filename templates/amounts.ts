/** An amount as found in a text: how it is written, its currency, and its value in that currency's minor units. */
export type FoundAmount = { readonly written: string; readonly minor: number; readonly currency: string };

/** Every amount of money in a text: « 1 200,50 € », "€ 1.200,50", "1.200,50 euro", "€1,200.50", "EUR 1,200.50". */
export const amountsIn = (text: string): FoundAmount[] =>
  [...text.matchAll(NUMBER_FIRST), ...text.matchAll(SIGN_FIRST)].map(({ 0: written, groups = {} }) => {
    const currency = currencyOf(groups['sign'] ?? '');
    const thousands = groups['kilo'] ? 1_000 : 1;
    return { written: written.trim(), minor: minorOf(groups, currency) * thousands, currency };
  });

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD', US$: 'USD', '¥': 'JPY' };
const CODES = 'EUR|GBP|USD|CHF|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|CAD|AUD';

const SPACE = '[ \\u00a0\\u202f\\u2009]';
// Groups of three, all parted alike; then at most two decimals after another sign.
const NUMBER = `(?<whole>\\d{1,3}(?:(?<part>${SPACE}|[.,'’])\\d{3})(?:\\k<part>\\d{3})*|\\d+)(?:[.,](?<cents>\\d{1,2}))?(?![\\d])`;
const BEFORE = '(?<![\\d.,]|\\p{L})';
const NUMBER_FIRST = new RegExp(
  `${BEFORE}${NUMBER}${SPACE}*(?<kilo>k)?(?<sign>[€£$¥]|(?:${CODES}|euros?|pounds?|dollars?)(?![\\p{L}\\d]))`,
  'giu',
);
const SIGN_FIRST = new RegExp(
  `(?<sign>US\\$|[€£$¥]|(?<!\\p{L})(?:${CODES}))${SPACE}*${NUMBER}(?<kilo>k(?!\\p{L}))?(?!${SPACE}*(?:€|(?:EUR|euros?)(?!\\p{L})))`,
  'gu',
);

const currencyOf = (sign: string): string => {
  if (/^euros?$/i.test(sign)) return 'EUR';
  if (/^pounds?$/i.test(sign)) return 'GBP';
  if (/^dollars?$/i.test(sign)) return 'USD';
  return SIGNS[sign] ?? sign.toUpperCase();
};

const minorOf = ({ whole = '', cents = '' }: { [name: string]: string }, currency: string): number => {
  const digits = WITHOUT_CENTS.includes(currency) ? 0 : 2;
  return Number(whole.replace(/\D/g, '')) * 10 ** digits + Number(cents.padEnd(digits, '0').slice(0, digits));
};

const WITHOUT_CENTS: readonly string[] = ['JPY'];

/** All amounts a structure holds: its Money values, and those written in its texts. */
export const amountsOf = (facts: unknown): Pick<FoundAmount, 'minor' | 'currency'>[] => {
  if (typeof facts === 'string') return amountsIn(facts);
  if (typeof facts !== 'object' || facts === null) return [];
  if ('minor' in facts && typeof facts.minor === 'number' && 'currency' in facts)
    return [{ minor: facts.minor, currency: String(facts.currency) }];
  return Object.values(facts).flatMap(amountsOf);
};
