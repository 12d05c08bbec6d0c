/** A calendar day without a time or a zone, as `YYYY-MM-DD`. Strings compare in date order. */
export type Day = string & { readonly __brand: 'Day' };

const MS_PER_DAY = 86_400_000;

/** Throws RangeError for what isn't a day of the calendar (2031-02-30). */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`expected a calendar day as YYYY-MM-DD, got ${text}`);
  return text;
};

export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && fromEpochDay(epochDay(text)) === text;

/** Whole days since 1970-01-01. */
export const epochDay = (text: string): number => Math.floor(Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY);

const fromEpochDay = (days: number): string => {
  const utc = new Date(days * MS_PER_DAY);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(utc.getUTCFullYear()).padStart(4, '0')}-${two(utc.getUTCMonth() + 1)}-${two(utc.getUTCDate())}`;
};

export const addDays = (from: Day, days: number): Day => fromEpochDay(epochDay(from) + days) as Day;

/** The same day of the month `months` later, or that month's last day where it has none such. */
export const addMonths = (from: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(fromEpochDay(Math.floor(first.getTime() / MS_PER_DAY)) as Day, Math.min(date, last) - 1);
};

/** Days from `a` to `b`, negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => epochDay(b) - epochDay(a);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (of: Day): number => (((epochDay(of) + 4) % 7) + 7) % 7;

export const later = (a: Day, b: Day): Day => (a >= b ? a : b);

export const earlier = (a: Day, b: Day): Day => (a <= b ? a : b);
