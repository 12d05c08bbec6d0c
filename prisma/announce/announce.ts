import { Refusal } from '../../domain/refusal.ts';
import { sameContent } from '../content.ts';
import type { Invoice } from '../generated/client.ts';
import { readCreditor } from '../profiles.ts';
import { project } from '../projection.ts';
import { caseTx, type Actor, type Store } from '../store.ts';
import type { Announcement, Warning } from './announcement.ts';
import { debtorOf } from './debtorOf.ts';
import { expireLate, skipFromTheStart } from './leaveOut.ts';
import { writeInline } from './inline.ts';
import { planFor } from './planFor.ts';
import { writeInvoice, writeSteps } from './rows.ts';
import { warningsOf } from './warnings.ts';

export type Announced = { readonly created: boolean; readonly warnings: readonly Warning[] };

/**
 * Writes an invoice with its timetable in one transaction; idempotent by its id.
 * @throws Refusal INVOICE_CONFLICT (other content under the same id), VALIDATION (unknown debtor, strategy or step)
 */
export const announce = async (
  store: Store,
  creditorId: string,
  announcement: Announcement,
  actor: Actor,
): Promise<Announced> => {
  const at = await store.now();
  return store.db.$transaction(async (db) => {
    // Two announcements of one id at once: the second waits here and then finds the first.
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${creditorId}/${announcement.id}`}, 0))`;
    const known = await db.invoice.findUnique({ where: { creditorId_id: { creditorId, id: announcement.id } } });
    if (known) return repeat(known, announcement);
    const creditor = await db.creditor.findUnique({ where: { id: creditorId } });
    if (!creditor) throw new Refusal('NOT_FOUND', `expected a creditor, got the id ${creditorId}, which doesn't exist`);
    const { debtorId, profile, warnings } = await debtorOf(db, creditorId, announcement, at);
    const plan = planFor(store, readCreditor(creditor), debtorId, profile, announcement, at);
    const invoice = await writeInvoice(db, creditorId, debtorId, announcement, plan, at);
    const tx = caseTx(db, invoice, actor, at);
    await writeSteps(tx);
    await tx.note('announced', {
      amountMinor: announcement.amount.minor,
      dueOn: announcement.dueOn,
      strategy: plan.strategyKey,
    });
    await skipFromTheStart(tx, announcement.startAt ?? null);
    await writeInline(tx, announcement);
    await expireLate(tx);
    await project(tx);
    return { created: true, warnings: [...warnings, ...warningsOf(announcement, plan)] };
  });
};

const repeat = (known: Invoice, announcement: Announcement): Announced => {
  if (sameContent(known.request, announcement)) return { created: false, warnings: [] };
  throw new Refusal(
    'INVOICE_CONFLICT',
    `expected the content first announced under ${known.id} on ${known.announcedOn}, got another; change an invoice by PATCH`,
  );
};
