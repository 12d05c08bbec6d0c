import { z } from 'zod';
import { CaseStatus, Outcome } from './caseBrief.ts';
import { Balance, CivilDay, Id, Instant, Metadata, page } from './values.ts';

export const WarningView = z.object({ code: z.string(), detail: z.string() }).meta({ id: 'Warning' });

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
    serviceReference: z.string().nullable(),
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
