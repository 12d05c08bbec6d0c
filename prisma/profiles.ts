import { z } from 'zod';
import { stored } from './stored.ts';

// What is kept as JSON of a creditor, a debtor and an invoice: the shapes on which the app relies. What the API takes is
// stricter (api/schemas) and may become so; a row written before is read all the same.

const text = z.string();
const maybe = text.optional();

const Money = z.object({ minor: z.int(), currency: text }).readonly();
export type MoneyJson = z.output<typeof Money>;

const Address = z.object({ lines: z.array(text).readonly(), postalCode: text, city: text, country: text }).readonly();
export type AddressJson = z.output<typeof Address>;

const Registrations = z.array(z.object({ scheme: text, value: text }).readonly()).readonly();

/** The creditor as the API takes it; what is missing has the defaults of case.md. */
const Creditor = z
  .object({
    name: text,
    legalForm: maybe,
    shareCapital: maybe,
    registryCity: maybe,
    registrations: Registrations.optional(),
    vatNumber: maybe,
    country: text,
    timeZone: text,
    language: text,
    address: Address,
    iban: maybe,
    bic: maybe,
    email: text,
    phone: maybe,
    replyTo: maybe,
    signatory: z.object({ name: text, role: text }).readonly().optional(),
    size: z.enum(['sme', 'large']).optional(),
    imputation: z.enum(['principal-first', 'interest-first']).optional(),
    tolerance: Money.optional(),
    accessories: z.enum(['waive-if-paid-by', 'claim', 'never']).optional(),
    closingDays: z.array(text).readonly().optional(),
    sendingHour: z.int().optional(),
    sending: z.enum(['off', 'test', 'on']).optional(),
    defaultStrategy: maybe,
  })
  .readonly();
export type CreditorProfile = z.output<typeof Creditor>;

const Contact = z
  .object({
    id: maybe,
    name: text,
    role: z.enum(['accounting', 'management', 'buyer', 'legal']).optional(),
    email: maybe,
    phone: maybe,
    copy: z.boolean().optional(),
  })
  .readonly();
export type ContactJson = z.output<typeof Contact>;

const Terms = z
  .object({
    reference: text,
    paymentClause: maybe,
    interestClause: maybe,
    interestRate: maybe,
    indemnityClause: maybe,
    indemnity: Money.optional(),
    governingLaw: maybe,
    retentionOfTitle: z.boolean().optional(),
    acceptedOn: maybe,
  })
  .readonly();

const Metadata = z.record(text, text).readonly();

/** The debtor as the API takes it. */
const Debtor = z
  .object({
    kind: z.enum(['business', 'public', 'non-professional', 'consumer']),
    name: text,
    legalForm: maybe,
    registrations: Registrations.optional(),
    country: text,
    language: text,
    contacts: z.array(Contact).readonly(),
    address: Address,
    billingAddress: Address.optional(),
    preferredChannel: z.enum(['email', 'call', 'letter']).optional(),
    local: z.boolean().optional(),
    terms: Terms.optional(),
    doNotContact: z.boolean().optional(),
    metadata: Metadata.optional(),
  })
  .readonly();
export type DebtorProfile = z.output<typeof Debtor>;

/** What the billing system says of an invoice besides its columns. */
const Details = z
  .object({
    lines: z.array(z.object({ description: text }).readonly()).readonly(),
    deliveredOn: text.nullable(),
    orderReference: text.nullable(),
    /** Who authorises the payment at a public buyer's (French « service exécutant »). */
    serviceReference: text.nullish(),
    collection: z.enum(['transfer', 'direct-debit']),
    metadata: Metadata,
  })
  .readonly();
export type InvoiceDetails = z.output<typeof Details>;

type Row<K extends string> = { readonly [key in K]: unknown };

/** @throws DamagedRow */
export const readCreditor = ({ id, profile }: Row<'profile'> & { readonly id: string }): CreditorProfile =>
  stored(Creditor, profile, `the profile of creditor ${id}`);

/** @throws DamagedRow */
export const readDebtor = ({
  creditorId,
  id,
  profile,
}: Row<'profile'> & { readonly creditorId: string; readonly id: string }): DebtorProfile =>
  stored(Debtor, profile, `the profile of debtor ${id} of creditor ${creditorId}`);

/** @throws DamagedRow */
export const readDetails = ({ number, details }: Row<'details'> & { readonly number: string }): InvoiceDetails =>
  stored(Details, details, `the details of invoice ${number}`);
