import { dayAt } from '../../domain/instant.ts';
import type { Plan } from '../../domain/plan.ts';
import { timetable } from '../../domain/timetable.ts';
import { readFacts } from '../facts.ts';
import type { Invoice, Prisma } from '../generated/client.ts';
import { stepWhere } from '../steps.ts';
import type { CaseTx } from '../store.ts';
import type { Announcement } from './announcement.ts';

export const writeInvoice = (
  db: Prisma.TransactionClient,
  creditorId: string,
  debtorId: string,
  announcement: Announcement,
  plan: Plan,
  at: number,
): Promise<Invoice> =>
  db.invoice.create({
    data: {
      creditorId,
      id: announcement.id,
      number: announcement.number ?? announcement.id,
      debtorId,
      issuedOn: announcement.issuedOn,
      postedOn: announcement.postedOn ?? announcement.issuedOn,
      dueOn: announcement.dueOn,
      amountMinor: BigInt(announcement.amount.minor),
      currency: announcement.amount.currency,
      subject: announcement.subject ?? null,
      details: {
        lines: announcement.lines ?? [],
        deliveredOn: announcement.deliveredOn ?? null,
        orderReference: announcement.orderReference ?? null,
        serviceReference: announcement.serviceReference ?? null,
        collection: announcement.collection ?? 'transfer',
        metadata: announcement.metadata ?? {},
      },
      request: announcement,
      strategyKey: plan.strategyKey,
      strategyVersion: plan.strategyVersion,
      plan: plan,
      announcedOn: dayAt(at, plan.timeZone),
      announcedAt: new Date(at),
      priorReminders: announcement.priorReminders ?? [],
      status: 'starting',
      updatedAt: new Date(at),
    },
  });

/** Every step of the plan with the day on which it would happen by itself. */
export const writeSteps = async (tx: CaseTx): Promise<void> => {
  const rows = tx.plan.steps.map((step, position) => ({
    ...tx.ref,
    key: step.key,
    position,
    plannedOn: tx.invoice.dueOn,
    status: 'planned',
  }));
  await tx.db.step.createMany({ data: rows });
  const facts = await readFacts(tx.db, tx.invoice);
  for (const { key, own } of timetable(tx.plan, facts, tx.now))
    await tx.db.step.update({ where: stepWhere(tx, key), data: { plannedOn: own } });
};
