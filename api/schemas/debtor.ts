import { z } from 'zod';
import { compact } from './compact.ts';
import {
  Address,
  CivilDay,
  Country,
  Email,
  Id,
  Instant,
  Language,
  Metadata,
  Money,
  Percentage,
  Phone,
  Registration,
  optional,
  page,
  text,
} from './values.ts';

const contact = {
  name: text(120),
  role: optional(z.enum(['accounting', 'management', 'buyer', 'legal'])),
  email: optional(Email),
  phone: optional(Phone),
  copy: z.boolean().default(false).meta({ description: 'Receives a copy of what goes to the others.' }),
};

/** A person at the debtor's */
export const Contact = z.strictObject({ id: optional(Id), ...contact }).meta({ id: 'Contact' });

const Terms = z
  .strictObject({
    reference: text(120),
    paymentClause: optional(text(1000)),
    interestClause: optional(text(1000)),
    interestRate: optional(
      Percentage.refine((rate) => Number(rate) <= 100, { error: 'expected at most 100 percent a year' }),
    ).meta({
      description:
        'Percent per year, as 12.5. Between businesses it replaces the legal rate; to a Belgian consumer it lowers the cap.',
    }),
    indemnityClause: optional(text(1000)),
    indemnity: optional(
      Money.refine(({ currency }) => currency === 'EUR', { error: 'expected euros, in which the cap is set' }),
    ).meta({ description: "A Belgian consumer's contract: the sum in euros, if below the cap." }),
    governingLaw: optional(Country).meta({ description: "Between businesses; by default the creditor's country." }),
    retentionOfTitle: z.boolean().default(false),
    acceptedOn: optional(CivilDay),
    acceptedBy: optional(text(120)),
  })
  .meta({ id: 'Terms', description: 'The terms of sale that the debtor has agreed to.' });

const fields = {
  kind: z.enum(['business', 'public', 'non-professional', 'consumer']),
  name: text(200),
  legalForm: optional(text(60)),
  registrations: z.array(Registration).max(10).default([]),
  country: Country,
  language: Language,
  contacts: z.array(Contact).max(50),
  address: Address,
  billingAddress: optional(Address),
  preferredChannel: optional(z.enum(['email', 'call', 'letter'])),
  local: z.boolean().default(false).meta({ description: 'Near enough for a visit.' }),
  terms: optional(Terms),
  doNotContact: z.boolean().default(false),
  metadata: Metadata.default({}),
};

export const DebtorBody = z.strictObject(fields).transform(compact).meta({ id: 'Debtor' });

/** A debtor as given to the API, defaults filled in. */
export type DebtorInput = z.output<typeof DebtorBody>;

export const EmbeddedDebtor = z.strictObject({ id: Id, ...fields }).meta({ id: 'EmbeddedDebtor' });

/** Each field replaces the whole field; null takes it away. */
export const DebtorPatch = z
  .strictObject({
    kind: fields.kind.optional(),
    name: fields.name.optional(),
    legalForm: text(60).nullable().optional(),
    registrations: z.array(Registration).max(10).optional(),
    country: Country.optional(),
    language: Language.optional(),
    contacts: fields.contacts.optional(),
    address: Address.optional(),
    billingAddress: Address.nullable().optional(),
    preferredChannel: z.enum(['email', 'call', 'letter']).nullable().optional(),
    local: z.boolean().optional(),
    terms: Terms.nullable().optional(),
    doNotContact: z.boolean().optional(),
    metadata: Metadata.optional(),
  })
  .meta({ id: 'DebtorPatch' });
export type DebtorPatch = z.output<typeof DebtorPatch>;

export const DebtorView = z
  .object({
    id: Id,
    ...fields,
    contacts: z.array(z.object({ id: optional(Id), ...contact })),
    version: z.int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'DebtorView' });
export type DebtorView = z.output<typeof DebtorView>;

export const DebtorPage = page(DebtorView);
