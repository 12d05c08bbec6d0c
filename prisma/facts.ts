import { day } from '../domain/day.ts';
import type { CaseFacts, HoldFact, Outcome, PriorReminder, StepFact, WaitFact } from '../domain/facts.ts';
import { balanceOf, type Ledger } from '../domain/settlement.ts';
import { PRESENTED } from './claim.ts';
import type { Invoice, Prisma } from './generated/client.ts';

type Key = Pick<Invoice, 'creditorId' | 'id'>;

/** Whole minor units. What we gave back (a refund) was too much before: it brings the balance back to nothing, never above. */
type Sums = {
  readonly amount: number;
  readonly paid: number;
  readonly credited: number;
  readonly back: number;
  readonly tolerance: number;
};

/** The ledger of one invoice, summed from payments, reversals and credit notes. */
export const readLedger = async (db: Prisma.TransactionClient, { creditorId, id }: Key): Promise<Ledger> => {
  const [sums] = await db.$queryRaw<{ sums: Sums }[]>`
    SELECT json_build_object(
      'amount', i."amountMinor", 'tolerance', (i."plan"->>'toleranceMinor')::bigint,
      'paid', (SELECT COALESCE(SUM(a."amountMinor"), 0) FROM "Allocation" a WHERE a."creditorId" = i."creditorId" AND a."invoiceId" = i."id"),
      'credited', (SELECT COALESCE(SUM(c."amountMinor"), 0) FROM "CreditNote" c WHERE c."creditorId" = i."creditorId" AND c."invoiceId" = i."id"),
      'back', (SELECT COALESCE(SUM((s->>'amountMinor')::bigint), 0)
               FROM "Allocation" a
               JOIN "Reversal" r ON r."creditorId" = a."creditorId" AND r."source" = a."source" AND r."paymentId" = a."paymentId",
                    jsonb_array_elements(r."shares") s
               WHERE a."creditorId" = i."creditorId" AND a."invoiceId" = i."id" AND s->>'invoiceId' = i."id")
    ) AS "sums"
    FROM "Invoice" i WHERE i."creditorId" = ${creditorId} AND i."id" = ${id}`;
  if (!sums) throw new RangeError(`expected an invoice of creditor ${creditorId}, got ${id}`);
  return ledgerOf(sums.sums);
};

const ledgerOf = ({ amount, paid, credited, back, tolerance }: Sums): Ledger => ({
  amountMinor: amount,
  paymentsMinor: paid,
  creditNotesMinor: credited,
  reversalsMinor: back,
  toleranceMinor: tolerance,
});

/** The rows of a case as the query below gathers them. */
type Gathered = {
  readonly invoice: Pick<
    Invoice,
    'factsVersion' | 'currency' | 'announcedOn' | 'postedOn' | 'dueOn' | 'outcome' | 'closedOn' | 'handedOverOn'
  > & { readonly reaction: CaseFacts['reaction']; readonly priorReminders: readonly PriorReminder[] };
  readonly steps: readonly StepFact[];
  readonly holds: readonly HoldFact[];
  readonly waits: readonly (Omit<WaitFact, 'deadlineAt'> & { readonly deadlineMs: number | null })[];
  readonly pending: readonly string[];
  readonly letters: readonly Readonly<Record<'printedDate' | 'presentedOn', string | null> & { postedOn: string }>[];
};

/** Everything the course of one case depends on, summed and read from its rows in two queries: it runs several times in each request. */
export const readFacts = async (db: Prisma.TransactionClient, { creditorId, id }: Key): Promise<CaseFacts> => {
  const [row] = await db.$queryRaw<{ gathered: Gathered }[]>`
    SELECT json_build_object(
      'invoice', json_build_object(
        'factsVersion', i."factsVersion", 'currency', i."currency", 'announcedOn', i."announcedOn", 'postedOn', i."postedOn",
        'dueOn', i."dueOn", 'outcome', i."outcome", 'closedOn', i."closedOn", 'handedOverOn', i."handedOverOn",
        'reaction', i."reaction", 'priorReminders', i."priorReminders"),
      'steps', (SELECT COALESCE(json_agg(json_build_object(
          'key', s."key", 'status', s."status", 'on', s."on", 'contact', s."contact", 'channel', s."channel",
          'decided', s."decided", 'attempts', s."attempts", 'viaChannel', s."viaChannel", 'notBefore', s."notBefore",
          'textOn', CASE WHEN s."contact" THEN COALESCE(
            (SELECT d."plannedPosting" FROM "Document" d WHERE d."id" = s."documentId"),
            (SELECT MAX(f."madeOn") FROM "Draft" f WHERE f."creditorId" = s."creditorId" AND f."invoiceId" = s."invoiceId" AND f."stepKey" = s."key" AND f."status" IN ('approved', 'sent'))) END) ORDER BY s."position"), '[]')
        FROM "Step" s WHERE s."creditorId" = i."creditorId" AND s."invoiceId" = i."id"),
      'holds', (SELECT COALESCE(json_agg(json_build_object('id', h."id", 'kind', h."kind", 'until', h."until", 'thenDo', h."thenDo") ORDER BY h."openedAt", h."id"), '[]')
        FROM "Hold" h WHERE h."creditorId" = i."creditorId" AND h."invoiceId" = i."id" AND h."endedOn" IS NULL),
      'waits', (SELECT COALESCE(json_agg(json_build_object(
          'taskId', t."id", 'kind', t."kind", 'stepKey', t."stepKey", 'title', t."title", 'deadlineOn', t."deadlineOn", 'onDeadline', t."onDeadline",
          'deadlineMs', (EXTRACT(EPOCH FROM t."deadlineAt") * 1000)::bigint) ORDER BY t."openedAt", t."id"), '[]')
        FROM "Task" t WHERE t."creditorId" = i."creditorId" AND t."invoiceId" = i."id" AND t."status" = 'open' AND t."blocking"),
      'pending', (SELECT COALESCE(json_agg(m."id" ORDER BY m."createdAt", m."id"), '[]')
        FROM "Message" m WHERE m."creditorId" = i."creditorId" AND m."invoiceId" = i."id" AND m."status" = 'pending' AND m."reminderKey" IS NULL),
      'letters', (SELECT COALESCE(json_agg(json_build_object('postedOn', d."postedOn", 'printedDate', d."printedDate", 'presentedOn',
          (SELECT MIN(e."on") FROM "LetterEvent" e WHERE e."documentId" = d."id" AND e."kind" = ANY(${PRESENTED}))) ORDER BY d."postedOn" DESC), '[]')
        FROM "Document" d WHERE d."creditorId" = i."creditorId" AND d."invoiceId" = i."id" AND d."postedOn" IS NOT NULL AND d."voidedOn" IS NULL)
    ) AS "gathered"
    FROM "Invoice" i WHERE i."creditorId" = ${creditorId} AND i."id" = ${id}`;
  if (!row) throw new RangeError(`expected an invoice of creditor ${creditorId}, got ${id}`);
  // After the version: facts that changed in between are told again under the next one.
  return factsOf(row.gathered, await readLedger(db, { creditorId, id }));
};

/** Nothing personal is in the facts, which travel to Temporal: titles name steps, ids name people, reasons stay in their rows. */
const factsOf = ({ invoice, steps, holds, waits, pending, letters }: Gathered, ledger: Ledger): CaseFacts => {
  const notice = letters.find(({ printedDate }) => printedDate !== null);
  return {
    version: invoice.factsVersion,
    balanceMinor: balanceOf(ledger),
    amountMinor: ledger.amountMinor,
    currency: invoice.currency,
    announcedOn: day(invoice.announcedOn),
    postedOn: day(invoice.postedOn),
    dueOn: day(invoice.dueOn),
    priorReminders: invoice.priorReminders,
    steps,
    holds,
    waits: waits.map(({ deadlineMs, ...wait }) => ({ ...wait, deadlineAt: deadlineMs })),
    reaction: invoice.reaction,
    notice: notice?.printedDate ? noticeFact(notice, notice.printedDate) : null,
    letterPostedOn: letters[0] ? day(letters[0].postedOn) : null,
    pendingMessages: pending,
    closed: invoice.closedOn === null ? null : { outcome: invoice.outcome as Outcome, on: day(invoice.closedOn) },
    handedOverOn: invoice.handedOverOn === null ? null : day(invoice.handedOverOn),
  };
};

const noticeFact = ({ postedOn, presentedOn }: Gathered['letters'][number], printed: string): CaseFacts['notice'] => ({
  postedOn: day(postedOn),
  periodEndsOn: day(printed),
  ...(presentedOn === null ? {} : { presentedOn: day(presentedOn) }),
});
