import { money } from '../../domain/money.ts';
import type { WordingContext } from '../../templates/context.ts';
import { phoneText } from '../../templates/phone.ts';
import type { Invoice } from '../generated/client.ts';
import { readDetails, type CreditorProfile, type DebtorProfile } from '../profiles.ts';

/** The creditor as a reader in that country (ISO 3166) writes to him. */
export const creditorWords = (creditor: CreditorProfile, reader: string): WordingContext['creditor'] => ({
  name: creditor.name,
  legalForm: creditor.legalForm ?? null,
  shareCapital: creditor.shareCapital ?? null,
  registryCity: creditor.registryCity ?? null,
  registrations: creditor.registrations ?? [],
  vatNumber: creditor.vatNumber ?? null,
  country: creditor.country,
  address: creditor.address,
  email: creditor.email,
  phone: creditorPhone(creditor, reader),
  iban: creditor.iban ?? null,
  bic: creditor.bic ?? null,
  signatory: creditor.signatory ?? null,
});

/** The creditor's number as it is dialled from that country. */
export const creditorPhone = ({ phone, country }: CreditorProfile, reader: string): string | null =>
  phone === undefined ? null : phoneText(phone, country, reader);

export const debtorWords = (debtor: DebtorProfile): WordingContext['debtor'] => ({
  name: debtor.name,
  kind: debtor.kind,
  country: debtor.country,
  address: debtor.billingAddress ?? debtor.address,
  registrations: debtor.registrations ?? [],
});

export const invoiceWords = (
  invoice: Pick<Invoice, 'number' | 'issuedOn' | 'dueOn' | 'amountMinor' | 'currency' | 'subject' | 'details'>,
): WordingContext['invoice'] => {
  const details = readDetails(invoice);
  const lines = details.lines.map(({ description }) => description);
  return {
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    deliveredOn: details.deliveredOn,
    amount: money(Number(invoice.amountMinor), invoice.currency),
    subject: invoice.subject ?? lines.join(', '),
    lines,
    orderReference: details.orderReference,
    serviceReference: details.serviceReference ?? null,
  };
};
