import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A telephone number as its reader dials it: « 04 78 00 00 12 » at home, « +33 4 78 00 00 12 » from another country.
 * `home` and `reader` are ISO 3166 codes; without a country code in it the number is one of `home`. What is no
 * possible number stays as it was typed.
 */
export const phoneText = (typed: string, home: string, reader: string): string => {
  const number = parsePhoneNumberFromString(typed, isSupportedCountry(home) ? home : undefined);
  if (!number?.isPossible()) return typed;
  const isHome = number.country === undefined ? home === reader : number.country === reader;
  return isHome ? number.formatNational() : number.formatInternational();
};
