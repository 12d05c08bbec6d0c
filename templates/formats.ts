import { epochDay } from '../domain/day.ts';
import type { Money } from '../domain/money.ts';

/** « 1 200,50 € », with the non-breaking spaces that Intl gives. */
export const moneyText = ({ minor, currency }: Money): string => {
  const format = new Intl.NumberFormat('fr-FR', { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

/** « 12 janvier 2027 ». */
export const dateText = (day: string): string => dayParts(day, { day: 'numeric', month: 'long', year: 'numeric' });

/** « mardi 12 janvier 2027 ». */
export const longDateText = (day: string): string =>
  dayParts(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** « 12/01/2027 », for columns. */
export const shortDateText = (day: string): string =>
  dayParts(day, { day: '2-digit', month: '2-digit', year: 'numeric' });

/** « a, b et c »; days among them read as in a letter: « 18 et 25 février 2031 ». */
export const listText = (items: readonly string[]): string =>
  joined(items.every((item) => DAY.test(item)) ? withoutRepeats(items) : items);

/** A month or year that the following day says, too, is said once. */
const withoutRepeats = (days: readonly string[]): string[] =>
  days.map((day, index) => {
    const next = days[index + 1] ?? '';
    const words = dateText(day);
    if (next.slice(0, 7) === day.slice(0, 7)) return words.replace(/ .*/, '');
    return next.slice(0, 4) === day.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words;
  });

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;

/** « FR76 3000 6000 0112 »: groups of four, between which a narrow screen may break the line. */
export const ibanText = (iban: string): string => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

/** « 10 h 30 », from `10:30`. */
export const hourText = (time: string): string =>
  time.replace(/^0?(\d{1,2}):(\d{2})$/, (_, hour: string, minute: string) =>
    minute === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minute}`,
  );

/** Someone's note with its full stop, so that a sentence can follow. */
export const sentenceText = (note: string): string => (/[.!?…]\s*$/.test(note) ? note.trim() : `${note.trim()}.`);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const dayParts = (day: string, parts: Intl.DateTimeFormatOptions): string => {
  if (!DAY.test(day)) throw new RangeError(`expected a day as YYYY-MM-DD, got ${day}`);
  const text = new Intl.DateTimeFormat('fr-FR', { ...parts, timeZone: 'UTC' }).format(epochDay(day) * 86_400_000);
  // French writes the first of a month as an ordinal, Intl doesn't.
  return text.replace(/(^| )1 (?=\p{L})/u, '$11er ');
};
