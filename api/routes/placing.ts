import { Refusal } from '../../domain/refusal.ts';
import { allocatePayment, requirePayment } from '../../prisma/ledger/allocate.ts';
import type { Allocating, PaymentKey } from '../../prisma/ledger/payment.ts';
import { paymentView } from '../../prisma/ledger/paymentView.ts';
import type { Return } from '../../prisma/ledger/returnPlan.ts';
import { returnPayment } from '../../prisma/ledger/returns.ts';
import type { Actor } from '../../prisma/store.ts';
import { tellFacts } from '../caseAnswer.ts';
import { PaymentParams, paymentKey } from '../paymentKey.ts';
import type { ApiDependencies } from '../ports.ts';
import { route, type Reply } from '../route.ts';
import {
  AllocationsBody,
  PaymentView,
  RefundBody,
  ReversalBody,
  SourceQuery,
  type AllocationInput,
} from '../schemas/payment.ts';
import { OPERATOR, PAYMENTS, RECORDED } from './access.ts';

const partsIn = (currency: string, allocations: readonly AllocationInput[]): readonly Allocating[] =>
  allocations.map(({ invoiceId, amount }, index) => {
    if (amount.currency === currency) return { invoiceId, minor: amount.minor };
    const detail = `expected ${currency}, the payment's currency, got ${amount.currency}`;
    throw new Refusal('CURRENCY_MISMATCH', detail, [
      { pointer: `/allocations/${index}/amount/currency`, code: 'CURRENCY_MISMATCH', detail },
    ]);
  });

/** Money that went back, whoever gave it. */
const returned = async (dependencies: ApiDependencies, key: PaymentKey, back: Return, actor: Actor): Promise<Reply> => {
  const { created, cases } = await returnPayment(dependencies.store, key, back, actor);
  await tellFacts(dependencies, cases);
  return { status: created ? 201 : 200, body: await paymentView(dependencies.store, key) };
};

/** What happens to a payment after it was recorded. */
export const placingRoutes = [
  route(
    {
      method: 'post',
      path: '/v1/payments/:paymentId/allocations',
      summary: 'Say which invoices a payment belongs to',
      tag: 'Payments',
      access: OPERATOR,
      act: 'person',
      repeats: 'idempotency-key',
      params: PaymentParams,
      query: SourceQuery,
      body: AllocationsBody,
      responses: { 201: { description: 'Allocated', schema: PaymentView } },
    },
    async (dependencies, { params: { paymentId }, query: { source }, body, sender: { creditorId, actor } }) => {
      const key = await paymentKey(dependencies, creditorId, paymentId, source);
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
      params: PaymentParams,
      query: SourceQuery,
      body: ReversalBody,
      responses: RECORDED,
    },
    async (dependencies, { params: { paymentId }, query: { source }, body, sender: { creditorId, actor } }) =>
      returned(
        dependencies,
        await paymentKey(dependencies, creditorId, paymentId, source),
        { ...body, is: 'reversal', request: body },
        actor,
      ),
  ),
  route(
    {
      method: 'post',
      path: '/v1/payments/:paymentId/refunds',
      summary: 'Record that we gave back what was too much',
      tag: 'Payments',
      access: PAYMENTS,
      repeats: 'own-id',
      params: PaymentParams,
      query: SourceQuery,
      body: RefundBody,
      responses: RECORDED,
    },
    async (dependencies, { params: { paymentId }, query: { source }, body, sender: { creditorId, actor } }) =>
      returned(
        dependencies,
        await paymentKey(dependencies, creditorId, paymentId, source),
        { ...body, is: 'refund', request: body },
        actor,
      ),
  ),
];
