import { z } from 'zod';
import { compact } from './compact.ts';
import { Address, CivilDay, Email, Id, Money, Paging, Phone, optional, page, text } from './values.ts';

export const ReasonBody = z.strictObject({ reason: text(500) }).meta({ id: 'Reason' });

export const ApprovalBody = z
  .strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected the SHA-256 of the draft in 64 hexadecimal digits' }),
    personalLine: optional(z.union([z.strictObject({ confirmed: z.literal(true) }), z.strictObject({ text: text(500) })])),
    edit: optional(
      z
        .strictObject({ subject: text(200).optional(), markdown: text(20_000).optional() })
        .refine((edit) => Object.keys(edit).length > 0, { error: 'expected a subject or a markdown text, got neither' }),
    ),
  })
  .transform(compact)
  .meta({ id: 'Approval' });
export type ApprovalInput = z.output<typeof ApprovalBody>;

export const CALL_OUTCOMES = [
  'promise',
  'cheque-posted',
  'paid-already',
  'dispute',
  'not-satisfied',
  'invoice-not-received',
  'forwarded',
  'arrangement-wanted',
  'refused',
  'wrong-person',
  'new-contact',
  'not-debtor',
  'insolvency',
  'debt-relief',
  'deceased',
  'third-party',
  'voicemail',
  'no-answer',
  'busy',
  'satisfied',
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

const NewContact = z.strictObject({
  name: text(120),
  role: optional(z.enum(['accounting', 'management', 'buyer', 'legal'])),
  email: optional(Email),
  phone: optional(Phone),
});

const answers = {
  contactId: optional(Id),
  spokeTo: optional(text(120)),
  notes: optional(text(10_000)),
  summary: optional(text(5000)).meta({ description: 'What was agreed, in words meant for the debtor.' }),
  countsAsStep: optional(z.string().regex(/^[a-z0-9:-]{1,64}$/)).meta({ description: 'The step that this talk did early.' }),
  reason: optional(text(1000)),
  on: optional(CivilDay),
  amount: optional(Money),
  means: optional(z.enum(['transfer', 'direct-debit', 'card', 'cheque', 'cash', 'other'])),
  trackingNumber: optional(text(60)),
  address: optional(z.union([Email, Address])),
  contact: optional(NewContact),
  proposal: optional(text(2000)),
};

type Answers = { readonly [K in keyof typeof answers]?: z.output<(typeof answers)[K]> };

/** What the outcome of a talk needs (design of the strategies, "Call and visit outcomes"). */
const NEEDS: Partial<Record<CallOutcome, readonly (keyof Answers)[]>> = {
  promise: ['on', 'amount', 'means'],
  'cheque-posted': ['on'],
  'paid-already': ['on', 'means'],
  dispute: ['reason', 'amount'],
  'not-satisfied': ['reason'],
  'invoice-not-received': ['address'],
  forwarded: ['contact'],
  'arrangement-wanted': ['proposal'],
  refused: ['reason'],
  'wrong-person': ['contact'],
  'new-contact': ['contact'],
  insolvency: ['on', 'spokeTo'],
  'debt-relief': ['on', 'spokeTo'],
  deceased: ['on', 'spokeTo'],
};

const missing = (outcome: CallOutcome | null | undefined, given: Answers, context: z.RefinementCtx): void => {
  if (outcome == null) return;
  for (const field of NEEDS[outcome] ?? [])
    if (given[field] == null) context.addIssue({ code: 'custom', path: [field], message: `expected ${field} with the outcome ${outcome}, got nothing`, params: { code: 'REQUIRED' } });
};

export const CallBody = z
  .strictObject({ outcome: z.enum(CALL_OUTCOMES), channel: z.enum(['call', 'visit']).default('call'), ...answers })
  .superRefine((call, context) => missing(call.outcome, call, context))
  .transform(compact)
  .meta({ id: 'Call' });
export type CallInput = z.output<typeof CallBody>;

/** What the task's kind needs: call and visit the answers of a talk, post-letter the day, decide the decision. */
export const CompletionBody = z
  .strictObject({
    outcome: optional(z.enum(CALL_OUTCOMES)),
    ...answers,
    decision: optional(text(60)),
    email: optional(Email),
    note: optional(text(2000)),
    sha256: optional(z.string().regex(/^[0-9a-f]{64}$/)),
  })
  .superRefine((done, context) => missing(done.outcome, done, context))
  .transform(compact)
  .meta({ id: 'Completion' });
export type CompletionInput = z.output<typeof CompletionBody>;

export const AssignmentBody = z.strictObject({ owner: text(120), deputy: optional(text(120)) }).transform(compact).meta({ id: 'Assignment' });
export type AssignmentInput = z.output<typeof AssignmentBody>;

export const SnoozeBody = z.strictObject({ until: CivilDay, reason: optional(text(500)) }).transform(compact).meta({ id: 'Snooze' });
export type SnoozeInput = z.output<typeof SnoozeBody>;

export const LetterEventBody = z
  .strictObject({
    kind: z.enum(['posted', 'presented', 'delivered', 'refused', 'unclaimed', 'unknown-address']),
    on: CivilDay,
    trackingNumber: optional(text(60)),
  })
  .transform(compact)
  .meta({ id: 'LetterEvent' });
export type LetterEventInput = z.output<typeof LetterEventBody>;

export const TaskFilters = z.strictObject({
  kind: text(40).optional(),
  status: z.enum(['open', 'done', 'expired', 'withdrawn']).optional(),
  invoiceId: Id.optional(),
  ...Paging,
});
export type TaskFilters = z.output<typeof TaskFilters>;

export const TaskAnswer = z
  .looseObject({ id: z.string(), kind: z.string(), title: z.string(), status: z.enum(['open', 'done', 'expired', 'withdrawn']), invoiceId: Id.nullable() })
  .meta({ id: 'Task' });
export const TaskPage = page(TaskAnswer);
