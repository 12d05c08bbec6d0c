import { day } from '../domain/day.ts';
import type { CaseFacts, HoldFact, Outcome, PriorReminder, StepFact, WaitFact } from '../domain/facts.ts';
import { balanceOf, type Ledger } from '../domain/settlement.ts';
import type { Plan } from '../domain/plan.ts';
import type { Invoice, Prisma } from './generated/client.ts';

/** The ledger of one invoice, summed from payments, reversals and credit notes. */
export const readLedger = async (db: Prisma.TransactionClient, invoice: Invoice): Promise<Ledger> => {
  const where = { creditorId: invoice.creditorId, invoiceId: invoice.id };
  const payments = await db.allocation.aggregate({ where, _sum: { amountMinor: true } });
  const creditNotes = await db.creditNote.aggregate({ where, _sum: { amountMinor: true } });
  const reversals = await db.reversal.findMany({
    // What we gave back (refund) was too much before: it brings the balance back to nothing, never above.
    where: { creditorId: invoice.creditorId, payment: { allocations: { some: { invoiceId: invoice.id } } } },
    select: { shares: true },
  });
  const back = reversals
    .flatMap(({ shares }) => shares as unknown as { invoiceId: string; amountMinor: number }[])
    .filter((share) => share.invoiceId === invoice.id)
    .reduce((total, share) => total + share.amountMinor, 0);
  return {
    amountMinor: Number(invoice.amountMinor),
    paymentsMinor: Number(payments._sum.amountMinor ?? 0),
    creditNotesMinor: Number(creditNotes._sum.amountMinor ?? 0),
    reversalsMinor: back,
    toleranceMinor: (invoice.plan as unknown as Plan).toleranceMinor,
  };
};

/** Everything the course of one case depends on, summed and read from its rows. */
export const readFacts = async (db: Prisma.TransactionClient, invoice: Invoice): Promise<CaseFacts> => {
  const where = { creditorId: invoice.creditorId, invoiceId: invoice.id };
  const ledger = await readLedger(db, invoice);
  const steps = await db.step.findMany({ where, orderBy: { position: 'asc' } });
  const holds = await db.hold.findMany({ where: { ...where, endedOn: null }, orderBy: { openedAt: 'asc' } });
  const tasks = await db.task.findMany({ where: { ...where, status: 'open', blocking: true }, orderBy: { openedAt: 'asc' } });
  const pending = await db.message.findMany({
    where: { ...where, status: 'pending', reminderKey: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  const letters = await db.document.findMany({
    where: { ...where, postedOn: { not: null }, voidedOn: null },
    orderBy: { postedOn: 'desc' },
    select: { postedOn: true, printedDate: true },
  });
  const notice = letters.find(({ printedDate }) => printedDate !== null);
  const lastPosted = letters[0]?.postedOn ?? null;
  return {
    version: invoice.factsVersion,
    balanceMinor: balanceOf(ledger),
    amountMinor: ledger.amountMinor,
    currency: invoice.currency,
    announcedOn: day(invoice.announcedOn),
    postedOn: day(invoice.postedOn),
    dueOn: day(invoice.dueOn),
    priorReminders: invoice.priorReminders as unknown as PriorReminder[],
    steps: steps.map(stepFact),
    holds: holds.map(holdFact),
    waits: tasks.map(waitFact),
    reaction: invoice.reaction as unknown as CaseFacts['reaction'],
    notice:
      notice?.postedOn && notice.printedDate ? { postedOn: day(notice.postedOn), periodEndsOn: day(notice.printedDate) } : null,
    letterPostedOn: lastPosted === null ? null : day(lastPosted),
    pendingMessages: pending.map(({ id }) => id),
    closed: invoice.closedOn !== null ? { outcome: invoice.outcome as Outcome, on: day(invoice.closedOn) } : null,
    handedOverOn: invoice.handedOverOn === null ? null : day(invoice.handedOverOn),
  };
};

type StepRow = Prisma.StepGetPayload<object>;
type HoldRow = Prisma.HoldGetPayload<object>;
type TaskRow = Prisma.TaskGetPayload<object>;

const stepFact = (row: StepRow): StepFact => ({
  key: row.key,
  status: row.status as StepFact['status'],
  on: row.on === null ? null : day(row.on),
  reason: row.reason,
  contact: row.contact,
  channel: row.channel as StepFact['channel'],
  decided: row.decided,
  attempts: row.attempts,
  viaChannel: row.viaChannel as StepFact['viaChannel'],
  notBefore: row.notBefore === null ? null : day(row.notBefore),
});

const holdFact = (row: HoldRow): HoldFact => ({
  id: row.id,
  kind: row.kind as HoldFact['kind'],
  until: row.until === null ? null : day(row.until),
  thenDo: row.thenDo as HoldFact['thenDo'],
});

const waitFact = (row: TaskRow): WaitFact => ({
  taskId: row.id,
  kind: row.kind,
  stepKey: row.stepKey,
  // Nothing personal travels: the title names the step, not the debtor.
  title: row.title,
  deadlineAt: row.deadlineAt?.getTime() ?? null,
  deadlineOn: row.deadlineOn === null ? null : day(row.deadlineOn),
  onDeadline: row.onDeadline as WaitFact['onDeadline'],
});
