import { readFileSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { connect } from '../prisma/client.ts';
import { ensureDefaultCreditor } from '../prisma/parties/creditors.ts';
import { createStore } from '../prisma/store.ts';
import { wording } from '../templates/port.ts';
import { loadStrategies } from '../templates/strategies/load.ts';
import { mountDesk } from '../web/desk.ts';
import { createApp } from './app.ts';
import { createCases } from './cases.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import type { ApiDependencies } from './ports.ts';

const config = readConfig(process.env);
const log = createLog(config.logLevel);
// The variables of the Temporal CLI, so that any cluster can be used; lazily, so that facts are taken while it is away.
const temporal = loadClientConnectConfig();
const client = new Client({
  connection: Connection.lazy(temporal.connectionOptions),
  namespace: temporal.namespace ?? 'default',
});
const now = async (): Promise<number> => Date.now();
const store = createStore({
  db: connect(config.databaseUrl),
  now,
  strategies: loadStrategies(),
  jitterMinutes: config.jitterMinutes,
});
const cases = createCases({
  client,
  store,
  deskUrl: config.api.deskUrl,
  onAway: (error) =>
    log.warn(
      { error: error instanceof Error ? error.name : typeof error },
      'Temporal did not answer; the reconciler tells the case',
    ),
});
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const dependencies: ApiDependencies = { store, cases, now, log, wording, config: { ...config.api, version } };

await ensureDefaultCreditor(store);
const server = createApp(dependencies, (app) => mountDesk(app, dependencies)).listen(config.port, config.host, () => {
  log.info({ port: config.port }, 'listening');
});

const stop = (): void => {
  server.close(() => {
    void Promise.allSettled([store.db.$disconnect(), client.connection.close()]).then(() => process.exit(0));
  });
  server.closeIdleConnections();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
