import { readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { end } from './end.ts';
import { findProcesses, type Found } from './find.ts';
import { identify } from './identity.ts';

/** Names a test run, and by the moment it began also which process with that number it was. */
export const RUN_VARIABLE = 'HUITAINE_TEST_RUN';

export const runFolder = (name: string): string => path.join(os.tmpdir(), `huitaine-test-${name}`);

export const nameThisRun = async (): Promise<string> => {
  const identity = await identify(process.pid);
  return `${process.pid}-${identity?.began.replaceAll(/[^\w]/g, '-') ?? 'unknown'}`;
};

/** Ends what test runs left behind, however they ended, and removes their temporary folders. */
export const endStrays = async (isOver: (name: string) => Promise<boolean> = hasDied): Promise<void> => {
  const over = new Map<string, boolean>();
  const check = async (name: string): Promise<boolean> => {
    over.set(name, over.get(name) ?? (await isOver(name)));
    return over.get(name) === true;
  };
  for (const { pid, name } of await processesOfRuns()) {
    const identity = pid === process.pid || !(await check(name)) ? undefined : await identify(pid);
    if (identity) await end(identity, 'SIGTERM', 1000);
  }
  for (const entry of await readdir(os.tmpdir())) {
    const [, name] = /^huitaine-test-(.+)$/.exec(entry) ?? [];
    if (name && (await check(name))) await rm(runFolder(name), { recursive: true, force: true });
  }
};

const hasDied = async (name: string): Promise<boolean> => {
  const [, pid = '', began = ''] = /^(\d+)-(.+)$/.exec(name) ?? [];
  const identity = await identify(Number(pid));
  return identity?.began.replaceAll(/[^\w]/g, '-') !== began;
};

/** PostgreSQL overwrites what it inherited: it is known by the folder that it works in. */
const processesOfRuns = async (): Promise<readonly Found[]> =>
  findProcesses(
    (environment, command) => environment.get(RUN_VARIABLE) ?? /huitaine-test-([^/\s]+)/.exec(command)?.[1],
  );
