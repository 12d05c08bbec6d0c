// The oracle's own calendar: nothing here comes from the app.

export type Country = 'FR' | 'BE';

/** `YYYY-MM-DD`, compared as text. */
export type Day = string;

const MS = 86_400_000;

export const plus = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS).toISOString().slice(0, 10);

/** 0 = Sunday … 6 = Saturday. */
const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Gauss' rule with its two exceptions; a different way from the app's. */
export const easter = (year: number): Day => {
  const century = Math.floor(year / 100);
  const m = (15 + century - Math.floor((8 * century + 13) / 25) - Math.floor(century / 4)) % 30;
  const n = (4 + century - Math.floor(century / 4)) % 7;
  const fullMoon = (19 * (year % 19) + m) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) + 6 * fullMoon + n) % 7;
  const days = fullMoon + toSunday;
  if (days === 35 || (days === 34 && fullMoon === 28 && year % 19 > 10)) return plus(`${year}-03-22`, days - 7);
  return plus(`${year}-03-22`, days);
};

/** Fixed public holidays by month and day; both countries add Easter Monday, Ascension and Whit Monday. */
const FIXED: Record<Country, readonly string[]> = {
  FR: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  BE: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
};

const isHoliday = (country: Country, day: Day): boolean => {
  const sunday = easter(Number(day.slice(0, 4)));
  return FIXED[country].includes(day.slice(5)) || [1, 39, 50].some((days) => plus(sunday, days) === day);
};

/** A model run asks for the same days a million times. */
const asked = new Map<string, boolean>();

const isWorkday = (country: Country, day: Day): boolean => {
  const key = country + day;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const works = weekday(day) !== 0 && weekday(day) !== 6 && !isHoliday(country, day);
  asked.set(key, works);
  return works;
};

/** Somebody works in all of these countries. */
export const isOpen = (countries: readonly Country[], day: Day): boolean =>
  countries.every((country) => isWorkday(country, day));

export const openOnOrAfter = (countries: readonly Country[], day: Day): Day =>
  isOpen(countries, day) ? day : openOnOrAfter(countries, plus(day, 1));

export const openOnOrBefore = (countries: readonly Country[], day: Day): Day =>
  isOpen(countries, day) ? day : openOnOrBefore(countries, plus(day, -1));

export const openAfter = (countries: readonly Country[], day: Day, count = 1): Day =>
  count === 0 ? day : openAfter(countries, openOnOrAfter(countries, plus(day, 1)), count - 1);

/** Days on which European banks settle: not on Good Friday and 26 December, but on national holidays. */
const isBankDay = (day: Day): boolean => {
  const sunday = easter(Number(day.slice(0, 4)));
  const closed =
    ['01-01', '05-01', '12-25', '12-26'].includes(day.slice(5)) || day === plus(sunday, -2) || day === plus(sunday, 1);
  return weekday(day) !== 0 && weekday(day) !== 6 && !closed;
};

export const bankDaysAfter = (day: Day, count: number): Day => {
  if (count === 0) return day;
  const next = plus(day, 1);
  return bankDaysAfter(next, isBankDay(next) ? count - 1 : count);
};
