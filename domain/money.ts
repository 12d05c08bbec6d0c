/** An amount in whole minor units (cents) of one currency. */
export type Money = { readonly minor: number; readonly currency: string };

export const money = (minor: number, currency: string): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`an amount needs whole minor units, got ${minor}`);
  return { minor, currency };
};

export const add = (a: Money, b: Money): Money => money(a.minor + sameCurrency(a, b).minor, a.currency);

export const subtract = (a: Money, b: Money): Money => money(a.minor - sameCurrency(a, b).minor, a.currency);

export const sum = (amounts: readonly Money[], currency: string): Money => amounts.reduce(add, money(0, currency));

const sameCurrency = (a: Money, b: Money): Money => {
  if (a.currency !== b.currency) throw new RangeError(`expected an amount in ${a.currency}, got ${b.currency}`);
  return b;
};
