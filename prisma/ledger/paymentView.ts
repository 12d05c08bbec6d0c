import type { PaymentView } from '../../api/schemas/payment.ts';
import { day } from '../../domain/day.ts';
import type { Payment, Prisma } from '../generated/client.ts';
import type { Store } from '../store.ts';
import { requirePayment } from './allocate.ts';
import { briefOf } from './brief.ts';
import { type PaymentKey } from './payment.ts';
import { paymentWhere, positionOf, total } from './position.ts';

export const paymentView = async (store: Store, key: PaymentKey): Promise<PaymentView> =>
  view(store.db, await requirePayment(store, key));

/** The sources that used this payment id. */
export const sourcesOf = async (store: Store, creditorId: string, id: string): Promise<readonly string[]> => {
  const rows = await store.db.payment.findMany({
    where: { creditorId, id },
    select: { source: true },
    orderBy: { source: 'asc' },
  });
  return rows.map(({ source }) => source);
};

export type PaymentFilter = {
  readonly status?: string | undefined;
  readonly invoiceId?: string | undefined;
  readonly limit: number;
  readonly after: readonly [source: string, id: string] | null;
};

/** One page of payments by source and id. */
export const listPayments = async (
  store: Store,
  creditorId: string,
  { status, invoiceId, limit, after }: PaymentFilter,
): Promise<{ readonly data: readonly PaymentView[]; readonly last: readonly [string, string] | null }> => {
  const rows = await store.db.payment.findMany({
    where: {
      creditorId,
      ...(status === undefined ? {} : { status }),
      ...(invoiceId === undefined ? {} : { allocations: { some: { invoiceId } } }),
      ...(after === null ? {} : { OR: [{ source: { gt: after[0] } }, { source: after[0], id: { gt: after[1] } }] }),
    },
    orderBy: [{ source: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const data: PaymentView[] = [];
  for (const row of rows.slice(0, limit)) data.push(await view(store.db, row));
  const end = data.at(-1);
  return { data, last: rows.length > limit && end ? [end.source, end.id] : null };
};

const view = async (db: Prisma.TransactionClient, row: Payment): Promise<PaymentView> => {
  const money = (minor: number): { minor: number; currency: string } => ({ minor, currency: row.currency });
  const { onInvoices, rest } = await positionOf(db, row);
  const allocations: PaymentView['allocations'] = [];
  for (const { invoiceId, amountMinor } of onInvoices.toReversed()) {
    const { balance, brief } = await briefOf(db, { creditorId: row.creditorId, invoiceId });
    allocations.push({ invoiceId, amount: money(amountMinor), balance, case: brief });
  }
  const returns = await db.reversal.findMany({ where: paymentWhere(row), orderBy: { recordedAt: 'asc' } });
  const returned = (kind: string): PaymentView['reversals'] =>
    returns
      .filter((one) => one.kind === kind)
      .map((one) => ({
        id: one.id,
        kind: (one.request as { kind?: string }).kind ?? kind,
        on: day(one.on),
        amount: money(Number(one.amountMinor)),
      }));
  const [only] = allocations;
  const single = allocations.length === 1 && only ? only : null;
  return {
    id: row.id,
    source: row.source,
    amount: money(Number(row.amountMinor)),
    receivedOn: day(row.receivedOn),
    method: row.method as PaymentView['method'],
    reference: row.reference,
    payer: row.payer as PaymentView['payer'],
    metadata: (row.metadata ?? {}) as PaymentView['metadata'],
    status: row.status as PaymentView['status'],
    allocations,
    waitingFor: row.waitingFor,
    unallocated: money(rest),
    overpaid: money(total(allocations.map(({ balance }) => Math.max(0, -balance.minor)))),
    reversals: returned('reversal'),
    refunds: returned('refund'),
    proposal: row.proposal as PaymentView['proposal'],
    balance: single?.balance ?? null,
    case: single?.case ?? null,
    recordedAt: row.recordedAt.toISOString(),
  };
};
