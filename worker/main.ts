import { createRequire } from 'node:module';
import { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';
import { Connection } from '@temporalio/client';
import { composeMime } from '../activities/adapters/mime.ts';
import { createCases } from '../api/cases.ts';
import { connect } from '../prisma/client.ts';
import { createStore } from '../prisma/store.ts';
import { wording } from '../templates/port.ts';
import { loadStrategies } from '../templates/strategies/load.ts';
import { readConfig } from './config.ts';
import { mailService } from './mailService.ts';
import { runningCases } from './runningCases.ts';
import { ensureReconciler } from './schedule.ts';
import { versioning } from './versioning.ts';
import { createWorkers } from './workers.ts';

const config = readConfig(process.env);
// The variables of the Temporal CLI (TEMPORAL_ADDRESS, TEMPORAL_API_KEY, TLS), so that any cluster can be used.
const temporal = loadClientConnectConfig();
const namespace = temporal.namespace ?? 'default';
const store = createStore({
  db: connect(config.DATABASE_URL),
  now: async () => Date.now(),
  strategies: loadStrategies(),
  jitterMinutes: 0,
});
const client = new Client({ connection: await Connection.connect(temporal.connectionOptions), namespace });
const cases = createCases({ client, store, deskUrl: config.HUITAINE_DESK_URL ?? null });

const workers = await createWorkers({
  connection: await NativeConnection.connect(temporal.connectionOptions),
  namespace,
  dependencies: {
    store,
    wording,
    compose: composeMime,
    mailer: mailService(config),
    testRecipient: config.HUITAINE_TEST_RECIPIENT ?? null,
    cases: runningCases(client, cases),
  },
  workflows: { workflowsPath: createRequire(import.meta.url).resolve('../workflows/index.ts') },
  emailsPerSecond: config.HUITAINE_EMAILS_PER_SECOND,
  extra: { shutdownGraceTime: '20 seconds', shutdownForceTime: '40 seconds', ...versioning(config) },
});
await ensureReconciler(client);
await Promise.all(workers.map((worker) => worker.run()));
await store.db.$disconnect();
