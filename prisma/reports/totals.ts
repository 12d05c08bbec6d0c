import { money, type Money } from '../../domain/money.ts';

/** The sums of the named amounts for each currency, in the order in which the currencies first come. */
export const perCurrency = <T, K extends keyof T & string>(
  rows: readonly (T & Readonly<Record<K, Money>>)[],
  currencyOf: (row: T) => string,
  names: readonly K[],
): (Readonly<Record<K, Money>> & { readonly currency: string })[] =>
  [...new Set(rows.map(currencyOf))].map((currency) => {
    const ofIt = rows.filter((row) => currencyOf(row) === currency);
    const sums = names.map((name) => [
      name,
      money(
        ofIt.reduce((sum, row) => sum + row[name].minor, 0),
        currency,
      ),
    ]);
    return { currency, ...(Object.fromEntries(sums) as Record<K, Money>) };
  });
