import Holidays from 'date-holidays';

const cache = new Map<string, readonly string[]>();

/** Where more days are holidays by law than elsewhere in the country: Moselle, Bas-Rhin and Haut-Rhin (C. trav. L3134-13). */
const REGIONS: Readonly<Record<string, readonly string[]>> = { FR: ['57', '67', '68'] };

/** Public holidays of a country (ISO 3166 alpha-2), and of the place's own region, for some years, as days; data for a case's plan. */
export const closedDays = (
  { country, postalCode }: { readonly country: string; readonly postalCode?: string },
  fromYear: number,
  years: number,
): readonly string[] => {
  const region = REGIONS[country]?.find((code) => postalCode?.startsWith(code));
  const cacheKey = `${country}/${region}/${fromYear}/${years}`;
  const known = cache.get(cacheKey);
  if (known) return known;
  const holidays = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const found = Array.from({ length: years }, (_, index) => holidays.getHolidays(fromYear + index) ?? [])
    .flat()
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  const days = [...new Set(found)].sort();
  cache.set(cacheKey, days);
  return days;
};
