import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makePrivateFolder } from '../files.ts';
import { freePort } from '../ports.ts';
import { lastLines } from '../run.ts';
import { postgresAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { clusterUrl, initialise, serverArguments } from './cluster.ts';
import { answers, reachable } from './reach.ts';

export type Throwaway = { readonly url: (database: string) => string; readonly stop: () => Promise<void> };

/** Nothing here need survive a power cut. */
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** A PostgreSQL for tests and tools, in a temporary folder that goes with it. */
export const startThrowaway = async (parent = os.tmpdir()): Promise<Throwaway> => {
  const folder = await mkdtemp(path.join(parent, 'postgres-'));
  const account = await postgresAccount();
  await makePrivateFolder(folder);
  const binaries = await reachable(await findBinaries(), account, path.join(folder, 'native'));
  const cluster = { binaries, account, data: path.join(folder, 'data'), password: 'throwaway' };
  await initialise(cluster);
  const port = await freePort();
  const logFile = path.join(folder, 'log');
  const log = await open(logFile, 'w');
  const child = spawn(binaries.postgres, serverArguments(cluster.data, port, QUICK), {
    ...account,
    cwd: cluster.data,
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  await log.close();
  const exited = once(child, 'exit');
  const url = (database: string): string => clusterUrl(port, cluster.password, database);
  await answers(child, url('postgres'), async () => lastLines(await readFile(logFile, 'utf8')));
  return {
    url,
    stop: async () => {
      child.kill('SIGQUIT'); // Its data are thrown away: no reason for a last checkpoint.
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
