import { z } from 'zod';
import { listPayments, paymentView } from '../../prisma/ledger/paymentView.ts';
import { takePayment } from '../../prisma/ledger/record.ts';
import { tellFacts } from '../caseAnswer.ts';
import { afterCursor, cursorTo } from '../cursor.ts';
import { settleEarlyReturns } from '../earlyReturns.ts';
import { PaymentParams, paymentKey } from '../paymentKey.ts';
import { route } from '../route.ts';
import { PaymentBody, PaymentPage, PaymentView, SourceQuery } from '../schemas/payment.ts';
import { Id, Paging } from '../schemas/values.ts';
import { PAYMENTS, READ, RECORDED } from './access.ts';

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
        ...RECORDED,
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
      params: PaymentParams,
      query: SourceQuery,
      responses: { 200: { description: 'The payment', schema: PaymentView } },
    },
    async (dependencies, { params: { paymentId }, query: { source }, sender: { creditorId } }) => ({
      status: 200,
      body: await paymentView(dependencies.store, await paymentKey(dependencies, creditorId, paymentId, source)),
    }),
  ),
];
