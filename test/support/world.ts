import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Worker } from '@temporalio/worker';
import { composeMime } from '../../activities/adapters/mime.ts';
import type { Mailer } from '../../activities/ports.ts';
import { createApp } from '../../api/app.ts';
import { createCases } from '../../api/cases.ts';
import type { Cases } from '../../api/ports.ts';
import { instantOn } from '../../domain/instant.ts';
import type { Day } from '../../domain/day.ts';
import type { Strategy } from '../../domain/strategy.ts';
import { connect } from '../../prisma/client.ts';
import { createStore, type Store } from '../../prisma/store.ts';
import { wording } from '../../templates/port.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { createWorkers } from '../../worker/workers.ts';
import { registerSearchAttributes } from './searchAttributes.ts';
import { createCaller, type Call } from './call.ts';
import { silentLog } from './silentLog.ts';

export const INSTALLATION_KEY = 'test-installation-key-0123456789abcdef';
export const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret that only the bank of the tests knows').toString('base64')}`;
export const ZONE = 'Europe/Paris';

export type World = {
  readonly env: TestWorkflowEnvironment;
  readonly store: Store;
  readonly cases: Cases;
  readonly url: string;
  /** Speaks HTTP with the installation's key and an actor; throws nothing, answers status and body. */
  readonly call: Call;
  /** Skips to an hour of a day in Paris (plus a second, so that what is due then has begun) and lets the cases act. */
  readonly at: (day: string, hour?: number) => Promise<void>;
  readonly now: () => Promise<number>;
  /** Stops the workers as an outage would. */
  readonly stopWorkers: () => Promise<void>;
  readonly startWorkers: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Where a world gets its database, its clock and the workflows' code. */
export type WorldServers = {
  readonly createDatabase: () => Promise<{ readonly url: string; readonly drop: () => Promise<void> }>;
  readonly startTimeSkipping: () => Promise<TestWorkflowEnvironment>;
  readonly workflowBundle: () => { readonly codePath: string };
};

export type WorldOptions = {
  /** Vitest's shared servers when missing. */
  readonly servers?: WorldServers;

  readonly mailer?: Mailer | null;
  /** Where everything goes while a creditor's sending is `test`. */
  readonly testRecipient?: string;
  readonly rollAfter?: number;
  /** Workflows that a worker remembers; 0 = each task replays its history, and no queue dies with its worker. */
  readonly remembered?: number;
  readonly sending?: 'off' | 'on';
  /** Instead of those that ship with the app. */
  readonly strategies?: readonly Strategy[];
};

/** Huitaine as a whole, from HTTP to outbox, on a real database and a clock that jumps over waiting. */
export const createWorld = async (options: WorldOptions = {}): Promise<World> => {
  // Vitest's own module can't be loaded outside of it.
  const servers: WorldServers = options.servers ?? (await import('./servers.ts'));
  const database = await servers.createDatabase();
  const env = await servers.startTimeSkipping();
  await registerSearchAttributes(env);
  const db = connect(database.url);
  const now = async (): Promise<number> => env.currentTimeMs();
  const store = createStore({ db, now, strategies: options.strategies ?? loadStrategies(), jitterMinutes: 0 });
  const suffix = randomBytes(4).toString('hex');
  const queues = { cases: `cases-${suffix}`, email: `email-${suffix}` };
  const cases = createCases({
    client: env.client,
    store,
    deskUrl: 'http://127.0.0.1/desk',
    queues,
    rollAfter: options.rollAfter ?? 500,
    patience: 20_000,
  });
  const workers = workerControl(
    env,
    servers.workflowBundle(),
    store,
    cases,
    queues,
    { mailer: options.mailer ?? null, testRecipient: options.testRecipient ?? null },
    options.remembered,
  );
  await workers.start();
  const server = createApp({
    store,
    cases,
    now,
    wording,
    log: silentLog,
    config: {
      temporalUiUrl: 'http://127.0.0.1:8233',
      deskUrl: 'http://127.0.0.1:3000',
      webhookSecrets: () => [WEBHOOK_SECRET],
      installationKey: INSTALLATION_KEY,
      requestsPerMinute: 1_000_000,
      version: 'test',
    },
  }).listen(0, '127.0.0.1');
  const url = await listening(server);
  return {
    env,
    store,
    cases,
    url,
    now,
    call: createCaller(url, INSTALLATION_KEY),
    at: (day, hour = 9) => skipTo(env, instantOn(day as Day, hour, ZONE)),
    stopWorkers: workers.stop,
    startWorkers: workers.start,
    stop: async () => {
      await workers.stop();
      await new Promise((resolve) => server.close(resolve));
      await db.$disconnect();
      await env.teardown();
      await database.drop();
    },
  };
};

const skipTo = async (env: TestWorkflowEnvironment, instant: number): Promise<void> => {
  const ahead = instant + 1000 - (await env.currentTimeMs());
  if (ahead > 0) await env.sleep(ahead);
};

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.once('listening', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

const workerControl = (
  env: TestWorkflowEnvironment,
  workflowBundle: { readonly codePath: string },
  store: Store,
  cases: Cases,
  queues: { readonly cases: string; readonly email: string },
  post: { readonly mailer: Mailer | null; readonly testRecipient: string | null },
  remembered?: number,
): { readonly start: () => Promise<void>; readonly stop: () => Promise<void> } => {
  let workers: readonly Worker[] = [];
  let running: Promise<unknown> = Promise.resolve();
  return {
    start: async () => {
      workers = await createWorkers({
        connection: env.nativeConnection,
        namespace: 'default',
        workflows: { workflowBundle },
        queues,
        emailsPerSecond: 10_000,
        ...(remembered === undefined ? {} : { extra: { maxCachedWorkflows: remembered } }),
        dependencies: {
          store,
          wording,
          compose: composeMime,
          ...post,
          // The time-skipping server has no lists; the reconciler is tested on the real server.
          cases: { tell: cases.tell, running: async function* () {}, end: async () => undefined },
        },
      });
      running = Promise.all(workers.map((worker) => worker.run()));
    },
    stop: async () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      workers = [];
    },
  };
};
