import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../api/config.ts';
import { aDebtor, anInvoice, euros, ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
let written = '';
beforeAll(async () => {
  const sink = new Writable({ write: (chunk, _encoding, done) => ((written += String(chunk)), done()) });
  house = await aHouse({ log: pino({ level: 'trace' }, sink) });
});
afterAll(() => house.close());

test('alive, and ready only while database, migrations, Temporal and worker are', async () => {
  expect(ok(await house.call('GET', '/healthz'))).toEqual({ status: 'ok' });
  expect(ok(await house.call('GET', '/readyz'))).toEqual({
    database: true,
    migrations: true,
    temporal: true,
    worker: true,
  });
  house.temporal('away');
  const answer = await house.call('GET', '/readyz');
  expect(answer).toMatchObject({
    status: 503,
    body: { database: true, migrations: true, temporal: false, worker: false },
  });
  house.temporal('there');
  await house.db
    .$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`;
  expect((await house.call('GET', '/readyz')).body).toMatchObject({ database: true, migrations: false });
});

test('the status tells version, sending mode and business time', async () => {
  expect(ok(await house.call('GET', '/v1/status'))).toEqual({
    version: 'test',
    creditorId: 'default',
    sending: 'off',
    now: '2031-03-03T09:00:00.000Z',
    bankDataThrough: null,
    ratesThrough: '2026-12-31',
    ratesThroughBySeries: {
      ECB_MRO: '2026-12-31',
      FR_LEGAL_PRIVATE: '2026-12-31',
      FR_LEGAL_OTHER: '2026-12-31',
      BE_COMMERCIAL: '2026-12-31',
      BE_LEGAL: '2026-12-31',
    },
  });
});

test('rates reach as far as the shortest series that a message may need', async () => {
  const rate = (series: string, from = '2027-01-01') => ({
    series,
    from,
    ratePct: '2.5',
    confidence: 'official',
    source: 'a test',
    why: 'a test',
  });
  const through = async (...rates: object[]) => {
    ok(await house.call('PUT', '/v1/rates', rates), 200);
    const { ratesThrough, ratesThroughBySeries } = ok(await house.call('GET', '/v1/status'));
    return [ratesThrough, ratesThroughBySeries.ECB_MRO];
  };
  expect(await through(rate('ECB_MRO'), rate('FR_LEGAL_OTHER'), rate('BE_LEGAL'))).toEqual([
    '2026-12-31',
    '2027-06-30',
  ]);
  // Private persons' rate is for the calculator alone.
  expect(await through(rate('BE_COMMERCIAL'))).toEqual(['2027-06-30', '2027-06-30']);
  expect(await through(rate('ECB_MRO', '2028-01-01'))).toEqual(['2027-06-30', '2027-06-30']);
  expect(await through(rate('ECB_MRO', '2027-07-01'))).toEqual(['2027-06-30', '2028-06-30']);
});

test('Prometheus reads requests by route, and cases by status', async () => {
  ok(await house.call('POST', '/v1/invoices', anInvoice()), 201);
  const response = await fetch(`${house.url}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  expect(text).toMatch(/huitaine_http_request_seconds_count\{method="POST",route="\/v1\/invoices",status="201"\} 1/);
  expect(text).toContain('huitaine_cases{status="chasing"} 1');
});

test('strategies are listed and read', async () => {
  const { data } = ok(await house.call('GET', '/v1/strategies'));
  expect(data.map(({ key }: { key: string }) => key).sort()).toEqual([
    'close-contact',
    'five-days',
    'procedure',
    'progressive',
    'statement-first',
  ]);
  expect(ok(await house.call('GET', '/v1/strategies/progressive')).steps[0].id).toBe('pre-reminder');
  expect((await house.call('GET', '/v1/strategies/none')).status).toBe(404);
});

test('the log holds routes and codes, no person, amount, key or address', async () => {
  written = '';
  const secret = 'huitaine_not_a_key_but_secret';
  ok(
    await house.call(
      'POST',
      '/v1/invoices',
      anInvoice({ id: 'LOG-1', subject: 'Sujet-Secret', debtor: { ...aDebtor, id: 'log', name: 'Nom-Secret' } }),
    ),
    201,
  );
  ok(
    await house.call('POST', '/v1/invoices/LOG-1/payments', {
      id: 'log',
      amount: euros(1),
      receivedOn: '2031-03-03',
      payer: { name: 'Payeur-Secret', iban: 'FR7630006000011234567890189' },
    }),
    201,
  );
  await house.call('POST', '/v1/invoices', anInvoice({ id: 'Bad Secret', subject: 7 }));
  await house.callAs(secret)('GET', '/v1/invoices?number=Numero-Secret');
  const { status } = await house.call('POST', '/v1/invoices/LOG-1/hold', { note: 'Note-Secret', until: '2000-01-01' });
  expect(status).toBe(422);
  const lines = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => [line.route, line.status, line.code])).toEqual([
    ['/v1/invoices', 201, undefined],
    ['/v1/invoices/:invoiceId/payments', 201, undefined],
    ['/v1/invoices', 422, 'VALIDATION'],
    ['/v1/invoices', 401, 'KEY_INVALID'],
    ['/v1/invoices/:invoiceId/hold', 422, 'VALIDATION'],
  ]);
  for (const word of ['Secret', 'secret', 'FR76', 'martin', 'Claire', '120050']) expect(written).not.toContain(word);
});

test('a fault of ours is a 500 that says nothing inside, and a log line that says where', async () => {
  written = '';
  const broken = await aHouse({
    log: pino(
      { level: 'trace' },
      new Writable({ write: (chunk, _encoding, done) => ((written += String(chunk)), done()) }),
    ),
  });
  await broken.db.$executeRaw`ALTER TABLE "Debtor" RENAME TO "Gone"`;
  const answer = await broken.call('GET', '/v1/debtors/Nom-Secret');
  expect(answer.body).toMatchObject({ status: 500, code: 'INTERNAL', title: 'Internal error' });
  expect(JSON.stringify(answer.body)).not.toMatch(/prisma|Debtor|Gone|\.ts/i);
  const line = JSON.parse(written.trim().split('\n').at(-1) ?? '');
  expect(line).toMatchObject({ level: 50, status: 500, code: 'INTERNAL', requestId: answer.body.requestId });
  expect(line.where.join()).toContain('debtors.ts');
  expect(written).not.toContain('Secret');
  await broken.close();
});

/** A way to the database that can be cut. */
const aCable = () => {
  const sockets = new Set<Socket>();
  let to = new URL('tcp://127.0.0.1');
  const server = createServer((here) => {
    const there = connect(Number(to.port), to.hostname);
    for (const [from, into] of [
      [here, there],
      [there, here],
    ] as const) {
      sockets.add(from);
      from
        .on('error', () => into.destroy())
        .on('close', () => into.destroy())
        .pipe(into);
    }
  });
  return {
    lay: async (url: string): Promise<string> => {
      to = new URL(url);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const through = new URL(url);
      through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      return through.href;
    },
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};

test('without a database the answer is 503 with Retry-After', async () => {
  const cable = aCable();
  const lonely = await aHouse({ via: cable.lay });
  ok(await lonely.call('GET', '/v1/invoices'));
  cable.cut();
  for (const path of ['/v1/invoices', '/v1/debtors']) {
    const answer = await lonely.call('GET', path);
    expect(answer.body).toMatchObject({ status: 503, code: 'DATABASE_AWAY' });
    expect(answer.headers.get('retry-after')).toBe('5');
  }
  expect((await lonely.call('POST', '/v1/invoices', anInvoice())).body).toMatchObject({
    status: 503,
    code: 'DATABASE_AWAY',
  });
  expect((await lonely.call('GET', '/healthz')).status).toBe(200);
  expect((await lonely.call('GET', '/readyz')).body).toMatchObject({ database: false, migrations: false });
  await lonely.close();
});

test('the environment is read whole, and all its faults are named at once', () => {
  const secret = `whsec_${Buffer.from('twenty-four bytes or more').toString('base64')}`;
  const config = readConfig({
    DATABASE_URL: 'postgresql://u:p@127.0.0.1/db',
    HUITAINE_WEBHOOK_SECRET_MY_BANK: `${secret}  ${secret}`,
    HUITAINE_DESK_URL: 'http://127.0.0.1:3000/',
    LOG_LEVEL: '',
  });
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    logLevel: 'info',
    api: { deskUrl: 'http://127.0.0.1:3000', temporalUiUrl: null, installationKey: null },
  });
  expect(config.api.webhookSecrets('my-bank')).toEqual([secret, secret]);
  expect(config.api.webhookSecrets('other')).toEqual([]);
  const wrong = {
    PORT: 'http',
    DATABASE_URL: 'mysql://x',
    HUITAINE_API_KEY: 'short',
    HUITAINE_WEBHOOK_SECRET_BANK: 'hunter2',
    HUITAINE_WEBHOOK_SECRET_SHOP: `${secret} ${secret} ${secret}`,
  };
  const read = () => readConfig(wrong);
  for (const name of Object.keys(wrong)) expect(read).toThrow(name);
  expect(read).not.toThrow('hunter2');
});
