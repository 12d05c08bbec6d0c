import { z } from 'zod';
import { CaseStatus, Outcome } from './caseBrief.ts';
import { compact } from './compact.ts';
import { CreditNoteBody } from './creditNote.ts';
import { EmbeddedDebtor } from './debtor.ts';
import { HoldBody } from './hold.ts';
import { InvoicePaymentBody } from './payment.ts';
import { Balance, CivilDay, Id, Instant, Metadata, Money, Paging, optional, page, text } from './values.ts';

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

/** An invoice as announced, defaults filled in. */
export type Announcement = z.output<typeof InvoiceBody>;

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
    metadata: Metadata.optional(),
    reason: text(500).optional(),
  })
  .refine((patch) => Object.keys(patch).some((name) => name !== 'reason'), {
    error: 'expected at least one field to change, got none',
  })
  .meta({ id: 'InvoicePatch' });
export type InvoicePatch = z.output<typeof InvoicePatchBody>;

export const CancellationBody = z.strictObject({ reason: text(500) }).meta({ id: 'Cancellation' });
export type Cancellation = z.output<typeof CancellationBody>;

export const InvoiceFilters = z.strictObject({
  status: CaseStatus.optional(),
  debtorId: Id.optional(),
  number: text(64).optional(),
  updatedSince: z.iso.datetime({ offset: true }).optional(),
  ...Paging,
});

export const WarningView = z.object({ code: z.string(), detail: z.string() }).meta({ id: 'Warning' });
export type Warning = z.output<typeof WarningView>;

const StepRow = z
  .object({
    key: z.string(),
    id: z.string(),
    action: z.string(),
    level: z.int(),
    approval: z.string(),
    plannedOn: CivilDay,
    on: CivilDay.nullable(),
    at: Instant.nullable(),
    provisional: z.boolean(),
    status: z.enum([
      'planned',
      'due',
      'awaiting-approval',
      'task-open',
      'waiting-legal',
      'done',
      'merged',
      'skipped',
      'expired',
      'unclear',
      'failed',
    ]),
    reason: z.string().nullable(),
    channel: z.string().nullable(),
    messageId: z.string().nullable(),
    documentId: z.string().nullable(),
  })
  .meta({ id: 'TimetableRow' });

const CaseView = z
  .object({
    status: CaseStatus,
    outcome: Outcome.nullable(),
    hold: z.string().nullable().meta({ description: 'The strongest open hold.' }),
    holds: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        until: CivilDay.nullable(),
        thenDo: z.string(),
        openedOn: CivilDay,
        by: z.string(),
        note: z.string().nullable(),
      }),
    ),
    why: z.string(),
    next: z.string(),
    change: z.string().meta({ description: 'What would change it.' }),
    nextStep: z.string().nullable(),
    closedOn: CivilDay.nullable(),
    strategy: z.string(),
    strategyVersion: z.int(),
    claimableFrom: CivilDay.nullable(),
    links: z.object({ temporal: z.string().nullable(), desk: z.string().nullable() }),
    timetable: z.array(StepRow),
  })
  .meta({ id: 'Case' });

export const InvoiceAnswer = z
  .object({
    id: Id,
    number: z.string(),
    issuedOn: CivilDay,
    postedOn: CivilDay,
    dueOn: CivilDay,
    amount: Balance,
    subject: z.string().nullable(),
    lines: z.array(z.object({ description: z.string() })),
    deliveredOn: CivilDay.nullable(),
    orderReference: z.string().nullable(),
    collection: z.enum(['transfer', 'direct-debit']),
    debtorId: Id,
    debtor: z.looseObject({ id: Id }),
    strategy: z.string(),
    announcedOn: CivilDay,
    metadata: Metadata,
    balance: Balance,
    warnings: z.array(WarningView),
    payment: z.object({ iban: z.string().nullable(), bic: z.string().nullable(), reference: z.string() }),
    case: CaseView,
  })
  .meta({ id: 'InvoiceView' });

export const InvoicePage = page(
  z
    .object({
      id: Id,
      number: z.string(),
      debtorId: Id,
      dueOn: CivilDay,
      amount: Balance,
      case: z.object({
        status: CaseStatus,
        outcome: Outcome.nullable(),
        nextStep: z.string().nullable(),
        nextAt: Instant.nullable(),
      }),
    })
    .meta({ id: 'InvoiceSummary' }),
);

export const TimelineView = page(
  z
    .object({
      on: CivilDay,
      at: Instant,
      type: z.string(),
      actor: z.string(),
      stepKey: z.string().nullable(),
      data: z.unknown(),
    })
    .meta({ id: 'TimelineEntry' }),
);

export const ExplanationView = z
  .object({ why: z.string(), next: z.string(), change: z.string() })
  .meta({ id: 'Explanation' });
