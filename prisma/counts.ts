import type { Store } from './store.ts';

type Counts = ReadonlyMap<string, number>;

/** Cases of all creditors by status. */
export const countCases = async ({ db }: Store): Promise<Counts> => {
  const rows = await db.invoice.groupBy({ by: ['status'], _count: true });
  return new Map(rows.map((row) => [row.status, row._count]));
};

export const countOpenTasks = async ({ db }: Store): Promise<Counts> => {
  const rows = await db.task.groupBy({ by: ['kind'], where: { status: 'open' }, _count: true });
  return new Map(rows.map((row) => [row.kind, row._count]));
};

export const countPayments = async ({ db }: Store): Promise<Counts> => {
  const rows = await db.payment.groupBy({ by: ['status'], _count: true });
  return new Map(rows.map((row) => [row.status, row._count]));
};
