import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { readIfThere, writePrivately } from '../files.ts';
import { identify, isRunning, type Identity } from './identity.ts';

const Content = z.object({ pid: z.int().positive(), began: z.string() });

export const writePidFile = async (file: string, pid: number): Promise<void> => {
  const identity = await identify(pid);
  if (identity) await writePrivately(file, JSON.stringify(identity));
};

/** The process that the file names, if it still is that process; a file that lies is removed. */
export const readPidFile = async (file: string): Promise<Identity | undefined> => {
  const content = await readIfThere(file);
  if (content === undefined) return undefined;
  const identity = parse(content);
  if (identity && (await isRunning(identity))) return identity;
  await rm(file, { force: true });
  return undefined;
};

const parse = (content: string): Identity | undefined => {
  try {
    return Content.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
};
