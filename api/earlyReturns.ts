import type { CaseRef } from '../domain/caseRef.ts';
import type { PaymentKey } from '../prisma/ledger/payment.ts';
import { returnPayment } from '../prisma/ledger/returns.ts';
import { deliveriesWaitingFor, keepDelivery } from '../prisma/keys/webhookDeliveries.ts';
import type { Actor } from '../prisma/store.ts';
import type { ApiDependencies } from './ports.ts';
import { ReturnData, returnKind } from './schemas/webhook.ts';

/** How a webhook that came before its payment names it. */
export const waitedFor = ({ creditorId, id }: PaymentKey): string => `${creditorId}/${id}`;

/** Applies the reversals and refunds that came before their payment. */
export const settleEarlyReturns = async (
  { store }: ApiDependencies,
  key: PaymentKey,
  actor: Actor,
): Promise<readonly CaseRef[]> => {
  const cases: CaseRef[] = [];
  for (const { webhookId, type, body } of await deliveriesWaitingFor(store, key.source, waitedFor(key))) {
    const is = returnKind(type ?? '');
    const read = ReturnData.safeParse((JSON.parse(Buffer.from(body).toString('utf8')) as { data?: unknown }).data);
    if (is === null || !read.success) continue;
    const { id, on, amount } = read.data;
    const returned = await returnPayment(store, key, { id, is, on, amount, request: { id, on, amount } }, actor);
    await keepDelivery(store, { source: key.source, webhookId, type, body, result: 'stored' }, new Date());
    cases.push(...returned.cases);
  }
  return cases;
};
