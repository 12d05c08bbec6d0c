import { addDays, type Day } from '../../domain/day.ts';
import { isSettled } from '../../domain/facts.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import { factOf, timetable } from '../../domain/timetable.ts';
import type { Invoice } from '../generated/client.ts';
import { project } from '../projection.ts';
import { settleStep } from '../steps.ts';
import { caseTx, type CaseTx } from '../store.ts';
import { openInvoiceRows } from './openInvoices.ts';
import type { Work } from './perform.ts';
import { reminderKey } from './reservation.ts';

/** At most one statement per debtor in so many days. */
const STATEMENT_EVERY_DAYS = 10;

/** The debtor had a statement lately: this case's step needs none of its own. */
export const mergedBefore = async (tx: CaseTx, { step, today }: Work): Promise<boolean> => {
  const recent = await tx.db.reminder.findFirst({
    where: {
      creditorId: tx.ref.creditorId,
      stepKey: step.key,
      status: 'sent',
      on: { gt: addDays(today, -STATEMENT_EVERY_DAYS) },
      invoice: { debtorId: tx.invoice.debtorId },
    },
  });
  if (!recent) return false;
  await settleStep(tx, step.key, { status: 'skipped', reason: `a statement went out on ${recent.on}; at most one in ${STATEMENT_EVERY_DAYS} days` });
  return true;
};

/** One message for all the debtor's open invoices: the other cases record it as their own step, under their own key. */
export const mergeStatement = async (tx: CaseTx, step: PlannedStep, messageId: string, today: Day): Promise<void> => {
  const rows = await openInvoiceRows(tx);
  for (const row of rows) if (row.id !== tx.ref.invoiceId) await mergeOne(tx, row, step, messageId, today);
};

const mergeOne = async (tx: CaseTx, row: Invoice, { key, level, scope }: PlannedStep, messageId: string, today: Day): Promise<void> => {
  await tx.db.$queryRaw`SELECT 1 FROM "Invoice" WHERE "creditorId" = ${row.creditorId} AND "id" = ${row.id} FOR UPDATE`;
  const other = caseTx(tx.db, row, tx.actor, tx.now);
  const step = other.plan.steps.find((candidate) => candidate.key === key && candidate.scope === scope);
  if (!step) return;
  const facts = await other.facts();
  const fallsDue = timetable(other.plan, facts, tx.now).find((dated) => dated.key === key);
  // A statement further away than the shortest distance between two keeps its own day.
  const near = fallsDue !== undefined && fallsDue.on !== null && fallsDue.on <= addDays(today, STATEMENT_EVERY_DAYS);
  if (isSettled(factOf(facts, key)) || facts.closed || !near) return;
  const reserved = await reminderKey(other, key);
  await other.db.reminder.create({
    data: { ...reserved, ...other.ref, stepKey: key, channel: 'email', level, on: today, status: 'merged', balanceMinor: BigInt(facts.balanceMinor), messageId, reservedAt: new Date(tx.now), settledAt: new Date(tx.now) },
  });
  await settleStep(other, key, { status: 'merged', on: today, contact: true, channel: 'email', messageId, reason: `in one message with ${tx.ref.invoiceId}` });
  await project(other);
};
