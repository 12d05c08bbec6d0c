import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInvoice, euros, ok } from '../support/story.ts';
import { OLD_SECRET, SECRET, aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

type Sending = {
  readonly id?: string;
  readonly secret?: string;
  readonly at?: Date;
  readonly source?: string;
  readonly headers?: Record<string, string>;
};

/** Signs as the bank does and sends. */
const send = async (
  payload: unknown,
  { id = `msg_${randomUUID()}`, secret = SECRET, at = new Date(), source = 'bank', headers = {} }: Sending = {},
) => {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const response = await fetch(`${house.url}/webhooks/payments/${source}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
      ...headers,
    },
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
};

const received = (data: Record<string, unknown>) => ({
  type: 'payment.received',
  timestamp: new Date().toISOString(),
  data: { amount: euros(120_050), receivedOn: '2031-03-03', ...data },
});
const announced = async (id: string, number = `NR-${id}`) =>
  ok(await house.call('POST', '/v1/invoices', anInvoice({ id, number })), 201);
const caseOf = async (id: string) => ok(await house.call('GET', `/v1/invoices/${id}`));
const kept = (webhookId: string) =>
  house.db.webhookDelivery.findUnique({ where: { source_webhookId: { source: 'bank', webhookId } } });

test('a signed payment closes its case, a repeated webhook changes nothing', async () => {
  await announced('H-1');
  house.told();
  const payload = received({
    id: 'w1',
    reference: 'NR-H-1',
    method: 'sepa instant',
    payer: { name: 'Dupont', iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'X' },
  });
  expect((await send(payload, { id: 'msg_1' })).status).toBe(204);
  expect(await caseOf('H-1')).toMatchObject({ balance: euros(0), case: { status: 'closed', outcome: 'paid' } });
  expect(house.told()).toEqual([{ creditorId: 'default', invoiceId: 'H-1' }]);
  expect((await send(payload, { id: 'msg_1' })).status).toBe(204);
  expect((await send(payload, { id: 'msg_1b' })).status).toBe(204);
  expect(await house.db.payment.findMany({ where: { id: 'w1' } })).toMatchObject([
    { source: 'bank', method: 'other', payerIban: 'FR7630006000011234567890189', status: 'allocated' },
  ]);
  expect(await kept('msg_1')).toMatchObject({ type: 'payment.received', result: 'stored' });
  const timeline = ok(await house.call('GET', '/v1/invoices/H-1/timeline')).data;
  expect(timeline.find((entry: { type: string }) => entry.type === 'payment')).toMatchObject({ actor: 'webhook bank' });
});

test('the same payment with another amount is a conflict, and what was sent is kept', async () => {
  await announced('H-2');
  expect((await send(received({ id: 'w2', reference: 'NR-H-2' }))).status).toBe(204);
  const other = await send(received({ id: 'w2', reference: 'NR-H-2', amount: euros(1) }), { id: 'msg_conflict' });
  expect(other).toMatchObject({ status: 409, body: { code: 'PAYMENT_CONFLICT' } });
  expect(await kept('msg_conflict')).toMatchObject({ result: 'refused' });
  // A bank may word its second notice otherwise.
  expect((await send(received({ id: 'w2', reference: 'autre libellé' }))).status).toBe(204);
});

test('both secrets are good while they are rotated', async () => {
  expect((await send(received({ id: 'w3' }), { secret: OLD_SECRET })).status).toBe(204);
});

test.each<[string, Sending]>([
  ['another secret', { secret: `whsec_${Buffer.from('somebody else entirely').toString('base64')}` }],
  ['six minutes old', { at: new Date(Date.now() - 6 * 60_000) }],
  ['six minutes ahead', { at: new Date(Date.now() + 6 * 60_000) }],
  ['no signature', { headers: { 'webhook-signature': '' } }],
  ['no id', { headers: { 'webhook-id': '' } }],
  ['a signature of another kind', { headers: { 'webhook-signature': 'v2,AAAA' } }],
])('%s is 401 and nothing is stored', async (_, sending) => {
  const answer = await send(received({ id: 'forged' }), sending);
  expect(answer).toMatchObject({ status: 401, body: { code: 'SIGNATURE_INVALID' } });
  expect(await house.db.payment.count({ where: { id: 'forged' } })).toBe(0);
});

test('the signature is over the bytes as received', async () => {
  const body = JSON.stringify(received({ id: 'bytes' }), null, 2);
  expect((await send(body)).status).toBe(204);
  const id = `msg_${randomUUID()}`;
  const at = new Date();
  const signature = new Webhook(SECRET).sign(id, at, body);
  expect(
    (await send(JSON.stringify(JSON.parse(body)), { id, at, headers: { 'webhook-signature': signature } })).status,
  ).toBe(401);
});

test('a source without a secret is 503, never taken unsigned', async () => {
  const answer = await send(received({ id: 'w4' }), { source: 'shop' });
  expect(answer).toMatchObject({ status: 503, body: { code: 'WEBHOOK_SECRET_MISSING' } });
  expect(answer.headers.get('retry-after')).not.toBeNull();
});

test('an unknown type is stored and answered 204', async () => {
  expect((await send({ type: 'payment.pending', data: { any: 1 } }, { id: 'msg_unknown' })).status).toBe(204);
  expect(await kept('msg_unknown')).toMatchObject({ type: 'payment.pending', result: 'unknown-type' });
});

test('unreadable data is 422 with a pointer and kept; corrected under the same webhook-id it is taken', async () => {
  const bad = await send(received({ id: 'w5', receivedOn: '3 March' }), { id: 'msg_bad' });
  expect(bad).toMatchObject({ status: 422, body: { code: 'UNREADABLE', errors: [{ pointer: '/data/receivedOn' }] } });
  const row = await kept('msg_bad');
  expect(row?.result).toBe('unreadable');
  expect(JSON.parse(Buffer.from(row?.body ?? []).toString()).data.id).toBe('w5');
  expect((await send('{"type":', { id: 'msg_worse' })).status).toBe(422);
  expect((await send(received({ id: 'w5', creditorId: 'nobody' }), { id: 'msg_who' })).status).toBe(422);
  expect((await send(received({ id: 'w5' }), { id: 'msg_bad' })).status).toBe(204);
  expect(await house.db.payment.count({ where: { id: 'w5' } })).toBe(1);
  expect(await kept('msg_bad')).toMatchObject({ result: 'stored' });
});

test('a payment for an invoice to come waits for it', async () => {
  expect((await send(received({ id: 'w6', allocations: [{ invoiceId: 'H-6', amount: euros(120_050) }] }))).status).toBe(
    204,
  );
  expect((await announced('H-6')).case).toMatchObject({ status: 'closed', outcome: 'paid' });
});

test('reversed and refunded, also before the payment itself is known', async () => {
  const reversed = (id: string, paymentId: string) => ({
    type: 'payment.reversed',
    data: { id, paymentId, on: '2031-03-05' },
  });
  await announced('H-7');
  expect((await send(received({ id: 'w7', reference: 'NR-H-7' }))).status).toBe(204);
  expect((await send(reversed('r7', 'w7'), { id: 'msg_r7' })).status).toBe(204);
  expect(await caseOf('H-7')).toMatchObject({ balance: euros(120_050), case: { status: 'chasing' } });
  expect(await kept('msg_r7')).toMatchObject({ result: 'stored' });

  await announced('H-8');
  expect((await send(reversed('r8', 'w8'), { id: 'msg_r8' })).status).toBe(204);
  expect(await kept('msg_r8')).toMatchObject({ result: 'waiting', waitsFor: 'default/w8' });
  expect((await send(received({ id: 'w8', reference: 'NR-H-8' }))).status).toBe(204);
  expect(await caseOf('H-8')).toMatchObject({ balance: euros(120_050), case: { status: 'chasing', outcome: null } });
  expect(await kept('msg_r8')).toMatchObject({ result: 'stored' });

  await announced('H-9');
  expect((await send(received({ id: 'w9', reference: 'NR-H-9' }))).status).toBe(204);
  expect((await send({ type: 'payment.refunded', data: { id: 'f9', paymentId: 'w9', on: '2031-03-05' } })).status).toBe(
    422,
  );
  expect(
    (
      await send({
        type: 'payment.refunded',
        data: { id: 'f9', paymentId: 'w9', on: '2031-03-05', amount: euros(120_050) },
      })
    ).status,
  ).toBe(204);
  expect((await caseOf('H-9')).case).toMatchObject({ status: 'closed', outcome: 'paid' });
});

test('ten deliveries of one webhook at once count once', async () => {
  await announced('H-10');
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      send(received({ id: 'w10', reference: 'NR-H-10', amount: euros(20_050) }), { id: 'msg_10' }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 204));
  expect((await caseOf('H-10')).balance).toEqual(euros(100_000));
});
