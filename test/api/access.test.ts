import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anInvoice, euros, ok } from '../support/story.ts';
import { KEY, aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
  const { id: _, version: _v, createdAt: _c, ...creditor } = ok(await house.call('GET', '/v1/creditors/default'));
  ok(await house.call('PUT', '/v1/creditors/other', { ...creditor, name: 'Autre maison' }), 201);
});
afterAll(() => house.close());

const raw = (path: string, init: RequestInit = {}) => fetch(house.url + path, init);
const withKey = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', 'Huitaine-Actor': 'Claire' };

describe('keys', () => {
  test('without a valid key nothing is answered but 401', async () => {
    for (const Authorization of ['', 'Bearer ', 'Bearer nonsense', `Basic ${KEY}`, `Bearer ${KEY}x`]) {
      const response = await raw('/v1/invoices', { headers: { Authorization } });
      expect(response.status, Authorization).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).toMatchObject({ code: 'KEY_INVALID', status: 401 });
    }
  });

  test('only the hash of a key is stored, and a revoked key opens nothing', async () => {
    const made = ok(await house.call('POST', '/v1/api-keys', { name: 'billing system', scopes: ['billing'] }), 201);
    expect(made.secret).toMatch(/^huitaine_[\w-]{43}$/);
    const rows = await house.db.apiKey.findMany({ where: { id: made.id } });
    expect(JSON.stringify(rows)).not.toContain(made.secret);
    expect(JSON.stringify(ok(await house.call('GET', '/v1/api-keys')))).not.toContain(made.secret);
    const call = house.callAs(made.secret);
    ok(await call('GET', '/v1/invoices'));
    expect((await house.call('DELETE', `/v1/api-keys/${made.id}`)).status).toBe(204);
    expect((await call('GET', '/v1/invoices')).status).toBe(401);
    expect((await house.call('DELETE', `/v1/api-keys/${made.id}`)).status).toBe(204);
    expect((await house.call('DELETE', '/v1/api-keys/key_unknown')).status).toBe(404);
  });

  test('a billing key announces, but cannot approve, hold, skip, allocate or make keys', async () => {
    const billing = await house.withScopes(['billing']);
    ok(await billing('POST', '/v1/invoices', anInvoice({ id: 'K-1' })), 201);
    const acts: [string, unknown?][] = [
      ['/v1/invoices/K-1/hold', {}],
      ['/v1/invoices/K-1/resume'],
      ['/v1/invoices/K-1/steps/pre-reminder/approval', { sha256: 'a'.repeat(64) }],
      ['/v1/invoices/K-1/steps/pre-reminder/skip', { reason: 'x' }],
      ['/v1/invoices/K-1/steps/pre-reminder/run'],
      ['/v1/invoices/K-1/calls', { outcome: 'busy' }],
      ['/v1/payments/p/allocations', { allocations: [] }],
      ['/v1/tasks/t/completion', {}],
      ['/v1/api-keys', { name: 'x', scopes: ['admin'] }],
    ];
    for (const [path, body] of acts)
      expect((await billing('POST', path, body)).body, path).toMatchObject({ status: 403, code: 'SCOPE_MISSING' });
    expect(ok(await house.call('GET', '/v1/invoices/K-1')).case.holds).toEqual([]);
  });

  test('a payments key pays and neither announces nor approves', async () => {
    const payments = await house.withScopes(['payments']);
    ok(
      await payments('POST', '/v1/invoices/K-1/payments', { id: 'k', amount: euros(100), receivedOn: '2031-03-03' }),
      201,
    );
    expect((await payments('POST', '/v1/invoices', anInvoice({ id: 'K-2' }))).status).toBe(403);
    expect((await payments('POST', '/v1/invoices/K-1/hold', {})).status).toBe(403);
  });

  test('the key of one house never reaches another', async () => {
    const bound = await house.withScopes(['billing', 'payments', 'operator', 'admin'], 'other');
    ok(await bound('POST', '/v1/invoices', anInvoice({ id: 'O-1' })), 201);
    expect((await bound('GET', '/v1/invoices/K-1')).status).toBe(404);
    expect((await bound('GET', '/v1/invoices', undefined, { 'Huitaine-Creditor': 'default' })).body.code).toBe(
      'CREDITOR_FORBIDDEN',
    );
    expect((await bound('GET', '/v1/creditors/default')).body.code).toBe('CREDITOR_FORBIDDEN');
    expect((await bound('POST', '/v1/api-keys', { name: 'x', scopes: ['admin'], creditorId: 'default' })).status).toBe(
      403,
    );
    const sub = ok(await bound('POST', '/v1/api-keys', { name: 'x', scopes: ['billing'] }), 201);
    expect(sub.creditorId).toBe('other');
    expect(
      ok(await bound('GET', '/v1/api-keys')).data.every((key: { creditorId: string }) => key.creditorId === 'other'),
    ).toBe(true);
    expect((await house.call('GET', '/v1/invoices/O-1')).status).toBe(404);
    expect((await house.call('GET', '/v1/invoices/O-1', undefined, { 'Huitaine-Creditor': 'other' })).status).toBe(200);
    expect((await house.call('GET', '/v1/invoices', undefined, { 'Huitaine-Creditor': 'nobody' })).body.code).toBe(
      'CREDITOR_UNKNOWN',
    );
  });
});

describe('the acting person', () => {
  test('an operator names himself, also with an accent', async () => {
    ok(await house.call('POST', '/v1/invoices', anInvoice({ id: 'W-1' })), 201);
    expect((await house.call('POST', '/v1/invoices/W-1/hold', {}, { 'Huitaine-Actor': ' ' })).body).toMatchObject({
      status: 400,
      code: 'ACTOR_MISSING',
    });
    const utf8 = Buffer.from('Mme Lefèvre', 'utf8').toString('latin1');
    ok(await house.call('POST', '/v1/invoices/W-1/hold', { until: '2031-03-10' }, { 'Huitaine-Actor': utf8 }));
    ok(await house.call('POST', '/v1/invoices/W-1/resume', undefined, { 'Huitaine-Actor': 'Mme Lefèvre' }));
    const actors = ok(await house.call('GET', '/v1/invoices/W-1/timeline')).data.map(
      (entry: { actor: string }) => entry.actor,
    );
    expect(actors).toEqual(['Claire', 'Mme Lefèvre', 'Mme Lefèvre']);
  });

  test('whether anything leaves the house is said by a person', async () => {
    const { id: _, version: _v, createdAt: _c, ...creditor } = ok(await house.call('GET', '/v1/creditors/other'));
    const nameless = await house.call(
      'PUT',
      '/v1/creditors/other',
      { ...creditor, sending: 'on' },
      { 'Huitaine-Actor': '' },
    );
    expect(nameless.body).toMatchObject({ status: 400, code: 'ACTOR_MISSING' });
    expect(
      ok(
        await house.call(
          'PUT',
          '/v1/creditors/other',
          { ...creditor, phone: '+33478000000' },
          { 'Huitaine-Actor': '' },
        ),
      ),
    ).toMatchObject({ sending: 'off' });
    expect(ok(await house.call('PUT', '/v1/creditors/other', { ...creditor, sending: 'on' })).sending).toBe('on');
    expect(
      (await house.call('PUT', '/v1/creditors/other', { ...creditor, defaultStrategy: 'harsh' })).body.errors[0]
        .pointer,
    ).toBe('/defaultStrategy');
  });
});

describe('Idempotency-Key', () => {
  const hold = (body: unknown, key: string) =>
    house.call('POST', '/v1/invoices/I-1/hold', body, { 'Idempotency-Key': key });

  test('the first answer is replayed for a day, another body is refused', async () => {
    ok(await house.call('POST', '/v1/invoices', anInvoice({ id: 'I-1' })), 201);
    const first = await hold({ note: 'a' }, 'one');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    const again = await hold({ note: 'a' }, 'one');
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(await house.db.hold.count({ where: { invoiceId: 'I-1' } })).toBe(1);
    expect((await hold({ note: 'b' }, 'one')).body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    // Another route, another key: another request.
    ok(await house.call('POST', '/v1/invoices/I-1/resume', undefined, { 'Idempotency-Key': 'one' }));
    await house.db.idempotentRequest.updateMany({ data: { startedAt: new Date(Date.now() - 25 * 3_600_000) } });
    ok(await hold({ note: 'b' }, 'one'));
    expect(await house.db.hold.count({ where: { invoiceId: 'I-1' } })).toBe(2);
  });

  test('a refusal is replayed, too, as the problem it was', async () => {
    ok(await house.call('POST', '/v1/invoices/I-1/resume'));
    const refused = await house.call('POST', '/v1/invoices/I-1/resume', undefined, { 'Idempotency-Key': 'refused' });
    expect(refused.body).toMatchObject({ status: 409, code: 'HOLD_NOT_OPEN' });
    ok(await hold({}, 'open'));
    const again = await house.call('POST', '/v1/invoices/I-1/resume', undefined, { 'Idempotency-Key': 'refused' });
    expect(again.body).toMatchObject({ status: 409, code: 'HOLD_NOT_OPEN' });
    expect(again.headers.get('content-type')).toContain('application/problem+json');
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body.requestId).toBe(again.headers.get('x-request-id'));
  });

  test('of twenty at once one runs', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => hold({ note: 'zusammen' }, 'race')));
    expect(
      answers.filter(({ status, headers }) => status === 200 && headers.get('idempotent-replayed') === null),
    ).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await house.db.hold.count({ where: { invoiceId: 'I-1', note: 'zusammen' } })).toBe(1);
  });

  test('a run that failed by our fault is forgotten, so that the repeat runs', async () => {
    house.temporal('away');
    const away = await house.call('POST', '/v1/invoices/I-1/resume', undefined, { 'Idempotency-Key': 'r1' });
    expect(away.status).toBe(200);
    const run = () =>
      house.call('POST', '/v1/invoices/I-1/steps/pre-reminder/run', undefined, { 'Idempotency-Key': 'run' });
    expect((await run()).body).toMatchObject({ status: 503, code: 'TEMPORAL_AWAY' });
    house.temporal('there');
    expect((await run()).status).toBe(202);
  });

  test('a key that cannot be one is refused', async () => {
    expect((await hold({}, 'x'.repeat(256))).body.code).toBe('IDEMPOTENCY_KEY_INVALID');
  });
});

describe('faults of the request', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    raw('/v1/invoices', { method: 'POST', body, headers: { ...withKey, ...headers } });

  test.each<[string, () => Promise<Response>, number, string]>([
    ['no JSON', () => post('{"id":'), 400, 'MALFORMED_JSON'],
    [
      'not JSON at all',
      () => post('id=1', { 'Content-Type': 'application/x-www-form-urlencoded' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'another charset',
      () => post('{}', { 'Content-Type': 'application/json; charset=iso-8859-1' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['over a megabyte', () => post(JSON.stringify({ id: 'x'.repeat(1_100_000) })), 413, 'TOO_LARGE'],
    ['a null character', () => post('{"id":"a","subject":"\\u0000"}'), 400, 'MALFORMED_JSON'],
    ['a list', () => post('[]'), 422, 'VALIDATION'],
    ['null', () => post('null'), 422, 'VALIDATION'],
    ['no body', () => raw('/v1/invoices', { method: 'POST', headers: withKey }), 422, 'VALIDATION'],
    ['an unknown path', () => raw('/v1/nothing', { headers: withKey }), 404, 'NOT_FOUND'],
    ['an unknown method', () => raw('/v1/invoices', { method: 'DELETE', headers: withKey }), 404, 'NOT_FOUND'],
    ['an id that cannot be one', () => raw('/v1/invoices/a%20b', { headers: withKey }), 400, 'INVALID_PARAMETER'],
    ['a broken escape', () => raw('/v1/invoices/%E0%A4%A', { headers: withKey }), 400, 'MALFORMED_PATH'],
  ])('%s is answered as a problem', async (_, request, status, code) => {
    const response = await request();
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const body = await response.json();
    expect(body).toMatchObject({ status, code, type: `urn:huitaine:problem:${code}` });
    expect(response.status).toBe(status);
    expect(body.requestId).toBe(response.headers.get('x-request-id'));
    expect(body.detail.length).toBeGreaterThan(10);
  });

  test('a problem says what was expected and what came, with a pointer', async () => {
    const { body } = await house.call(
      'POST',
      '/v1/invoices',
      anInvoice({ amount: { minor: -1, currency: 'EUR' }, colour: 'red' }),
    );
    expect(body.errors).toEqual([
      { pointer: '/amount/minor', code: 'TOO_SMALL', detail: 'expected more than 0, got -1' },
      { pointer: '/colour', code: 'UNKNOWN_FIELD', detail: 'expected only known fields, got colour' },
    ]);
  });

  test('a request id that was given is kept, one that could break a log is not', async () => {
    expect((await raw('/healthz', { headers: { 'X-Request-Id': 'billing-7' } })).headers.get('x-request-id')).toBe(
      'billing-7',
    );
    expect((await raw('/healthz', { headers: { 'X-Request-Id': 'a b' } })).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

test('too many requests are told to wait', async () => {
  const small = await aHouse({ config: { requestsPerMinute: 3 } });
  try {
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await small.call('GET', '/v1/status'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.body.code).toBe('TOO_MANY_REQUESTS');
    expect(answers[3]?.headers.get('retry-after')).toBe('60');
    expect((await fetch(`${small.url}/healthz`)).status).toBe(200);
  } finally {
    await small.close();
  }
});
