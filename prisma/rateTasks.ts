import { dayAt } from '../domain/instant.ts';
import type { RatePeriod } from '../domain/interest/ratePeriod.ts';
import type { RateRow } from '../domain/interest/rateTable.ts';
import type { Prisma } from './generated/client.ts';
import { newId, type CaseTx } from './store.ts';

/**
 * Asks a manager for a rate: one open task a creditor, series and period; no case waits for it. Nothing is asked while
 * another transaction asks the same, or enters the very rate: neither is waited for, since letters hold locks, too.
 */
export const askForRate = async (tx: CaseTx, { series, from, to }: RatePeriod): Promise<void> => {
  const { creditorId, invoiceId } = tx.ref;
  const [locked] = await tx.db.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock_shared(hashtextextended(${`rate/${series}/${from}`}, 0))
       AND pg_try_advisory_xact_lock(hashtextextended(${`rate-missing/${creditorId}/${series}/${from}`}, 0)) AS "got"`;
  if (locked?.got !== true) return;
  // Read after the locks: what others committed meanwhile counts.
  const known = await tx.db.rate.count({ where: { series, from } });
  const asked = await tx.db.task.count({ where: { ...openTaskOf({ series, from }), creditorId } });
  if (known + asked > 0) return;
  await tx.db.task.create({
    data: {
      id: newId('task'),
      creditorId,
      kind: 'rate-missing',
      title: `Enter the rate ${series} from ${from}`,
      details: { series, from, to, firstInvoice: invoiceId },
      role: 'manager',
      openedOn: tx.today,
      openedAt: new Date(tx.now),
      blocking: false,
      status: 'open',
    },
  });
};

/** The rate is there: nobody needs to be asked for it any more, at whatever creditor. */
export const closeRateTasks = async (
  db: Prisma.TransactionClient,
  { series, from, ratePct }: Pick<RateRow, 'series' | 'from' | 'ratePct'>,
  { now, by }: { readonly now: number; readonly by: string },
): Promise<void> => {
  const open = await db.task.findMany({ where: openTaskOf({ series, from }), select: { id: true, creditorId: true } });
  for (const { id, creditorId } of open) {
    const { timeZone } = await db.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { timeZone: true } });
    await db.task.update({
      where: { id },
      data: {
        status: 'done',
        result: { ratePct },
        closedOn: dayAt(now, timeZone),
        closedAt: new Date(now),
        closedBy: by,
      },
    });
  }
};

const openTaskOf = ({ series, from }: Pick<RateRow, 'series' | 'from'>): Prisma.TaskWhereInput => ({
  kind: 'rate-missing',
  status: 'open',
  AND: [{ details: { path: ['series'], equals: series } }, { details: { path: ['from'], equals: from } }],
});
