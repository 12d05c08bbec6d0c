import type { AddressWords, CreditorWords } from './context.ts';

/** The mentions that a company's letters and e-mails carry (art. R. 123-237 of the French code de commerce; the Belgian BCE number). */
export const legalLine = (creditor: CreditorWords): string =>
  [
    [creditor.name, creditor.legalForm].filter(isText).join(', '),
    creditor.shareCapital && `capital de ${creditor.shareCapital}`,
    ...creditor.registrations.map(({ scheme, value }) => registration(scheme, value, creditor.registryCity)),
    creditor.vatNumber && `TVA ${creditor.vatNumber}`,
  ]
    .filter(isText)
    .join(' · ');

const registration = (scheme: string, value: string, city: string | null): string => {
  const code = scheme.toUpperCase();
  if (code === 'SIREN' || code === 'RCS') return city ? `RCS ${city} ${value}` : `SIREN ${value}`;
  if (code === 'BCE' || code === 'KBO') return city ? `BCE ${value}, RPM ${city}` : `BCE ${value}`;
  return `${code} ${value}`;
};

/** An address as it stands on an envelope; the country only where it crosses a border. */
export const postalLines = (address: AddressWords, fromCountry: string): string[] => [
  ...address.lines,
  `${address.postalCode} ${address.city}`,
  ...(address.country === fromCountry ? [] : [countryName(address.country)]),
];

/** The address in one line. */
export const addressLine = (address: AddressWords): string =>
  [...address.lines, `${address.postalCode} ${address.city}`].join(', ');

const countryName = (code: string): string =>
  (new Intl.DisplayNames(['fr'], { type: 'region' }).of(code) ?? code).toUpperCase();

const isText = (value: string | null | undefined): value is string => typeof value === 'string' && value !== '';
