import type { DebtorKind } from '../../domain/plan.ts';
import type { AddressWords, CreditorWords, DebtorWords } from '../context.ts';

// Everybody whom this repository makes up: for the checks of texts, for a preview without a case, for tests, and for the
// gallery, whose debtors have contacts and terms besides.

/** A creditor of whom all is known, in the shape that the API takes, too. */
export type SampleCreditor = {
  readonly [K in Exclude<keyof CreditorWords, 'shareCapital'>]: NonNullable<CreditorWords[K]>;
} & {
  readonly shareCapital?: string;
};

const FRENCH: SampleCreditor = {
  name: 'Ateliers Morel SARL',
  legalForm: 'SARL',
  shareCapital: '20 000 €',
  registryCity: 'Lyon',
  registrations: [{ scheme: 'SIREN', value: '732 829 320' }],
  vatNumber: 'FR44732829320',
  country: 'FR',
  address: { lines: ['12 rue des Forges'], postalCode: '69007', city: 'Lyon', country: 'FR' },
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPLYO',
  email: 'compta@ateliers-morel.example',
  phone: '04 78 00 00 12',
  signatory: { name: 'Claire Morel', role: 'gérante' },
};

const BELGIAN: SampleCreditor = {
  name: 'Verstraete & Fils',
  legalForm: 'SRL',
  registryCity: 'Bruxelles',
  registrations: [{ scheme: 'BCE', value: '0403.170.701' }],
  vatNumber: 'BE0403170701',
  country: 'BE',
  address: { lines: ['Rue de la Senne 21'], postalCode: '1000', city: 'Bruxelles', country: 'BE' },
  iban: 'BE68539007547034',
  bic: 'TRIOBEBB',
  email: 'compta@verstraete.example',
  phone: '02 500 12 34',
  signatory: { name: 'An Verstraete', role: 'gérante' },
};

/** The same house as its Dutch-speaking customers know it. */
const FLEMISH: SampleCreditor = {
  ...BELGIAN,
  name: 'Verstraete & Zonen',
  legalForm: 'BV',
  registryCity: 'Brussel',
  registrations: [{ scheme: 'KBO', value: '0403.170.701' }],
  address: { lines: ['Zennestraat 21'], postalCode: '1000', city: 'Brussel', country: 'BE' },
  email: 'boekhouding@verstraete.example',
  signatory: { name: 'An Verstraete', role: 'zaakvoerder' },
};

/** Neither French nor Belgian: the Directive's rules. */
const LUXEMBOURGISH: SampleCreditor = { ...FRENCH, name: 'Atelier Weber', registrations: [], country: 'LU' };

export const sampleCreditor = (country: string, language: string): SampleCreditor => {
  if (country === 'BE') return language === 'nl' ? FLEMISH : BELGIAN;
  return country === 'LU' ? LUXEMBOURGISH : FRENCH;
};

/** A creditor as wording sees him. */
export const creditorInWords = (creditor: SampleCreditor): CreditorWords => ({ shareCapital: null, ...creditor });

type At = Pick<AddressWords, 'lines' | 'postalCode' | 'city'>;
type Named = { readonly name: string; readonly address: At };

const named = (name: string, line: string, postalCode: string, city: string): Named => ({
  name,
  address: { lines: [line], postalCode, city },
});

/** By country, then by kind; `BE-nl` = Belgians who read Dutch. Whoever isn't here has a French name and address. */
const DEBTORS = {
  FR: {
    business: named('Dupont SA', '2 rue Haute', '69001', 'Lyon'),
    public: named('Commune de Chalon-sur-Saône', '3 place de l’Hôtel-de-Ville', '71100', 'Chalon-sur-Saône'),
    'non-professional': named(
      'Syndicat des copropriétaires du Port',
      '4 quai des Messageries',
      '71100',
      'Chalon-sur-Saône',
    ),
    consumer: named('Claire Lefèvre', '8 allée des Tilleuls', '69100', 'Villeurbanne'),
  },
  BE: {
    business: named('Brasserie du Canal SA', 'Quai 7', '4000', 'Liège'),
    public: named('Commune de Gembloux', 'Parc d’Épinal 2', '5030', 'Gembloux'),
    'non-professional': named('Association des copropriétaires du Quai', 'Quai 9', '4000', 'Liège'),
    consumer: named('Luc Janssens', 'Rue des Bouleaux 14', '5000', 'Namur'),
  },
  'BE-nl': {
    business: named('De Smet NV', 'Kaai 7', '2000', 'Antwerpen'),
    public: named('Gemeente Zoersel', 'Handelslei 167', '2980', 'Zoersel'),
    'non-professional': named('Vereniging van mede-eigenaars Kaai', 'Kaai 9', '2000', 'Antwerpen'),
    consumer: named('Jan Wouters', 'Berkenstraat 14', '9000', 'Gent'),
  },
  DE: {
    business: named('Hafenbräu GmbH', 'Hafenstraße 4', '50667', 'Köln'),
    consumer: named('Anna Weber', 'Hafenstraße 6', '50667', 'Köln'),
  },
  IE: { business: named('Harbour Foods Ltd', '9 Dock Road', 'D02', 'Dublin') },
} satisfies Readonly<Record<string, Partial<Record<DebtorKind, Named>>>>;

export type WhoOwes = { readonly kind: DebtorKind; readonly country: string };

export const sampleDebtor = ({ kind, country }: WhoOwes, language: string): DebtorWords => {
  const known: Readonly<Record<string, Partial<Record<DebtorKind, Named>>>> = DEBTORS;
  const { name, address } = known[`${country}-${language}`]?.[kind] ?? known[country]?.[kind] ?? DEBTORS.FR[kind];
  return { name, kind, country, address: { ...address, country }, registrations: [] };
};
