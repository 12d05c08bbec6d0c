import type { Payment, Prisma } from '../generated/client.ts';
import { newId } from '../store.ts';

type Who = { readonly at: Date; readonly today: string; readonly by: string };

/** Asks a person where money belongs; one open task a payment, whose amount follows what is left. */
export const openAllocationTask = async (
  db: Prisma.TransactionClient,
  payment: Payment,
  restMinor: number,
  { at, today }: Who,
): Promise<void> => {
  const details = {
    paymentId: payment.id,
    source: payment.source,
    amountMinor: restMinor,
    currency: payment.currency,
    receivedOn: payment.receivedOn,
    reference: payment.reference,
    proposal: payment.proposal,
  } as Prisma.InputJsonObject;
  const open = await db.task.findFirst({ where: openTaskOf(payment), select: { id: true } });
  if (open) {
    await db.task.update({ where: { id: open.id }, data: { details } });
    return;
  }
  await db.task.create({
    data: {
      id: newId('task'),
      creditorId: payment.creditorId,
      kind: 'allocate-payment',
      title: `Say which invoice the payment ${payment.source}/${payment.id} belongs to`,
      details,
      role: 'person',
      openedOn: today,
      openedAt: at,
      blocking: false,
      status: 'open',
    },
  });
};

export const closeAllocationTask = async (
  db: Prisma.TransactionClient,
  payment: Payment,
  { at, today, by }: Who,
): Promise<void> => {
  await db.task.updateMany({
    where: openTaskOf(payment),
    data: { status: 'done', closedOn: today, closedAt: at, closedBy: by },
  });
};

const openTaskOf = ({ creditorId, source, id }: Payment): Prisma.TaskWhereInput => ({
  creditorId,
  kind: 'allocate-payment',
  status: 'open',
  AND: [{ details: { path: ['paymentId'], equals: id } }, { details: { path: ['source'], equals: source } }],
});
