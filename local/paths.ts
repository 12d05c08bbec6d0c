import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What this machine's Huitaine keeps: database, secrets, logs, pid files. Ignored by git. */
export const home = path.join(root, '.huitaine');

/** What is costly to fetch or build lies outside the checkout, so that a fresh clone finds it again. */
export const cacheFolder = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment['HUITAINE_CACHE'] ??
  path.join(environment['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'huitaine');
