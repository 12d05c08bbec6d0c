import { epochDay } from '../domain/day.ts';
import type { Money } from '../domain/money.ts';
import type { Language } from './language.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** How a language writes figures, days and lists; the filters of its templates. */
export type Formats = {
  /** « 1 200,50 € », "€ 1.200,50", "€1,200.50"; another currency by its code. */
  readonly money: (amount: Money) => string;
  /** « 12 janvier 2027 ». */
  readonly date: (day: string) => string;
  /** « mardi 12 janvier 2027 ». */
  readonly dateLong: (day: string) => string;
  /** « 12/01/2027 », for columns; the same in all three languages. */
  readonly dateShort: (day: string) => string;
  /** « a, b et c »; days among them read as in a letter: « 18 et 25 février 2031 ». */
  readonly list: (items: readonly string[]) => string;
  /** « 10 h 30 », "10.30 uur", "10:30", from `10:30`. */
  readonly hour: (time: string) => string;
  /** « 12,15 % », "12,15%", "12.15%", from the decimal string `12.15`. */
  readonly percent: (rate: string) => string;
};

export const formatsFor = (language: Language): Formats => {
  const { locale, and, hour } = phrasesIn(language);
  const date = (day: string): string => `${dayOfMonth(day, language)} ${part(locale, day, MONTH)}`;
  return {
    money: (amount) => moneyText(locale, amount),
    date,
    dateLong: (day) => `${part(locale, day, { weekday: 'long' })} ${date(day)}`,
    dateShort: (day) => part(locale, day, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    list: (items) => (items.every((item) => DAY.test(item)) ? daysText(items, date, and) : joined(items, and)),
    hour: (time) => time.replace(/^0?(\d{1,2}):(\d{2})$/, (_, hours: string, minutes: string) => hour(hours, minutes)),
    percent: (rate) => percentText(language, rate),
  };
};

/** « FR76 3000 6000 0112 »: groups of four, between which a narrow screen may break the line. */
export const ibanText = (iban: string): string => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

/** Someone's note with its full stop, so that a sentence can follow. */
export const sentenceText = (note: string): string => (/[.!?…]\s*$/.test(note) ? note.trim() : `${note.trim()}.`);

const MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };

const moneyText = (locale: string, { minor, currency }: Money): string => {
  const currencyDisplay = currency === 'EUR' ? 'symbol' : 'code';
  const format = once(MONEY, `${locale} ${currency}`, () =>
    Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }),
  );
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

const percentText = (language: Language, rate: string): string => {
  if (!/^-?\d+(?:\.\d+)?$/.test(rate)) throw new RangeError(`expected percent as a decimal such as 12.15, got ${rate}`);
  if (language === 'en') return `${rate}%`;
  return `${rate.replace('.', ',')}${language === 'fr' ? '\u00a0%' : '%'}`;
};

/** French writes the first of a month as an ordinal, Intl doesn't. */
const dayOfMonth = (day: string, language: Language): string => {
  if (!DAY.test(day)) throw notADay(day);
  const number = Number(day.slice(8));
  return language === 'fr' && number === 1 ? '1er' : String(number);
};

/** Month by month: « 13 et 27 novembre, 4 et 12 décembre 2031 ». A year that the following month has, too, is said once. */
const daysText = (days: readonly string[], date: (day: string) => string, and: string): string => {
  const months = [...new Set(days.map((day) => day.slice(0, 7)))].map((month) =>
    days.filter((day) => day.startsWith(month)),
  );
  const groups = months.map((within, index) => {
    const [last = '', following] = [within.at(-1), months[index + 1]?.[0]];
    const words = following?.slice(0, 4) === last.slice(0, 4) ? date(last).replace(/ \d{4}$/, '') : date(last);
    return joined([...within.slice(0, -1).map((day) => date(day).replace(/ .*/, '')), words], and);
  });
  // Where the last month has several days, its own « et » ends the list.
  return (months.at(-1)?.length ?? 0) > 1 ? groups.join(', ') : joined(groups, and);
};

const joined = (words: readonly string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const notADay = (day: string): RangeError => new RangeError(`expected a day as YYYY-MM-DD, got ${day}`);

const part = (locale: string, day: string, parts: Intl.DateTimeFormatOptions): string => {
  if (!DAY.test(day)) throw notADay(day);
  const key = [locale, ...Object.entries(parts).flat()].join(' ');
  const format = once(DATES, key, () => Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }));
  return format.format(epochDay(day) * 86_400_000);
};

/** Intl takes a hundred times longer to make a format than to use one. */
const MONEY = new Map<string, Intl.NumberFormat>();
const DATES = new Map<string, Intl.DateTimeFormat>();

const once = <T>(known: Map<string, T>, key: string, make: () => T): T => {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
};
