import { addDays, weekday, type Day } from './day.ts';

/** The days besides weekends on which nobody works, sorted. One per country, made at the edge, carried as data. */
export type Calendar = { readonly closed: readonly string[] };

export const isBusinessDay = (calendar: Calendar, on: Day): boolean =>
  weekday(on) !== 0 && weekday(on) !== 6 && !calendar.closed.includes(on);

/** The day itself when it is a business day, else the first one after it. */
export const onOrAfter = (calendar: Calendar, from: Day): Day => {
  let candidate = from;
  while (!isBusinessDay(calendar, candidate)) candidate = addDays(candidate, 1);
  return candidate;
};

/** The day itself when it is a business day, else the last one before it. */
export const onOrBefore = (calendar: Calendar, from: Day): Day => {
  let candidate = from;
  while (!isBusinessDay(calendar, candidate)) candidate = addDays(candidate, -1);
  return candidate;
};

/** The first business day after `from`. */
export const nextBusinessDay = (calendar: Calendar, from: Day): Day => onOrAfter(calendar, addDays(from, 1));

/** `count` business days after `from`; 0 gives the day itself or the first business day after it. */
export const addBusinessDays = (calendar: Calendar, from: Day, count: number): Day => {
  let result = onOrAfter(calendar, from);
  for (let n = 0; n < count; n += 1) result = nextBusinessDay(calendar, n === 0 ? from : result);
  return result;
};

/** Closed where either is closed: a call needs both offices to be open. */
export const bothOpen = (a: Calendar, b: Calendar): Calendar => ({
  closed: [...new Set([...a.closed, ...b.closed])].sort(),
});

/** Bank days: Monday to Friday except 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December (TARGET). */
export const addBankDays = (from: Day, count: number): Day => {
  let result = from;
  for (let left = count; left > 0;) {
    result = addDays(result, 1);
    if (isBankDay(result)) left -= 1;
  }
  return result;
};

const isBankDay = (on: Day): boolean => {
  if (weekday(on) === 0 || weekday(on) === 6) return false;
  if (['01-01', '05-01', '12-25', '12-26'].includes(on.slice(5))) return false;
  const easter = easterSunday(Number(on.slice(0, 4)));
  return on !== addDays(easter, -2) && on !== addDays(easter, 1);
};

/** Easter Sunday of a Gregorian year (anonymous algorithm, as in Meeus, Astronomical Algorithms). */
export const easterSunday = (year: number): Day => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const date = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
};
