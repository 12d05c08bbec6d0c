import { daysBetween, type Day } from '../domain/day.ts';
import { dayAt } from '../domain/instant.ts';
import type { Language } from './language.ts';

type Money = { readonly minor: number; readonly currency: string };

/** Amounts, days and hours as a reader's language writes them. */
export type Formats = {
  readonly money: (amount: Money) => string;
  /** An amount without its currency, for a form field. */
  readonly decimal: (amount: Money) => string;
  /** 3 March 2031 */
  readonly day: (day: string) => string;
  /** 3 Mar 2031 */
  readonly shortDay: (day: string) => string;
  /** Monday 3 March 2031 */
  readonly longDay: (day: string) => string;
  /** The day and hour of an instant where the creditor is. */
  readonly instant: (at: Date) => string;
  readonly instantDay: (at: Date) => Day;
  /** today, tomorrow, in 5 days */
  readonly away: (from: string, to: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** Days inside a sentence that somebody else wrote. */
  readonly daysIn: (text: string) => string;
};

export const formatsFor = (language: Language, timeZone: string): Formats => {
  const tag = language === 'fr' ? 'fr-FR' : 'en-GB';
  const civil = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    // French writes the first of a month as an ordinal.
    const ordinal = (text: string): string => (language === 'fr' ? text.replace(/\b1 (?=\p{L})/u, '1er ') : text);
    return (day) => ordinal(format.format(new Date(`${day}T00:00:00Z`)));
  };
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' });
  const instant = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  const long = civil({ day: 'numeric', month: 'long', year: 'numeric' });
  return {
    money: ({ minor, currency }) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency }).format(minor / 10 ** digitsOf(currency)),
    decimal: ({ minor, currency }) =>
      new Intl.NumberFormat(tag, {
        useGrouping: false,
        minimumFractionDigits: digitsOf(currency),
        maximumFractionDigits: digitsOf(currency),
      }).format(minor / 10 ** digitsOf(currency)),
    day: long,
    shortDay: civil({ day: 'numeric', month: 'short', year: 'numeric' }),
    longDay: civil({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    instant: (at) => instant.format(at),
    instantDay: (at) => dayAt(at.getTime(), timeZone),
    away: (from, to) => relative.format(daysBetween(from as Day, to as Day), 'day'),
    list: (items) => conjunction.format(items),
    daysIn: (text) => text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => long(found)),
  };
};

/** Places after the decimal sign: 2 for euros, 0 for yen. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
