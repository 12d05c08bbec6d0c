import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { run } from '../run.ts';

/** Whose rights a process takes; empty means: ours. */
export type Account = { readonly uid?: number; readonly gid?: number };

/** PostgreSQL refuses to run as root, so root lends it an account of its own. */
export const postgresAccount = async (): Promise<Account> => {
  if (process.getuid?.() !== 0) return {};
  const existing = await lookUp('postgres');
  if (existing) return existing;
  await run('groupadd', ['--system', 'postgres']);
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  const created = await lookUp('postgres');
  if (created) return created;
  throw new Error(
    'PostgreSQL refuses to run as root, and no user "postgres" could be made: create it, or set DATABASE_URL.',
  );
};

const lookUp = async (name: string): Promise<Account | undefined> => {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = lines.find(([user]) => user === name) ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
};

/** False where a parent folder is closed to it, for example when the checkout lies in /root. */
export const canEnter = (account: Account, folder: string): boolean =>
  account.uid === undefined || spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], account).status === 0;
