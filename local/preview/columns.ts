import type { DebtorKind } from '../../domain/plan.ts';
import type { CreditorProfile, DebtorProfile } from '../../prisma/profiles.ts';
import type { Language } from '../../templates/language.ts';
import { sampleCreditor, sampleDebtor } from '../../templates/samples/parties.ts';

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

const creditor = (country: 'FR' | 'BE', language: Language = 'fr'): CreditorProfile => ({
  ...sampleCreditor(country, language),
  timeZone: country === 'BE' ? 'Europe/Brussels' : 'Europe/Paris',
  language,
  size: 'sme',
});

const TERMS = {
  reference: 'conditions générales de vente 2025',
  paymentClause: 'Nos factures sont payables à trente jours de leur date.',
  retentionOfTitle: true,
  acceptedOn: '2025-01-15',
};

/** The made-up debtor of that kind, reached at his place or, where somebody is named, at his office. */
const debtor = (
  kind: DebtorKind,
  country: string,
  contact: string | null,
  { language = 'fr', ...more }: Partial<DebtorProfile> = {},
): DebtorProfile => {
  const { registrations: _, ...who } = sampleDebtor({ kind, country }, language);
  return {
    ...who,
    language,
    contacts: [
      {
        name: contact ?? who.name,
        role: 'accounting',
        email: 'compta@debiteur.example',
        phone: country === 'BE' ? '02 600 00 11' : '04 78 11 22 33',
      },
    ],
    local: true,
    ...more,
  };
};

/** Nothing was paid, and he gave no references of his own. */
const BARE = { paidMinor: null, orderReference: null, serviceReference: null };

/** The debtors for whom every text must exist (issue 4), and a Belgian consumer who reads Dutch. */
export const COLUMNS: readonly Column[] = [
  {
    ...BARE,
    key: 'business-fr',
    title: 'French business',
    language: 'fr',
    creditor: creditor('FR'),
    debtor: debtor('business', 'FR', 'Mme Martin', { terms: TERMS }),
    subject: 'Maintenance du four, octobre',
    paidMinor: 100_000,
    orderReference: 'BC-77',
  },
  {
    ...BARE,
    key: 'consumer-fr',
    title: 'French consumer',
    language: 'fr',
    creditor: creditor('FR'),
    debtor: debtor('consumer', 'FR', null),
    subject: 'Porte-fenêtre sur mesure et pose',
  },
  {
    ...BARE,
    key: 'public-fr',
    title: 'French public body',
    language: 'fr',
    creditor: creditor('FR'),
    debtor: debtor('public', 'FR', 'M. Bernard'),
    subject: 'Réfection des portes de l’école Jean-Moulin',
    orderReference: 'ENG-2025-1187',
    serviceReference: 'SERV-TECH-04',
  },
  {
    ...BARE,
    key: 'business-be',
    title: 'Belgian business',
    language: 'fr',
    creditor: creditor('BE'),
    debtor: debtor('business', 'BE', 'Mme Lambert', { terms: TERMS }),
    subject: 'Cuves inox, révision annuelle',
    orderReference: 'PO-5512',
  },
  {
    ...BARE,
    key: 'consumer-be',
    title: 'Belgian consumer, with a clause',
    language: 'fr',
    creditor: creditor('BE'),
    debtor: debtor('consumer', 'BE', null, {
      terms: {
        reference: 'conditions générales de vente 2025',
        interestClause: 'Un intérêt de retard est dû au taux maximal du livre XIX du Code de droit économique.',
        indemnityClause: 'Une indemnité est due dans les limites du livre XIX du Code de droit économique.',
        acceptedOn: '2025-01-15',
      },
    }),
    subject: 'Remplacement de la chaudière',
    paidMinor: 50_000,
  },
  {
    ...BARE,
    key: 'business-nl',
    title: 'Belgian business in Dutch',
    language: 'nl',
    creditor: creditor('BE', 'nl'),
    debtor: debtor('business', 'BE', 'Mevr. Peeters', {
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
  },
  {
    ...BARE,
    key: 'consumer-nl',
    title: 'Belgian consumer in Dutch, with a clause',
    language: 'nl',
    creditor: creditor('BE', 'nl'),
    debtor: debtor('consumer', 'BE', null, {
      language: 'nl',
      terms: {
        reference: 'algemene verkoopsvoorwaarden 2025',
        interestClause:
          'Nalatigheidsinterest is verschuldigd tegen de maximumrente van boek XIX van het Wetboek van economisch recht.',
        indemnityClause:
          'Een vergoeding is verschuldigd binnen de grenzen van boek XIX van het Wetboek van economisch recht.',
        acceptedOn: '2025-01-15',
      },
    }),
    subject: 'Vervanging van de verwarmingsketel',
    paidMinor: 50_000,
  },
  {
    ...BARE,
    key: 'association-fr',
    title: 'Association (France)',
    language: 'fr',
    creditor: creditor('FR'),
    debtor: debtor('non-professional', 'FR', 'M. Girard'),
    subject: 'Réparation du portail',
  },
  {
    ...BARE,
    key: 'business-en',
    title: 'French claim, debtor who reads English',
    language: 'en',
    creditor: creditor('FR'),
    debtor: debtor('business', 'IE', 'Ms O’Brien', { language: 'en' }),
    subject: 'Oven maintenance, October',
    orderReference: 'PO-118',
  },
];
