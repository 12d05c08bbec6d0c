import { randomBytes } from 'node:crypto';
import { chown, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { lastLines, run } from '../run.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

const DATABASE_USER = 'huitaine';

/** A PostgreSQL data folder and how to run it. */
export type Cluster = {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly data: string;
  readonly password: string;
};

/** Fills an empty data folder; one that is filled stays as it is. */
export const initialise = async ({ binaries, account, data, password }: Cluster): Promise<void> => {
  if (await exists(path.join(data, 'PG_VERSION'))) return;
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  await give(account, data);
  const passwordFile = path.join(os.tmpdir(), `huitaine-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await give(account, passwordFile);
    const { code, output } = await run(
      binaries.initdb,
      [
        ...['--pgdata', data, '--username', DATABASE_USER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        // The same order of texts on every machine, whatever locales it has.
        ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
        ...['--no-instructions', '--no-sync'],
      ],
      { ...account, cwd: data },
    );
    if (code !== 0) throw new Error(`PostgreSQL could not set up ${data}:\n${lastLines(output)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
};

/** Reachable through 127.0.0.1 only: without a socket file two checkouts can't meet in /tmp. */
export const serverArguments = (data: string, port: number, settings: Record<string, string> = {}): string[] => [
  ...['-D', data, '-p', String(port)],
  ...Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

export const clusterUrl = (port: number, password: string, database: string): string =>
  `postgresql://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

const give = async ({ uid, gid }: Account, file: string): Promise<void> => {
  if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
};
