/** A day as this machine's calendar has it, `days` from today. */
export const dayFromToday = (days: number, now = new Date()): string => {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** Another id each minute, so that the same command announces another invoice tomorrow. */
export const exampleId = (now = new Date()): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `F-${dayFromToday(0, now).replaceAll('-', '')}-${two(now.getHours())}${two(now.getMinutes())}`;
};

type Example = { readonly id: string; readonly minor: number; readonly dueInDays: number; readonly debtor?: object };

/** The body of `POST /v1/invoices`. */
export const exampleInvoice = ({ id, minor, dueInDays, debtor = dupont }: Example): object => ({
  id,
  number: id,
  issuedOn: dayFromToday(Math.min(0, dueInDays - 30)),
  dueOn: dayFromToday(dueInDays),
  amount: { minor, currency: 'EUR' },
  subject: 'Maintenance',
  debtor,
});

const dupont = {
  id: 'dupont',
  kind: 'business',
  name: 'Dupont SA',
  country: 'FR',
  language: 'fr',
  contacts: [{ name: 'Mme Martin', role: 'accounting', email: 'martin@example.com', phone: '+33145678901' }],
  address: { lines: ['2 rue Haute'], postalCode: '69001', city: 'Lyon', country: 'FR' },
};

const harbour = {
  id: 'harbour',
  kind: 'business',
  name: 'Harbour Works Ltd',
  country: 'IE',
  language: 'en',
  contacts: [{ name: 'Ann Doyle', role: 'accounting', email: 'doyle@example.com', phone: '+35315550123' }],
  address: { lines: ['14 Quay Street'], postalCode: 'D02 X285', city: 'Dublin', country: 'IE' },
};

/** One not due yet, one just late, one long late, and a second debtor, so that no page of the desk is empty. */
export const demoInvoices = (): readonly object[] => [
  exampleInvoice({ id: 'DEMO-001', minor: 120_050, dueInDays: 30 }),
  exampleInvoice({ id: 'DEMO-002', minor: 48_000, dueInDays: -3 }),
  exampleInvoice({ id: 'DEMO-003', minor: 965_000, dueInDays: -45 }),
  exampleInvoice({ id: 'DEMO-004', minor: 210_000, dueInDays: -12, debtor: harbour }),
];
