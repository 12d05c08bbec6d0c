import { z } from 'zod';
import { UnofficialRates } from './statement.ts';
import { CivilDay, Id, Instant, Paging, page } from './values.ts';

export const Key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'expected the id of a document or message' });

export const DocumentView = z
  .object({
    id: z.string(),
    kind: z.string(),
    number: z.string().nullable(),
    invoiceId: Id.nullable(),
    debtorId: Id,
    stepKey: z.string().nullable(),
    filename: z.string(),
    mediaType: z.string(),
    sha256: z.string(),
    madeOn: CivilDay,
    plannedPosting: CivilDay.nullable(),
    printedDate: CivilDay.nullable(),
    postedOn: CivilDay.nullable(),
    trackingNumber: z.string().nullable(),
    voidedOn: CivilDay.nullable(),
    voidedWhy: z.string().nullable(),
    unofficialRates: UnofficialRates,
    events: z.array(
      z.object({ kind: z.string(), on: CivilDay, trackingNumber: z.string().nullable(), by: z.string() }),
    ),
    links: z.object({ content: z.string() }),
  })
  .meta({ id: 'Document' });
export const DocumentPage = page(DocumentView);

export const MessageFilters = z.strictObject({
  invoiceId: Id.optional(),
  status: z.string().max(20).optional(),
  ...Paging,
});

const summary = {
  id: z.string(),
  kind: z.string(),
  invoiceId: Id.nullable(),
  debtorId: Id,
  stepKey: z.string().nullable(),
  subject: z.string(),
  recipients: z.unknown(),
  sha256: z.string(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  delivery: z.object({ mode: z.string().nullable(), status: z.string() }),
};

export const MessageSummary = z.object(summary).meta({ id: 'MessageSummary' });
export const MessageView = z
  .object({
    ...summary,
    template: z.string(),
    language: z.string(),
    from: z.string(),
    replyTo: z.string().nullable(),
    text: z.string(),
    html: z.string(),
    attachments: z.array(
      z.object({
        filename: z.string(),
        mediaType: z.string(),
        /** Shown inside the HTML under this name. */
        cid: z.string().nullable(),
        size: z.int(),
        sha256: z.string(),
      }),
    ),
    /** The whole message as it leaves (RFC 5322); null for one stored before it was kept, or not written yet. */
    mime: z.object({ size: z.int(), sha256: z.string(), href: z.string() }).nullable(),
    unofficialRates: UnofficialRates,
    failure: z.string().nullable(),
  })
  .meta({ id: 'Message' });
export const MessagePage = page(MessageSummary);
