import type { DebtorKind } from '../../domain/plan.ts';
import type { CreditorProfile, DebtorProfile } from '../../prisma/profiles.ts';
import type { Language } from '../../templates/language.ts';

/** One debtor of the gallery with his creditor and what was supplied to him. */
export type Column = {
  readonly key: string;
  readonly title: string;
  readonly language: Language;
  readonly creditor: CreditorProfile;
  readonly debtor: DebtorProfile;
  readonly subject: string;
  /** Received 20 days after the due date, whole minor units; null = nothing was paid. */
  readonly paidMinor: number | null;
  readonly orderReference: string | null;
  readonly serviceReference: string | null;
};

const FRENCH: CreditorProfile = {
  name: 'Ateliers Morel SARL',
  legalForm: 'SARL',
  shareCapital: '20 000 €',
  registryCity: 'Lyon',
  registrations: [{ scheme: 'SIREN', value: '732 829 320' }],
  vatNumber: 'FR44732829320',
  country: 'FR',
  timeZone: 'Europe/Paris',
  language: 'fr',
  address: { lines: ['12 rue des Forges'], postalCode: '69007', city: 'Lyon', country: 'FR' },
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPLYO',
  email: 'compta@ateliers-morel.example',
  phone: '04 78 00 00 12',
  signatory: { name: 'Claire Morel', role: 'gérante' },
  size: 'sme',
};

const BELGIAN: CreditorProfile = {
  name: 'Verstraete & Fils',
  legalForm: 'SRL',
  registryCity: 'Bruxelles',
  registrations: [{ scheme: 'BCE', value: '0403.170.701' }],
  vatNumber: 'BE0403170701',
  country: 'BE',
  timeZone: 'Europe/Brussels',
  language: 'fr',
  address: { lines: ['Rue de la Senne 21'], postalCode: '1000', city: 'Bruxelles', country: 'BE' },
  iban: 'BE68539007547034',
  bic: 'TRIOBEBB',
  email: 'compta@verstraete.example',
  phone: '02 500 12 34',
  signatory: { name: 'An Verstraete', role: 'gérante' },
  size: 'sme',
};

const FLEMISH: CreditorProfile = {
  ...BELGIAN,
  name: 'Verstraete & Zonen',
  legalForm: 'BV',
  registryCity: 'Brussel',
  registrations: [{ scheme: 'KBO', value: '0403.170.701' }],
  language: 'nl',
  address: { lines: ['Zennestraat 21'], postalCode: '1000', city: 'Brussel', country: 'BE' },
  email: 'boekhouding@verstraete.example',
  signatory: { name: 'An Verstraete', role: 'zaakvoerder' },
};

const TERMS = {
  reference: 'conditions générales de vente 2025',
  paymentClause: 'Nos factures sont payables à trente jours de leur date.',
  retentionOfTitle: true,
  acceptedOn: '2025-01-15',
};

const address = (line: string, postalCode: string, city: string, country: string): DebtorProfile['address'] => ({
  lines: [line],
  postalCode,
  city,
  country,
});

const debtor = (
  kind: DebtorKind,
  name: string,
  contact: string | null,
  at: DebtorProfile['address'],
  more: Partial<DebtorProfile> = {},
): DebtorProfile => ({
  kind,
  name,
  country: at.country,
  language: 'fr',
  contacts: [
    {
      name: contact ?? name,
      role: 'accounting',
      email: 'compta@debiteur.example',
      phone: at.country === 'BE' ? '02 600 00 11' : '04 78 11 22 33',
    },
  ],
  address: at,
  local: true,
  ...more,
});

/** The debtors for whom every text must exist (issue 4). */
export const COLUMNS: readonly Column[] = [
  {
    key: 'business-fr',
    title: 'French business',
    language: 'fr',
    creditor: FRENCH,
    debtor: debtor('business', 'Dupont SA', 'Mme Martin', address('2 rue Haute', '69001', 'Lyon', 'FR'), {
      terms: TERMS,
    }),
    subject: 'Maintenance du four, octobre',
    paidMinor: 100_000,
    orderReference: 'BC-77',
    serviceReference: null,
  },
  {
    key: 'consumer-fr',
    title: 'French consumer',
    language: 'fr',
    creditor: FRENCH,
    debtor: debtor('consumer', 'Claire Lefèvre', null, address('8 allée des Tilleuls', '69100', 'Villeurbanne', 'FR')),
    subject: 'Porte-fenêtre sur mesure et pose',
    paidMinor: null,
    orderReference: null,
    serviceReference: null,
  },
  {
    key: 'public-fr',
    title: 'French public body',
    language: 'fr',
    creditor: FRENCH,
    debtor: debtor(
      'public',
      'Commune de Chalon-sur-Saône',
      'M. Bernard',
      address('3 place de l’Hôtel-de-Ville', '71100', 'Chalon-sur-Saône', 'FR'),
    ),
    subject: 'Réfection des portes de l’école Jean-Moulin',
    paidMinor: null,
    orderReference: 'ENG-2025-1187',
    serviceReference: 'SERV-TECH-04',
  },
  {
    key: 'business-be',
    title: 'Belgian business',
    language: 'fr',
    creditor: BELGIAN,
    debtor: debtor('business', 'Brasserie du Canal SA', 'Mme Lambert', address('Quai 7', '4000', 'Liège', 'BE'), {
      terms: TERMS,
    }),
    subject: 'Cuves inox, révision annuelle',
    paidMinor: null,
    orderReference: 'PO-5512',
    serviceReference: null,
  },
  {
    key: 'consumer-be',
    title: 'Belgian consumer, with a clause',
    language: 'fr',
    creditor: BELGIAN,
    debtor: debtor('consumer', 'Luc Janssens', null, address('Rue des Bouleaux 14', '5000', 'Namur', 'BE'), {
      terms: {
        reference: 'conditions générales de vente 2025',
        interestClause: 'Un intérêt de retard est dû au taux maximal du livre XIX du Code de droit économique.',
        indemnityClause: 'Une indemnité est due dans les limites du livre XIX du Code de droit économique.',
        acceptedOn: '2025-01-15',
      },
    }),
    subject: 'Remplacement de la chaudière',
    paidMinor: 50_000,
    orderReference: null,
    serviceReference: null,
  },
  {
    key: 'business-nl',
    title: 'Belgian business in Dutch',
    language: 'nl',
    creditor: FLEMISH,
    debtor: debtor('business', 'De Smet NV', 'Mevr. Peeters', address('Kaai 7', '2000', 'Antwerpen', 'BE'), {
      language: 'nl',
      terms: {
        reference: 'algemene verkoopsvoorwaarden 2025',
        paymentClause: 'Onze facturen zijn betaalbaar binnen dertig dagen.',
        acceptedOn: '2025-01-15',
      },
    }),
    subject: 'Onderhoud koelinstallatie, oktober',
    paidMinor: 100_000,
    orderReference: 'BE-4410',
    serviceReference: null,
  },
  {
    key: 'association-fr',
    title: 'Association (France)',
    language: 'fr',
    creditor: FRENCH,
    debtor: debtor(
      'non-professional',
      'Syndicat des copropriétaires du Port',
      'M. Girard',
      address('4 quai des Messageries', '71100', 'Chalon-sur-Saône', 'FR'),
    ),
    subject: 'Réparation du portail',
    paidMinor: null,
    orderReference: null,
    serviceReference: null,
  },
  {
    key: 'business-en',
    title: 'French claim, debtor who reads English',
    language: 'en',
    creditor: FRENCH,
    debtor: debtor('business', 'Harbour Foods Ltd', 'Ms O’Brien', address('9 Dock Road', 'D02', 'Dublin', 'IE'), {
      language: 'en',
    }),
    subject: 'Oven maintenance, October',
    paidMinor: null,
    orderReference: 'PO-118',
    serviceReference: null,
  },
];
