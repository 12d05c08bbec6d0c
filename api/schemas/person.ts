import { z } from 'zod';
import {
  AccessoriesBody,
  AllocateBody,
  ApproveBody,
  DecideBody,
  FixAddressBody,
  LegalFileBody,
  PostLetterBody,
  RateBody,
  RefundBody,
  StopDeliveriesBody,
} from '../../prisma/people/completionBodies.ts';
import { TASK_KINDS } from '../../prisma/tasks.ts';
import { TalkBody } from '../../prisma/people/talkBody.ts';
import { compact } from './compact.ts';
import { InvoiceAnswer } from './invoiceView.ts';
import { UnofficialRates } from './statement.ts';
import { CivilDay, Id, Paging, optional, page, text } from './values.ts';

export const ReasonBody = z.strictObject({ reason: text(500) }).meta({ id: 'Reason' });

export const ApprovalBody = z
  .strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected the SHA-256 of the draft in 64 hexadecimal digits' }),
    personalLine: optional(
      z.union([z.strictObject({ confirmed: z.literal(true) }), z.strictObject({ text: text(500) })]),
    ),
    edit: optional(
      z
        .strictObject({ subject: text(200).optional(), markdown: text(20_000).optional() })
        .refine((edit) => Object.keys(edit).length > 0, {
          error: 'expected a subject or a markdown text, got neither',
        }),
    ),
  })
  .transform(compact)
  .meta({ id: 'Approval' });

export const CallBody = TalkBody.meta({
  id: 'Call',
  description: 'What a talk brought; which fields it needs depends on its outcome.',
});

/** Completing takes what the task's kind needs; prisma/people reads it by that kind. */
export const CompletionBody = z.record(z.string(), z.unknown());

export const CompletionShown = z
  .union([
    CallBody,
    ApproveBody,
    PostLetterBody,
    FixAddressBody,
    DecideBody,
    AccessoriesBody,
    StopDeliveriesBody,
    LegalFileBody,
    AllocateBody,
    RefundBody,
    RateBody,
  ])
  .meta({
    id: 'Completion',
    description:
      "By the task's kind: call and visit, approve, post-letter, fix-address, decide, accessories, stop-deliveries, legal-file, allocate-payment, refund, rate-missing.",
  });

export const AssignmentBody = z
  .strictObject({ owner: text(120), deputy: optional(text(120)) })
  .transform(compact)
  .meta({ id: 'Assignment' });

export const SnoozeBody = z
  .strictObject({ until: CivilDay, reason: optional(text(500)) })
  .transform(compact)
  .meta({ id: 'Snooze' });

export const LetterEventBody = z
  .strictObject({
    kind: z.enum(['posted', 'presented', 'delivered', 'refused', 'unclaimed', 'unknown-address']),
    on: CivilDay,
    trackingNumber: optional(text(60)),
  })
  .transform(compact)
  .meta({ id: 'LetterEvent' });

export const TaskFilters = z.strictObject({
  kind: z.enum(TASK_KINDS).optional(),
  status: z.enum(['open', 'done', 'expired', 'withdrawn']).optional(),
  invoiceId: Id.optional(),
  ...Paging,
});
export type TaskFilters = z.output<typeof TaskFilters>;

export const TaskAnswer = z
  .looseObject({
    id: z.string(),
    kind: z.enum(TASK_KINDS),
    title: z.string(),
    status: z.enum(['open', 'done', 'expired', 'withdrawn']),
    invoiceId: Id.nullable(),
    stepKey: z.string().nullable(),
    details: z.unknown(),
    role: z.string(),
    owner: z.string().nullable(),
    deputy: z.string().nullable(),
    openedOn: CivilDay,
    deadlineOn: CivilDay.nullable(),
    snoozedUntil: CivilDay.nullable(),
    blocking: z.boolean(),
  })
  .meta({ id: 'Task' });
export const TaskPage = page(TaskAnswer);

/** What a step would send, to be read before it is approved. */
export const StepAnswer = z
  .object({
    step: z.looseObject({ key: z.string(), status: z.string(), purpose: z.string() }),
    draft: z
      .looseObject({
        id: z.string(),
        subject: z.string(),
        text: z.string(),
        html: z.string(),
        sha256: z.string(),
        status: z.string(),
        unofficialRates: UnofficialRates,
      })
      .nullable(),
    previousDraft: z
      .looseObject({})
      .nullable()
      .meta({ description: 'What changed since the draft that was withdrawn.' }),
    task: z.looseObject({ id: z.string(), kind: z.string(), status: z.string() }).nullable(),
  })
  .meta({ id: 'StepView' });

/** A task's completion: the case it moved, when it belongs to one. */
export const CompletionAnswer = z
  .object({ task: TaskAnswer, invoice: InvoiceAnswer.nullable() })
  .meta({ id: 'CompletionView' });
