// Data only: also used outside of vitest.

/** A creditor as a billing system would set it up. */
export const aCreditor = {
  name: 'Ateliers Morel SARL',
  legalForm: 'SARL',
  shareCapital: '20 000 €',
  registryCity: 'Lyon',
  registrations: [{ scheme: 'SIREN', value: '732829320' }],
  vatNumber: 'FR44732829320',
  country: 'FR',
  timeZone: 'Europe/Paris',
  language: 'fr',
  address: { lines: ['12 rue des Forges'], postalCode: '69007', city: 'Lyon', country: 'FR' },
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPLYO',
  email: 'compta@ateliers-morel.example',
  phone: '+33478000000',
  signatory: { name: 'Claire Morel', role: 'gérante' },
};

export const aDebtor = {
  id: 'dupont',
  kind: 'business',
  name: 'Dupont SA',
  country: 'FR',
  language: 'fr',
  contacts: [{ name: 'Mme Martin', role: 'accounting', email: 'martin@dupont.example', phone: '+33145678901' }],
  address: { lines: ['2 rue Haute'], postalCode: '69001', city: 'Lyon', country: 'FR' },
};

/** An invoice of 1,200.50 €; name only what the story is about. */
export const anInvoice = (given: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 'F-1',
  number: '2031/0001',
  issuedOn: '2031-03-03',
  dueOn: '2031-04-04',
  amount: { minor: 120_050, currency: 'EUR' },
  subject: 'Maintenance, février',
  debtor: aDebtor,
  ...given,
});

export const euros = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'EUR' });
