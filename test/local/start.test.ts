import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identify } from '../../local/processes/identity.ts';
import { logOf, makeCheckout, ready, until, type Checkout, type Started } from './checkout.ts';

const PARTS = ['api', 'worker', 'temporal', 'postgres'];

let checkout: Checkout;
let started: Started;

beforeAll(async () => {
  checkout = await makeCheckout();
});

afterAll(async () => {
  started?.child.kill('SIGKILL');
  await checkout.remove();
});

const pidsOf = async (parts: readonly string[]): Promise<number[]> =>
  Promise.all(parts.map(async (part) => (await checkout.pidOf(part)) ?? Number.NaN));

/** The database as the worker got it, which is with the password that is kept. */
const sql = async (statement: string): Promise<unknown[]> => {
  await until('the worker’s first line', async () => (await logOf(checkout, 'worker')).includes('\n'), started.output);
  const [line = ''] = (await logOf(checkout, 'worker')).split('\n');
  const client = new pg.Client({ connectionString: (JSON.parse(line) as { database: string }).database });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};

test('the first start brings everything up, and keeps what it keeps to itself', async () => {
  started = checkout.start();
  await ready(started);

  const running = await Promise.all((await pidsOf(PARTS)).map(identify));
  expect(running.every(Boolean)).toBe(true);
  for (const file of ['secrets.json', 'start.pid', 'temporal.db', ...PARTS.map((part) => `${part}.pid`)])
    expect((await stat(path.join(checkout.home, file))).mode & 0o777, file).toBe(0o600);
  expect((await stat(checkout.home)).mode & 0o066).toBe(0);
  expect(await (await fetch(`http://127.0.0.1:${checkout.ports['PORT']}/healthz`)).json()).toEqual({
    asked: '/healthz',
  });
  expect(started.output()).toContain(`http://127.0.0.1:${checkout.ports['HUITAINE_TEMPORAL_UI_PORT']}`);
  await sql('CREATE TABLE kept AS SELECT 42 AS answer');
});

test('a second start beside the first says where everything is, and disturbs nothing', async () => {
  const before = await pidsOf(PARTS);
  const second = checkout.start();
  expect(await second.exit).toBe(0);
  expect(second.output()).toMatch(/runs here already \(process \d+\)/);
  expect(await pidsOf(PARTS)).toEqual(before);
});

test.each([
  ['worker', 'The worker is back'],
  ['postgres', 'PostgreSQL is back'],
])('when the %s dies it is started again', async (part, isBackAgain) => {
  const before = (await checkout.pidOf(part)) ?? 0;
  process.kill(before, 'SIGKILL');
  await until(isBackAgain, () => started.output().includes(isBackAgain), started.output);
  expect(await checkout.pidOf(part)).not.toBe(before);
  expect(await identify((await checkout.pidOf(part)) ?? 0)).toBeDefined();
});

test('after a kill -9 of everything the next start finds the data again', async () => {
  for (const pid of [started.child.pid ?? 0, ...(await pidsOf(PARTS))]) process.kill(pid, 'SIGKILL');
  started = checkout.start();
  await ready(started);
  expect(await sql('SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('after a kill -9 of the first process alone the next start ends what it left', async () => {
  const left = await pidsOf(PARTS);
  started.child.kill('SIGKILL');
  await started.exit;
  started = checkout.start();
  await ready(started);
  expect(await Promise.all(left.map(identify))).toEqual([undefined, undefined, undefined, undefined]);
});

test('Ctrl-C, even twice, stops API, worker, Temporal and PostgreSQL in this order', async () => {
  const pids = await pidsOf(PARTS);
  started.child.kill('SIGINT');
  started.child.kill('SIGINT');
  expect(await started.exit).toBe(0);

  expect(await Promise.all(pids.map(identify))).toEqual([undefined, undefined, undefined, undefined]);
  const [api, worker] = await Promise.all(
    ['api', 'worker'].map(async (part) => stoppedAt(await logOf(checkout, part))),
  );
  expect(api).toBeLessThan(worker ?? 0);
  expect((await logOf(checkout, 'postgres')).trimEnd()).toMatch(/database system is shut down$/);
  expect((await readdir(checkout.home)).filter((file) => file.endsWith('.pid'))).toEqual([]);
});

const stoppedAt = (log: string): number => Number(/(\d+) stopped\s*$/.exec(log)?.[1]);

test('a pid file that names a stranger by now harms no stranger', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  for (const part of ['start', ...PARTS]) {
    const lie = JSON.stringify({ pid: stranger.pid, began: 'another start of this machine/1' });
    await writeFile(path.join(checkout.home, `${part}.pid`), lie);
  }
  await writeFile(path.join(checkout.home, 'postgres', 'postmaster.pid'), `${stranger.pid}\n`);
  started = checkout.start();
  await ready(started);
  started.child.kill('SIGTERM');
  expect(await started.exit).toBe(0);

  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  stranger.kill('SIGKILL');
});

test('a port that is taken is named with the variable that changes it, and nothing is started', async () => {
  const taker = createServer().listen(Number(checkout.ports['HUITAINE_TEMPORAL_UI_PORT']), '127.0.0.1');
  await once(taker, 'listening');
  started = checkout.start();
  expect(await started.exit).toBe(1);
  expect(started.output()).toMatch(/Port \d+, wanted for the Temporal UI, is taken .* HUITAINE_TEMPORAL_UI_PORT=/);
  expect((await readdir(checkout.home)).filter((file) => file.endsWith('.pid'))).toEqual([]);
  taker.close();
});
