import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { composeMime } from '../../activities/adapters/mime.ts';
import { createApp } from '../../api/app.ts';
import { createCases } from '../../api/cases.ts';
import type { Cases } from '../../api/ports.ts';
import { day } from '../../domain/day.ts';
import { instantOn } from '../../domain/instant.ts';
import { connect } from '../../prisma/client.ts';
import { createStore, type Store } from '../../prisma/store.ts';
import { wording } from '../../templates/port.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { runningCases } from '../../worker/runningCases.ts';
import { createWorkers } from '../../worker/workers.ts';
import { createCaller, type Call } from '../support/call.ts';
import { createDatabase, devServerAddress, workflowBundle } from '../support/servers.ts';
import { silentLog } from '../support/silentLog.ts';
import { INSTALLATION_KEY, ZONE } from '../support/world.ts';

/** Huitaine on the real server that all test files share: a creditor, task queues and workflow ids of its own. */
export type RealServer = {
  readonly creditorId: string;
  readonly store: Store;
  readonly client: Client;
  readonly call: Call;
  readonly caseQueue: string;
  /** From now on the API can't reach Temporal, or can again. */
  readonly temporal: (is: 'there' | 'away') => void;
  /** Business time moves on; the server's own clock doesn't matter to cases that sleep for years. */
  readonly later: (seconds: number) => void;
  readonly stop: () => Promise<void>;
};

export const startOnRealServer = async (): Promise<RealServer> => {
  const suffix = randomBytes(4).toString('hex');
  const creditorId = `maison-${suffix}`;
  const database = await createDatabase();
  const db = connect(database.url);
  let clock = instantOn(day('2090-01-02'), 10, ZONE);
  const store = createStore({ db, now: async () => clock, strategies: loadStrategies(), jitterMinutes: 0 });
  const address = devServerAddress();
  const client = new Client({ connection: await Connection.connect({ address }) });
  const queues = { cases: `cases-${suffix}`, email: `email-${suffix}` };
  const cases = createCases({ client, store, deskUrl: null, queues });
  let away = false;
  const reached: Cases = {
    ...cases,
    tell: async (ref) => (away ? false : cases.tell(ref)),
    tellAndWait: async (ref) => (away ? 'away' : cases.tellAndWait(ref)),
  };
  // The reconciler has eyes for this house only: other test files keep their own cases on the same server.
  const { running, ...rest } = runningCases(client, cases);
  const ours = async function* (): ReturnType<typeof running> {
    for await (const one of running()) if (one.workflowId.startsWith(`invoice/${creditorId}/`)) yield one;
  };
  const connection = await NativeConnection.connect({ address });
  const workers = await createWorkers({
    connection,
    namespace: 'default',
    workflows: { workflowBundle: workflowBundle() },
    queues,
    emailsPerSecond: 1000,
    dependencies: {
      store,
      wording,
      compose: composeMime,
      mailer: null,
      testRecipient: null,
      cases: { ...rest, running: ours },
    },
  });
  const runs = Promise.all(workers.map((worker) => worker.run()));
  const server = createApp({
    store,
    cases: reached,
    now: store.now,
    wording,
    log: silentLog,
    config: {
      temporalUiUrl: null,
      deskUrl: null,
      webhookSecrets: () => [],
      installationKey: INSTALLATION_KEY,
      version: 'test',
    },
  }).listen(0, '127.0.0.1');
  const url = await listening(server);
  const caller = createCaller(url, INSTALLATION_KEY);
  return {
    creditorId,
    store,
    client,
    call: (method, path, body, headers) => caller(method, path, body, { ...headers, 'Huitaine-Creditor': creditorId }),
    caseQueue: queues.cases,
    temporal: (is) => {
      away = is === 'away';
    },
    later: (seconds) => {
      clock += seconds * 1000;
    },
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await runs;
      for await (const { workflowId } of ours())
        await client.workflow.getHandle(workflowId).terminate('the test is over');
      await new Promise((resolve) => server.close(resolve));
      await connection.close();
      await client.connection.close();
      await db.$disconnect();
      await database.drop();
    },
  };
};

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.once('listening', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
