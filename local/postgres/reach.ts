import { type ChildProcess } from 'node:child_process';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { canEnter, type Account } from './account.ts';
import { binariesIn, type Binaries } from './binaries.ts';

/** The binaries themselves, or a copy where the account can't enter the checkout. */
export const reachable = async (binaries: Binaries, account: Account, copy: string): Promise<Binaries> => {
  if (canEnter(account, path.dirname(binaries.postgres))) return binaries;
  if (!(await stat(copy).catch(() => undefined))) {
    await rm(`${copy}.part`, { recursive: true, force: true });
    await mkdir(path.dirname(copy), { recursive: true, mode: 0o755 });
    await cp(binaries.folder, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.part`, copy);
  }
  return binariesIn(copy);
};

/** Waits until PostgreSQL answers; a recovery after a crash may take its time, a dead process never answers. */
export const answers = async (child: ChildProcess, url: string, log: () => Promise<string>): Promise<void> => {
  for (;;) {
    if (await connects(url)) return;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL ended while starting:\n${await log()}`);
    await pause(50);
  }
};

export const connects = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};
