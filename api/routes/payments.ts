import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { allocatePayment, requirePayment } from '../../prisma/ledger/allocate.ts';
import type { Allocating, PaymentKey } from '../../prisma/ledger/payment.ts';
import { listPayments, paymentView, sourcesOf } from '../../prisma/ledger/paymentView.ts';
import { takePayment } from '../../prisma/ledger/record.ts';
import { returnPayment } from '../../prisma/ledger/returns.ts';
import { tellFacts } from '../caseAnswer.ts';
import { afterCursor, cursorTo } from '../cursor.ts';
import { settleEarlyReturns } from '../earlyReturns.ts';
import type { ApiDependencies } from '../ports.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import {
  AllocationsBody,
  type AllocationInput,
  PaymentBody,
  PaymentPage,
  PaymentView,
  RefundBody,
  ReversalBody,
  SourceQuery,
} from '../schemas/payment.ts';
import { Id, Paging } from '../schemas/values.ts';
import { OPERATOR, PAYMENTS, READ } from './access.ts';

const params = z.object({ paymentId: Id });

/** The source may be left out while only one has used the id. */
const keyOf = async (
  { store }: ApiDependencies,
  creditorId: string,
  id: string,
  source: string | undefined,
): Promise<PaymentKey> => {
  if (source !== undefined) return { creditorId, source, id };
  const sources = await sourcesOf(store, creditorId, id);
  const [only] = sources;
  if (only === undefined) throw new Refusal('NOT_FOUND', `expected a recorded payment, got the id ${id}`);
  if (sources.length > 1)
    throw new Problem(
      400,
      'SOURCE_MISSING',
      `expected ?source= as one of ${sources.join(', ')}: each has a payment ${id}`,
      [{ parameter: 'source', code: 'REQUIRED', detail: `expected one of ${sources.join(', ')}` }],
    );
  return { creditorId, source: only, id };
};

const partsIn = (currency: string, allocations: readonly AllocationInput[]): readonly Allocating[] =>
  allocations.map(({ invoiceId, amount }, index) => {
    if (amount.currency === currency) return { invoiceId, minor: amount.minor };
    const detail = `expected ${currency}, the payment's currency, got ${amount.currency}`;
    throw new Refusal('CURRENCY_MISMATCH', detail, [
      { pointer: `/allocations/${index}/amount/currency`, code: 'CURRENCY_MISMATCH', detail },
    ]);
  });

const recorded = {
  201: { description: 'Recorded', schema: PaymentView },
  200: { description: 'Recorded before with the same content', schema: PaymentView },
};

export const paymentRoutes = [
  route(
    {
      method: 'post',
      path: '/v1/payments',
      summary: 'Record a payment, allocated as said or matched',
      tag: 'Payments',
      access: PAYMENTS,
      repeats: 'own-id',
      body: PaymentBody,
      responses: {
        ...recorded,
        202: { description: 'Waits for an invoice that is not announced yet', schema: PaymentView },
      },
    },
    async (dependencies, { body, sender: { creditorId, actor } }) => {
      const { store } = dependencies;
      const { key, created, cases } = await takePayment(store, creditorId, body, actor, {
        sameness: 'content',
        unknown: 'wait',
      });
      await tellFacts(dependencies, [...cases, ...(await settleEarlyReturns(dependencies, key, actor))]);
      const view = await paymentView(store, key);
      const status = view.status === 'waiting' ? 202 : created ? 201 : 200;
      return { status, body: view, headers: { Location: `/v1/payments/${body.id}?source=${body.source}` } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/payments',
      summary: 'List the payments',
      tag: 'Payments',
      access: READ,
      query: z.strictObject({
        status: z.enum(['allocated', 'unmatched', 'waiting']).optional(),
        invoiceId: Id.optional(),
        ...Paging,
      }),
      responses: { 200: { description: 'One page, by source and id', schema: PaymentPage } },
    },
    async ({ store }, { query: { limit, cursor, ...filter }, sender: { creditorId } }) => {
      const after = afterCursor(cursor, 2) as readonly [string, string] | null;
      const { data, last } = await listPayments(store, creditorId, { ...filter, limit, after });
      return { status: 200, body: { data, nextCursor: cursorTo(last) } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/payments/:paymentId',
      summary: 'Read a payment',
      tag: 'Payments',
      access: READ,
      params,
      query: SourceQuery,
      responses: { 200: { description: 'The payment', schema: PaymentView } },
    },
    async (dependencies, { params: { paymentId }, query: { source }, sender: { creditorId } }) => ({
      status: 200,
      body: await paymentView(dependencies.store, await keyOf(dependencies, creditorId, paymentId, source)),
    }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/payments/:paymentId/allocations',
      summary: 'Say which invoices a payment belongs to',
      tag: 'Payments',
      access: OPERATOR,
      act: 'person',
      repeats: 'idempotency-key',
      params,
      query: SourceQuery,
      body: AllocationsBody,
      responses: { 201: { description: 'Allocated', schema: PaymentView } },
    },
    async (dependencies, { params: { paymentId }, query: { source }, body, sender: { creditorId, actor } }) => {
      const key = await keyOf(dependencies, creditorId, paymentId, source);
      const { currency } = await requirePayment(dependencies.store, key);
      await tellFacts(
        dependencies,
        await allocatePayment(dependencies.store, key, partsIn(currency, body.allocations), actor),
      );
      return { status: 201, body: await paymentView(dependencies.store, key) };
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/payments/:paymentId/reversals',
      summary: 'Record that money went back to the debtor: the claim revives',
      tag: 'Payments',
      access: PAYMENTS,
      repeats: 'own-id',
      params,
      query: SourceQuery,
      body: ReversalBody,
      responses: recorded,
    },
    async (dependencies, { params: { paymentId }, query: { source }, body, sender: { creditorId, actor } }) => {
      const key = await keyOf(dependencies, creditorId, paymentId, source);
      const { created, cases } = await returnPayment(
        dependencies.store,
        key,
        { ...body, is: 'reversal', request: body },
        actor,
      );
      await tellFacts(dependencies, cases);
      return { status: created ? 201 : 200, body: await paymentView(dependencies.store, key) };
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/payments/:paymentId/refunds',
      summary: 'Record that we gave back what was too much',
      tag: 'Payments',
      access: PAYMENTS,
      repeats: 'own-id',
      params,
      query: SourceQuery,
      body: RefundBody,
      responses: recorded,
    },
    async (dependencies, { params: { paymentId }, query: { source }, body, sender: { creditorId, actor } }) => {
      const key = await keyOf(dependencies, creditorId, paymentId, source);
      const { created, cases } = await returnPayment(
        dependencies.store,
        key,
        { ...body, is: 'refund', request: body },
        actor,
      );
      await tellFacts(dependencies, cases);
      return { status: created ? 201 : 200, body: await paymentView(dependencies.store, key) };
    },
  ),
];
