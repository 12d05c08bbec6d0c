import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { findPayment } from '../../prisma/ledger/payment.ts';
import { takePayment } from '../../prisma/ledger/record.ts';
import { creditorExists } from '../../prisma/parties/creditors.ts';
import { keepDelivery, wasDelivered, type Delivery } from '../../prisma/keys/webhookDeliveries.ts';
import type { Actor } from '../../prisma/store.ts';
import { tellFacts } from '../caseAnswer.ts';
import { settleEarlyReturns, waitedFor } from '../earlyReturns.ts';
import type { ApiDependencies } from '../ports.ts';
import { Problem } from '../problem.ts';
import { route, type Reply } from '../route.ts';
import { Envelope, ReceivedData, ReturnData, WebhookShown, returnKind } from '../schemas/webhook.ts';
import { Id } from '../schemas/values.ts';
import { verified } from '../signature.ts';
import { invalidBody } from '../validation.ts';

const DONE: Reply = { status: 204 };

type Received = Pick<Delivery, 'source' | 'webhookId' | 'body'>;

/** Does what the webhook says and answers what became of it. */
const take = async (
  dependencies: ApiDependencies,
  { source, webhookId, body }: Received,
): Promise<Pick<Delivery, 'type' | 'result' | 'waitsFor'>> => {
  const { type, data } = parse(Envelope, json(body));
  const actor: Actor = { name: `webhook ${source}`, kind: 'payments' };
  if (type === 'payment.received') {
    const { creditorId, ...payment } = parse(ReceivedData, data, '/data');
    await requireCreditor(dependencies, creditorId);
    const recorded = await takePayment(dependencies.store, creditorId, { ...payment, source, metadata: {} }, actor, {
      sameness: 'money',
      unknown: 'wait',
    });
    await tellFacts(dependencies, [
      ...recorded.cases,
      ...(await settleEarlyReturns(dependencies, recorded.key, actor)),
    ]);
    return { type, result: 'stored' };
  }
  if (returnKind(type) === null) return { type, result: 'unknown-type' };
  const { creditorId, paymentId } = parse(ReturnData, data, '/data');
  await requireCreditor(dependencies, creditorId);
  const key = { creditorId, source, id: paymentId };
  // Kept first: whoever records the payment meanwhile finds it.
  const waiting = { type, result: 'waiting' as const, waitsFor: waitedFor(key) };
  await keepDelivery(dependencies.store, { source, webhookId, body, ...waiting }, new Date());
  if (!(await findPayment(dependencies.store.db, key))) return waiting;
  await tellFacts(dependencies, await settleEarlyReturns(dependencies, key, actor));
  return { type, result: 'stored' };
};

const json = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    throw new Problem(422, 'UNREADABLE', 'expected JSON, got something that is none');
  }
};

const parse = <S extends z.ZodType>(schema: S, value: unknown, within = ''): z.output<S> => {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  const { message, errors } = invalidBody(read.error);
  throw new Problem(
    422,
    'UNREADABLE',
    message,
    errors.map((error) => ({ ...error, pointer: `${within}${error.pointer ?? ''}` })),
  );
};

const requireCreditor = async ({ store }: ApiDependencies, creditorId: string): Promise<void> => {
  if (!(await creditorExists(store, creditorId)))
    throw new Problem(422, 'UNREADABLE', `expected a known creditor, got ${creditorId}`);
};

/** What we couldn't take is kept all the same, so that a person can see what was sent. */
const refusedAs = (error: unknown): Delivery['result'] | null => {
  if (error instanceof Problem && error.code === 'UNREADABLE') return 'unreadable';
  return error instanceof Refusal ? 'refused' : null;
};

export const webhookRoutes = [
  route(
    {
      method: 'post',
      path: '/webhooks/payments/:source',
      summary: 'Payments reported by a bank or payment provider (Standard Webhooks)',
      tag: 'Webhooks',
      access: 'public',
      raw: true,
      params: z.object({ source: Id }),
      bodyShown: WebhookShown,
      responses: { 204: { description: 'Stored, also for a repeated webhook-id and for an unknown type' } },
    },
    async (dependencies, { params: { source }, raw, header }) => {
      const { store, config } = dependencies;
      const webhookId = verified(config.webhookSecrets(source), raw, header);
      if (await wasDelivered(store, source, webhookId)) return DONE;
      const received = { source, webhookId, body: raw };
      try {
        await keepDelivery(store, { ...received, ...(await take(dependencies, received)) }, new Date());
        return DONE;
      } catch (error) {
        const result = refusedAs(error);
        if (result !== null) await keepDelivery(store, { ...received, type: null, result }, new Date());
        throw error;
      }
    },
  ),
];
