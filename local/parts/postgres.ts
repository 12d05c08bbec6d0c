import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readIfThere } from '../files.ts';
import { home } from '../paths.ts';
import { canEnter, postgresAccount, type Account } from '../postgres/account.ts';
import { findBinaries } from '../postgres/binaries.ts';
import { clusterUrl, initialise, serverArguments } from '../postgres/cluster.ts';
import { dataFolder, PLACE_FOR_ROOT } from '../postgres/places.ts';
import { connects, reachable } from '../postgres/reach.ts';
import type { Part } from './part.ts';

/** A PostgreSQL of this checkout's own, filled at the first start. */
export const postgresPart = async (port: number, password: string): Promise<Part> => {
  const account = await postgresAccount();
  const place = await placeFor(account);
  const binaries = await reachable(await findBinaries(), account, path.join(place, 'native'));
  const cluster = { binaries, account, data: dataFolder(place), password };
  await initialise(cluster);
  return {
    name: 'postgres',
    label: 'PostgreSQL',
    command: binaries.postgres,
    args: serverArguments(cluster.data, port),
    account,
    prepare: () => removeStalePidFile(cluster.data),
    ready: async (alive) => {
      while (alive() && !(await connects(clusterUrl(port, password, 'postgres')))) await pause(50);
    },
  };
};

const placeFor = async (account: Account): Promise<string> => {
  if (canEnter(account, home)) return home;
  await mkdir(PLACE_FOR_ROOT, { recursive: true, mode: 0o711 });
  return PLACE_FOR_ROOT;
};

/** After a kill -9 the file names a process that is gone, or by now another one, and PostgreSQL would not start. */
const removeStalePidFile = async (data: string): Promise<void> => {
  const file = path.join(data, 'postmaster.pid');
  const pid = Number((await readIfThere(file))?.split('\n', 1)[0]);
  if (pid > 0 && !(await commandOf(pid)).includes(data)) await rm(file, { force: true });
};

const commandOf = (pid: number): Promise<string> => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
