import { z } from 'zod';
import { CaseStatus } from './caseBrief.ts';
import { compact } from './compact.ts';
import { CreditNoteBody } from './creditNote.ts';
import { EmbeddedDebtor } from './debtor.ts';
import { HoldBody } from './hold.ts';
import { InvoicePaymentBody } from './payment.ts';
import { CivilDay, Id, Metadata, Money, Paging, optional, text } from './values.ts';

const Line = z
  .strictObject({ description: text(500), quantity: optional(text(40)), amount: optional(Money) })
  .meta({ id: 'InvoiceLine' });

const PriorReminder = z
  .strictObject({
    on: CivilDay,
    channel: z.enum(['email', 'call', 'letter', 'registered-letter', 'visit']),
    level: z.int().min(0).max(4),
  })
  .meta({ id: 'PriorReminder', description: 'A reminder sent before Huitaine knew the invoice.' });

const StepKey = z.string().regex(/^[a-z0-9:-]{1,64}$/, { error: 'expected a key of a step of the strategy' });

const Announced = z.strictObject({
  id: Id,
  number: optional(text(64)).meta({ description: 'As printed; the id when missing.' }),
  issuedOn: CivilDay,
  postedOn: optional(CivilDay).meta({ description: 'issuedOn when missing.' }),
  dueOn: CivilDay,
  amount: Money,
  subject: optional(text(500)),
  lines: z.array(Line).max(500).default([]),
  deliveredOn: optional(CivilDay),
  orderReference: optional(text(120)),
  serviceReference: optional(text(120)).meta({ description: 'A public buyer: who authorises the payment.' }),
  collection: z.enum(['transfer', 'direct-debit']).default('transfer'),
  strategy: optional(Id).meta({ description: "The creditor's default strategy when missing." }),
  payments: z.array(InvoicePaymentBody).max(100).default([]),
  creditNotes: z.array(CreditNoteBody).max(100).default([]),
  priorReminders: z.array(PriorReminder).max(100).default([]),
  startAt: optional(StepKey).meta({
    description: 'The step with which to begin; the earlier ones are skipped and say so.',
  }),
  hold: optional(HoldBody),
  debtor: optional(EmbeddedDebtor),
  debtorId: optional(Id),
  metadata: Metadata.default({}),
});

type Told = z.output<typeof Announced>;

/** What the reference page offers to try. */
export const INVOICE_EXAMPLE = {
  id: 'F-2026-0042',
  number: '2026/0042',
  issuedOn: '2026-11-02',
  dueOn: '2026-12-02',
  amount: { minor: 120_050, currency: 'EUR' },
  subject: 'Maintenance, octobre',
  debtor: {
    id: 'dupont',
    kind: 'business',
    name: 'Dupont SA',
    country: 'FR',
    language: 'fr',
    contacts: [{ name: 'Mme Martin', role: 'accounting', email: 'martin@example.com', phone: '+33145678901' }],
    address: { lines: ['2 rue Haute'], postalCode: '69001', city: 'Lyon', country: 'FR' },
  },
};

/** POST /v1/invoices; its output is what prisma/announce.ts writes. */
export const InvoiceBody = Announced.superRefine((told, context) => {
  for (const { field, detail, code } of faults(told))
    context.addIssue({ code: 'custom', path: [field], message: detail, params: { code } });
})
  .transform(compact)
  .meta({ id: 'Invoice' });

type Fault = { readonly field: keyof Told; readonly code: string; readonly detail: string };

const faults = (told: Told): readonly Fault[] => {
  const found: Fault[] = [];
  const add = (field: keyof Told, code: string, detail: string): number => found.push({ field, code, detail });
  if (told.subject == null && told.lines.length === 0)
    add('subject', 'REQUIRED', 'expected a subject or at least one line, got neither');
  if (told.dueOn < told.issuedOn)
    add('dueOn', 'BEFORE_ISSUE', `expected a day from issuedOn (${told.issuedOn}) on, got ${told.dueOn}`);
  if (told.postedOn != null && told.postedOn < told.issuedOn)
    add('postedOn', 'BEFORE_ISSUE', `expected a day from issuedOn (${told.issuedOn}) on, got ${told.postedOn}`);
  if (told.debtor == null && told.debtorId == null)
    add('debtor', 'REQUIRED', 'expected a debtor or a debtorId, got neither');
  if (told.debtor != null && told.debtorId != null && told.debtor.id !== told.debtorId)
    add('debtorId', 'CONFLICT', `expected one debtor, got ${told.debtor.id} and ${told.debtorId}`);
  return [
    ...found,
    ...otherCurrencies(told),
    ...twice('payments', told.payments),
    ...twice('creditNotes', told.creditNotes),
  ];
};

const otherCurrencies = (told: Told): readonly Fault[] =>
  (['payments', 'creditNotes'] as const).flatMap((field) =>
    told[field]
      .filter(({ amount }) => amount.currency !== told.amount.currency)
      .map(({ amount }) => ({
        field,
        code: 'CURRENCY_MISMATCH',
        detail: `expected ${told.amount.currency}, got ${amount.currency}`,
      })),
  );

const twice = (
  field: keyof Told,
  entries: readonly { readonly id: string; readonly source?: string }[],
): readonly Fault[] => {
  const names = entries.map(({ id, source }) => `${source ?? ''}/${id}`);
  return new Set(names).size === names.length
    ? []
    : [{ field, code: 'TWICE', detail: 'expected each id once, got one of them twice' }];
};

/** Everything before the first reminder; afterwards dueOn (later only, with a reason), lines, subject, metadata. */
export const InvoicePatchBody = z
  .strictObject({
    number: text(64).optional(),
    issuedOn: CivilDay.optional(),
    postedOn: CivilDay.optional(),
    dueOn: CivilDay.optional(),
    amount: Money.optional(),
    subject: text(500).optional(),
    lines: z.array(Line).max(500).optional(),
    deliveredOn: CivilDay.optional(),
    orderReference: text(120).optional(),
    serviceReference: text(120).optional(),
    metadata: Metadata.optional(),
    reason: text(500).optional(),
  })
  .refine((patch) => Object.keys(patch).some((name) => name !== 'reason'), {
    error: 'expected at least one field to change, got none',
  })
  .meta({ id: 'InvoicePatch' });

export const CancellationBody = z.strictObject({ reason: text(500) }).meta({ id: 'Cancellation' });

export const InvoiceFilters = z.strictObject({
  status: CaseStatus.optional(),
  debtorId: Id.optional(),
  number: text(64).optional(),
  updatedSince: z.iso.datetime({ offset: true }).optional(),
  ...Paging,
});
