/** An amount as found in a text: how it is written, its currency, and its value in that currency's minor units. */
export type FoundAmount = { readonly written: string; readonly minor: number; readonly currency: string };

/**
 * Every amount of money in a text: « 1 200,50 € », "€ 1.200,50", "1.200,50 euro", "€1,200.50", "EUR 1,200.50".
 * Read from left to right, so that a sign belongs to one number only.
 */
export const amountsIn = (text: string): FoundAmount[] =>
  [...text.matchAll(AMOUNT)].map(({ 0: written, groups = {} }) => {
    const currency = currencyOf(groups['before'] ?? groups['after'] ?? '');
    const thousands = (groups['kilo1'] ?? groups['kilo2']) ? 1_000 : 1;
    const [whole = '', cents = ''] = groups['before']
      ? [groups['whole1'], groups['cents1']]
      : [groups['whole2'], groups['cents2']];
    return { written: written.trim(), minor: minorOf(whole, cents, currency) * thousands, currency };
  });

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD', US$: 'USD', '¥': 'JPY' };
const CODES = 'EUR|GBP|USD|CHF|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|CAD|AUD';

const SPACE = '[ \\u00a0\\u202f\\u2009]';
// Groups of three, all parted alike; then at most two decimals after another sign.
const numberNamed = (n: number): string =>
  `(?<whole${n}>\\d{1,3}(?:(?<part${n}>${SPACE}|[.,'’])\\d{3})(?:\\k<part${n}>\\d{3})*|\\d+)(?:[.,](?<cents${n}>\\d{1,2}))?(?!\\d)`;
const SIGN_FIRST = `(?<before>US\\$|[€£$¥]|(?<!\\p{L})(?:${CODES}))${SPACE}*${numberNamed(1)}(?:(?<kilo1>k)(?!\\p{L}))?`;
const NUMBER_FIRST = `(?<![\\d.,]|\\p{L})${numberNamed(2)}${SPACE}*(?<kilo2>k)?(?<after>[€£$¥]|(?:${CODES}|euros?|pounds?|dollars?)(?![\\p{L}\\d]))`;
const AMOUNT = new RegExp(`${SIGN_FIRST}|${NUMBER_FIRST}`, 'giu');

const currencyOf = (sign: string): string => {
  if (/^euros?$/i.test(sign)) return 'EUR';
  if (/^pounds?$/i.test(sign)) return 'GBP';
  if (/^dollars?$/i.test(sign)) return 'USD';
  return SIGNS[sign] ?? sign.toUpperCase();
};

const minorOf = (whole: string, cents: string, currency: string): number => {
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
