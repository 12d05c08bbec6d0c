import { z } from 'zod';
import { compact } from './compact.ts';
import {
  Address,
  Bic,
  CivilDay,
  Country,
  Email,
  Iban,
  Id,
  Instant,
  Language,
  Phone,
  Registration,
  TimeZone,
  optional,
  text,
} from './values.ts';

const fields = {
  name: text(200),
  legalForm: optional(text(60)),
  shareCapital: optional(text(60)),
  registryCity: optional(text(100)),
  registrations: z.array(Registration).max(10).default([]),
  vatNumber: optional(text(30)),
  country: Country,
  timeZone: TimeZone,
  language: Language,
  address: Address,
  iban: optional(Iban),
  bic: optional(Bic),
  email: Email,
  phone: optional(Phone),
  replyTo: optional(Email),
  signatory: optional(z.strictObject({ name: text(120), role: text(120) })),
  size: z.enum(['sme', 'large']).default('large'),
  tolerance: z
    .strictObject({ minor: z.int().min(0).max(100_000), currency: z.string().regex(/^[A-Z]{3}$/) })
    .default({ minor: 500, currency: 'EUR' }),
  accessories: optional(z.enum(['waive-if-paid-by', 'claim', 'never'])),
  imputation: z.enum(['principal-first', 'interest-first']).default('principal-first'),
  bankDays: z.int().min(0).max(10).default(2).meta({ description: 'Bank days to wait for money that is under way.' }),
  closingDays: z
    .array(CivilDay)
    .max(400)
    .default([])
    .meta({ description: "The house's own closing days, besides the country's." }),
  sendingHour: z.int().min(0).max(23).default(9),
  sending: z
    .enum(['off', 'test', 'on'])
    .default('off')
    .meta({ description: 'off = outbox, test = one address of ours, on = to the debtor.' }),
  defaultStrategy: Id.default('progressive'),
};

export const CreditorBody = z.strictObject(fields).transform(compact).meta({ id: 'Creditor' });

/** A creditor as given to the API, defaults filled in; kept whole in the row's profile. */
export type CreditorProfile = z.output<typeof CreditorBody>;

export const CreditorView = z
  .object({ id: Id, ...fields, version: z.int(), createdAt: Instant })
  .meta({ id: 'CreditorView' });
export type CreditorView = z.output<typeof CreditorView>;
