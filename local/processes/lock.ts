import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify } from './identity.ts';
import { readPidFile } from './pidFile.ts';

/** One process at a time does the work; a lock whose owner died is nobody's. */
export const withLock = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  await mkdir(path.dirname(file), { recursive: true });
  while (!(await take(file))) await pause(200);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
};

/** False when a living process holds it. */
export const take = async (file: string): Promise<boolean> => {
  if (await readPidFile(file)) return false;
  const aside = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(aside, JSON.stringify(await identify(process.pid)), { mode: 0o600 });
  try {
    await link(aside, file); // Fails when somebody was quicker, and never shows half a file.
    return true;
  } catch {
    return false;
  } finally {
    await rm(aside, { force: true });
  }
};
