import type { AddressWords, CreditorWords } from './context.ts';
import type { Language } from './language.ts';
import type { Phrases } from './words/phrases.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** The mentions that a company's letters and e-mails carry (art. R. 123-237 of the French code de commerce; the Belgian BCE number). */
export const legalLine = (creditor: CreditorWords, language: Language): string => {
  const { legal } = phrasesIn(language);
  return [
    withForm(creditor),
    creditor.shareCapital && legal.capital(creditor.shareCapital),
    ...creditor.registrations.map(({ scheme, value }) => registration(legal, scheme, value, creditor.registryCity)),
    creditor.vatNumber && legal.vat(creditor.vatNumber),
  ]
    .filter(isText)
    .join(' · ');
};

const registration = (legal: Phrases['legal'], scheme: string, value: string, city: string | null): string => {
  const code = scheme.toUpperCase();
  if (code === 'SIREN' || code === 'RCS') return legal.french(value, city);
  if (code === 'BCE' || code === 'KBO') return legal.belgian(value, city);
  return `${code} ${value}`;
};

/** An address as it stands on an envelope; the country only where it crosses a border. */
export const postalLines = (address: AddressWords, fromCountry: string, language: Language): string[] => [
  ...address.lines,
  `${address.postalCode} ${address.city}`,
  ...(address.country === fromCountry ? [] : [countryName(address.country, language)]),
];

/** The address in one line. */
export const addressLine = (address: AddressWords): string =>
  [...address.lines, `${address.postalCode} ${address.city}`].join(', ');

const countryName = (code: string, language: Language): string =>
  (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code).toUpperCase();

/** A name that ends with its legal form says it already. */
const withForm = ({ name, legalForm }: CreditorWords): string =>
  legalForm === null || ` ${name} `.includes(` ${legalForm} `) ? name : `${name}, ${legalForm}`;

const isText = (value: string | null | undefined): value is string => typeof value === 'string' && value !== '';
