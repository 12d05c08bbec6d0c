import Holidays from 'date-holidays';

const cache = new Map<string, readonly string[]>();

/** National public holidays of a country (ISO 3166 alpha-2) for some years, as days; data for a case's plan. */
export const closedDays = (country: string, fromYear: number, years: number): readonly string[] => {
  const cacheKey = `${country}/${fromYear}/${years}`;
  const known = cache.get(cacheKey);
  if (known) return known;
  const holidays = new Holidays(country);
  const found = Array.from({ length: years }, (_, index) => holidays.getHolidays(fromYear + index) ?? [])
    .flat()
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  const days = [...new Set(found)].sort();
  cache.set(cacheKey, days);
  return days;
};
