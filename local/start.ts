import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { makeSearchAttributes } from './cluster.ts';
import { prepareDatabase } from './database.ts';
import { announceDemo } from './demo.ts';
import { childEnvironment } from './environment.ts';
import { isThere, makePrivateFolder } from './files.ts';
import { endLeftovers } from './leftovers.ts';
import { apiPart, workerPart } from './parts/app.ts';
import { postgresPart } from './parts/postgres.ts';
import { temporalPart } from './parts/temporal.ts';
import { home, root } from './paths.ts';
import { requireFree } from './ports.ts';
import { clusterUrl } from './postgres/cluster.ts';
import { generatePrismaClient } from './prismaClient.ts';
import { take } from './processes/lock.ts';
import { readPidFile } from './processes/pidFile.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { apiUrl, readSettings, type Settings } from './settings.ts';
import { stopOnSignals } from './signals.ts';
import { supervise, type Supervisor } from './supervisor.ts';
import { welcome } from './welcome.ts';

const LOCK = path.join(home, 'start.pid');

/** Starts everything that Huitaine needs on one machine, and stays until it is told to stop. */
export const start = async (args: readonly string[]): Promise<void> => {
  if (await isThere(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
  const settings = readSettings(process.env);
  await makePrivateFolder(home);
  await mkdir(path.join(home, 'logs'), { recursive: true, mode: 0o700 });
  const secrets = await readSecrets(settings);
  if (!(await take(LOCK))) {
    console.log(`Huitaine runs here already (process ${(await readPidFile(LOCK))?.pid}); Ctrl-C there stops it.`);
    return console.log(welcome(settings, secrets));
  }
  const shutDown = stopOnSignals(LOCK);
  const supervisor = supervise((reason) => void shutDown.because(reason));
  shutDown.stops(supervisor.stop);
  try {
    await endLeftovers();
    await startParts(settings, secrets, supervisor);
    if (args.includes('--demo')) await announceDemo(settings, secrets);
    console.log(welcome(settings, secrets));
  } catch (error) {
    await shutDown.because(error as Error);
  }
};

const startParts = async (settings: Settings, secrets: Secrets, supervisor: Supervisor): Promise<void> => {
  await requirePorts(settings);
  await generatePrismaClient();
  const port = settings.HUITAINE_POSTGRES_PORT;
  if (!settings.DATABASE_URL) await supervisor.start(await postgresPart(port, secrets.databasePassword));
  const databaseUrl = settings.DATABASE_URL ?? clusterUrl(port, secrets.databasePassword, 'huitaine');
  await prepareDatabase(databaseUrl, settings.DATABASE_URL === undefined);
  if (!settings.TEMPORAL_ADDRESS) await supervisor.start(await temporalPart(settings));
  const environment = childEnvironment(settings, secrets, databaseUrl);
  await makeSearchAttributes(environment);
  await supervisor.start(workerPart(environment));
  await supervisor.start(apiPart(environment, apiUrl(settings)));
};

/** All before anything starts: one sentence is better than half an installation. */
const requirePorts = async (settings: Settings): Promise<void> => {
  await requireFree(settings.PORT, 'the API and the desk', 'PORT');
  if (!settings.DATABASE_URL)
    await requireFree(settings.HUITAINE_POSTGRES_PORT, 'PostgreSQL', 'HUITAINE_POSTGRES_PORT');
  if (settings.TEMPORAL_ADDRESS) return;
  await requireFree(settings.HUITAINE_TEMPORAL_PORT, 'Temporal', 'HUITAINE_TEMPORAL_PORT');
  await requireFree(settings.HUITAINE_TEMPORAL_UI_PORT, 'the Temporal UI', 'HUITAINE_TEMPORAL_UI_PORT');
};
