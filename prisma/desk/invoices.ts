import type { Prisma } from '../generated/client.ts';
import type { MoneyJson } from '../profiles.ts';
import type { Store } from '../store.ts';
import { balancesOf } from './balances.ts';
import { questionOf, type Question } from './queue.ts';

export type InvoiceSearch = {
  /** A status of the case, `open` for all that aren't closed, empty for all. */
  readonly status: string;
  /** A part of the debtor's name, or his id. */
  readonly debtor: string;
  /** A part of the number, or the id. */
  readonly number: string;
  readonly page: number;
};

export type InvoiceRow = {
  readonly id: string;
  readonly number: string;
  readonly debtorName: string;
  readonly dueOn: string;
  readonly amount: MoneyJson;
  readonly balance: MoneyJson;
  readonly status: string;
  readonly outcome: string | null;
  /** The task for which its course waits. */
  readonly waits: {
    readonly id: string;
    readonly kind: string;
    readonly stepKey: string | null;
    readonly question: Question;
  } | null;
  readonly nextStepKey: string | null;
  readonly nextStepAt: Date | null;
};

export const INVOICES_PER_PAGE = 50;

/** One page of invoices, the oldest due date first, and how many there are. */
export const searchInvoices = async (
  store: Store,
  creditorId: string,
  search: InvoiceSearch,
): Promise<{ readonly rows: readonly InvoiceRow[]; readonly total: number }> => {
  const where = conditions(creditorId, search);
  const [found, total] = await Promise.all([
    store.db.invoice.findMany({
      where,
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      skip: (search.page - 1) * INVOICES_PER_PAGE,
      take: INVOICES_PER_PAGE,
      include: {
        debtor: { select: { name: true } },
        tasks: {
          where: { status: 'open', blocking: true },
          orderBy: { openedAt: 'asc' },
          take: 1,
          select: { id: true, kind: true, stepKey: true, details: true },
        },
      },
    }),
    store.db.invoice.count({ where }),
  ]);
  const balances = await balancesOf(store, creditorId, found);
  const rows = found.map((invoice) => ({
    id: invoice.id,
    number: invoice.number,
    debtorName: invoice.debtor.name,
    dueOn: invoice.dueOn,
    amount: { minor: Number(invoice.amountMinor), currency: invoice.currency },
    balance: { minor: balances.get(invoice.id) ?? 0, currency: invoice.currency },
    status: invoice.status,
    outcome: invoice.outcome,
    waits: waitOf(invoice.tasks[0]),
    nextStepKey: invoice.nextStepKey,
    nextStepAt: invoice.nextStepAt,
  }));
  return { rows, total };
};

const waitOf = (
  task: (Parameters<typeof questionOf>[0] & { readonly id: string; readonly kind: string }) | undefined,
): InvoiceRow['waits'] =>
  task === undefined ? null : { id: task.id, kind: task.kind, stepKey: task.stepKey, question: questionOf(task) };

const conditions = (creditorId: string, { status, debtor, number }: InvoiceSearch): Prisma.InvoiceWhereInput => ({
  creditorId,
  ...(status === '' ? {} : status === 'open' ? { closedOn: null } : { status }),
  ...(debtor === ''
    ? {}
    : { OR: [{ debtorId: debtor }, { debtor: { name: { contains: debtor, mode: 'insensitive' } } }] }),
  ...(number === '' ? {} : { AND: [{ OR: [{ id: number }, { number: { contains: number, mode: 'insensitive' } }] }] }),
});

/** Open invoices in a currency with what is owed on each, for placing a payment. */
export const openInvoices = async (
  store: Store,
  creditorId: string,
  currency: string,
): Promise<
  readonly { readonly id: string; readonly number: string; readonly debtorName: string; readonly balance: MoneyJson }[]
> => {
  const found = await store.db.invoice.findMany({
    where: { creditorId, currency, closedOn: null },
    orderBy: [{ debtor: { name: 'asc' } }, { dueOn: 'asc' }],
    include: { debtor: { select: { name: true } } },
    take: 500,
  });
  const balances = await balancesOf(store, creditorId, found);
  return found.map(({ id, number, debtor }) => ({
    id,
    number,
    debtorName: debtor.name,
    balance: { minor: balances.get(id) ?? 0, currency },
  }));
};

/** When the next step of any case happens by itself; null when nothing is planned. */
export const nextByItself = async (
  { db }: Store,
  creditorId: string,
): Promise<{ readonly at: Date; readonly stepKey: string; readonly number: string; readonly id: string } | null> => {
  const soonest = await db.invoice.findFirst({
    where: {
      creditorId,
      closedOn: null,
      status: 'chasing',
      nextStepAt: { not: null },
      nextStepKey: { not: null },
      tasks: { none: { status: 'open', blocking: true } },
    },
    orderBy: { nextStepAt: 'asc' },
    select: { id: true, number: true, nextStepKey: true, nextStepAt: true },
  });
  if (!soonest?.nextStepAt || soonest.nextStepKey === null) return null;
  return { at: soonest.nextStepAt, stepKey: soonest.nextStepKey, number: soonest.number, id: soonest.id };
};
