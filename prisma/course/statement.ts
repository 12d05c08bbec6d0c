import { nextBusinessDay } from '../../domain/calendar.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { isSettled } from '../../domain/facts.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import { factOf, timetable } from '../../domain/timetable.ts';
import type { Invoice } from '../generated/client.ts';
import { project } from '../projection.ts';
import { settleStep, stepWhere } from '../steps.ts';
import { caseTx, SYSTEM, type CaseTx } from '../store.ts';
import { withdrawStep } from '../withdraw.ts';
import { openInvoiceRows } from './openInvoices.ts';
import type { Work } from './work.ts';
import { reminderKey } from './reminderKey.ts';

/** The activity is tried again: nothing was changed. */
export class StatementOnItsWay extends Error {}

/** At most one statement per debtor in so many days. */
const STATEMENT_EVERY_DAYS = 10;

/** The debtor had a statement lately, or one waits to be posted: this case's step needs none of its own. */
export const mergedBefore = async (tx: CaseTx, { step, today }: Work): Promise<boolean> => {
  // Whoever makes the statement locks the other cases' rows: to wait for him with one's own row locked would be a deadlock.
  const [mine] = await tx.db.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`statement/${tx.ref.creditorId}/${tx.invoice.debtorId}`}, 0)) AS "got"`;
  if (!mine?.got)
    throw new StatementOnItsWay(`expected another case of ${tx.invoice.debtorId} to finish first; tried again`);
  const recent = await tx.db.reminder.findFirst({
    where: {
      creditorId: tx.ref.creditorId,
      stepKey: step.key,
      status: { in: ['sent', 'reserved'] },
      on: { gt: addDays(today, -STATEMENT_EVERY_DAYS) },
      invoice: { debtorId: tx.invoice.debtorId },
    },
  });
  if (!recent) return waitsForPosting(tx, step, today);
  // Another case's statement, with this invoice in it, is on its way: asked again when it has left.
  if (recent.status === 'reserved')
    throw new StatementOnItsWay(`expected the statement of ${recent.invoiceId} to leave first; tried again`);
  await settleStep(tx, step.key, {
    status: 'skipped',
    reason: `a statement went out on ${recent.on}; at most one in ${STATEMENT_EVERY_DAYS} days`,
  });
  return true;
};

/** Another case's letter with this invoice in it waits to be posted: asked again the next morning, unless the posting merges it. */
const waitsForPosting = async (tx: CaseTx, { key }: PlannedStep, today: Day): Promise<boolean> => {
  const letter = await tx.db.document.findFirst({
    where: {
      creditorId: tx.ref.creditorId,
      debtorId: tx.invoice.debtorId,
      invoiceId: { not: tx.ref.invoiceId },
      stepKey: key,
      postedOn: null,
      voidedOn: null,
      madeOn: { gt: addDays(today, -STATEMENT_EVERY_DAYS) },
    },
    select: { invoiceId: true },
  });
  if (!letter) return false;
  const reason = `in the letter of ${letter.invoiceId}, which waits to be posted`;
  await tx.db.step.update({
    where: stepWhere(tx, key),
    data: { status: 'planned', notBefore: nextBusinessDay(tx.plan.creditorCalendar, today), reason },
  });
  return true;
};

/** What the other cases refer to. */
export type Sent = { readonly channel: 'email' | 'letter'; readonly messageId?: string; readonly documentId?: string };

/** One message for all the debtor's open invoices: the other cases record it as their own step, under their own key. */
export const mergeStatement = async (tx: CaseTx, step: PlannedStep, sent: Sent, today: Day): Promise<void> => {
  const rows = await openInvoiceRows(tx);
  for (const row of rows) if (row.id !== tx.ref.invoiceId) await mergeOne(tx, row, step, sent, today);
};

const mergeOne = async (
  tx: CaseTx,
  row: Invoice,
  { key, level, scope }: PlannedStep,
  sent: Sent,
  today: Day,
): Promise<void> => {
  await tx.db.$queryRaw`SELECT 1 FROM "Invoice" WHERE "creditorId" = ${row.creditorId} AND "id" = ${row.id} FOR UPDATE`;
  // Not the other case's own doing: the reconciler or the next act tells its workflow.
  const other = caseTx(tx.db, row, SYSTEM, tx.now);
  const step = other.plan.steps.find((candidate) => candidate.key === key && candidate.scope === scope);
  if (!step) return;
  const facts = await other.facts();
  const fallsDue = timetable(other.plan, facts, tx.now).find((dated) => dated.key === key);
  // A statement further away than the shortest distance between two keeps its own day.
  const near = fallsDue !== undefined && fallsDue.on !== null && fallsDue.on <= addDays(today, STATEMENT_EVERY_DAYS);
  if (isSettled(factOf(facts, key)) || facts.closed || !near) return;
  const reason = `in one message with ${tx.ref.invoiceId}`;
  // What a person was asked about this step has lost its object.
  if (facts.waits.some(({ stepKey }) => stepKey === key)) await withdrawStep(other, key, reason, 'planned');
  const reserved = await reminderKey(other, key);
  await other.db.reminder.create({
    data: {
      ...reserved,
      ...other.ref,
      stepKey: key,
      ...sent,
      level,
      on: today,
      status: 'merged',
      balanceMinor: BigInt(facts.balanceMinor),
      reservedAt: new Date(tx.now),
      settledAt: new Date(tx.now),
    },
  });
  await settleStep(other, key, {
    status: 'merged',
    on: today,
    contact: true,
    ...sent,
    reason,
  });
  await project(other);
};
