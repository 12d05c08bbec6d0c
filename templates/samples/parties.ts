import type { DebtorKind } from '../../domain/plan.ts';
import type { CreditorWords, DebtorWords } from '../context.ts';
import type { SampleDebtor } from './debtors.ts';

const FRENCH: CreditorWords = {
  name: 'Atelier Morel',
  legalForm: 'SAS',
  shareCapital: '50 000 €',
  registryCity: 'Lyon',
  registrations: [{ scheme: 'SIREN', value: '812 345 678' }],
  vatNumber: 'FR40812345678',
  country: 'FR',
  address: { lines: ['12 rue des Tanneurs'], postalCode: '69003', city: 'Lyon', country: 'FR' },
  email: 'comptabilite@atelier-morel.example',
  phone: '04 72 00 00 12',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  signatory: { name: 'Hélène Morel', role: 'Présidente' },
};

const BELGIAN: CreditorWords = {
  name: 'Houtatelier Peeters',
  legalForm: 'BV',
  shareCapital: null,
  registryCity: 'Gent',
  registrations: [{ scheme: 'KBO', value: '0403.170.701' }],
  vatNumber: 'BE0403170701',
  country: 'BE',
  address: { lines: ['Lange Violettestraat 12'], postalCode: '9000', city: 'Gent', country: 'BE' },
  email: 'info@houtatelier.example',
  phone: '09 200 00 12',
  iban: 'BE68539007547034',
  bic: 'TRIOBEBB',
  signatory: { name: 'An Peeters', role: 'zaakvoerder' },
};

/** Neither French nor Belgian: the Directive's rules. */
const LUXEMBOURGISH: CreditorWords = { ...FRENCH, name: 'Atelier Weber', registrations: [], country: 'LU' };

export const sampleCreditor = ({ creditorCountry }: Pick<SampleDebtor, 'creditorCountry'>): CreditorWords =>
  creditorCountry === 'BE' ? BELGIAN : creditorCountry === 'LU' ? LUXEMBOURGISH : FRENCH;

const NAMES: Readonly<Record<DebtorKind, string>> = {
  business: 'Brasserie du Port SARL',
  public: 'Commune de Chalon-sur-Saône',
  'non-professional': 'Syndicat des copropriétaires du Port',
  consumer: 'Claire Martin',
};

export const sampleDebtor = ({ kind, country }: Pick<SampleDebtor, 'kind' | 'country'>): DebtorWords => ({
  name: NAMES[kind],
  kind,
  country,
  address: { ...(ADDRESSES[country] ?? FRENCH_ADDRESS), country },
  registrations: [],
});

const FRENCH_ADDRESS = {
  lines: ['Bâtiment B', '4 quai des Messageries'],
  postalCode: '71100',
  city: 'Chalon-sur-Saône',
};

const ADDRESSES: Readonly<Record<string, typeof FRENCH_ADDRESS>> = {
  BE: { lines: ['Havenstraat 4'], postalCode: '2000', city: 'Antwerpen' },
  DE: { lines: ['Hafenstraße 4'], postalCode: '50667', city: 'Köln' },
};
