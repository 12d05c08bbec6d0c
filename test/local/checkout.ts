import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isThere } from '../../local/files.ts';
import { root } from '../../local/paths.ts';
import { freePort } from '../../local/ports.ts';
import { end } from '../../local/processes/end.ts';
import { readPidFile } from '../../local/processes/pidFile.ts';
import { runFolder, RUN_VARIABLE } from '../../local/processes/strays.ts';

export type Started = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
};

export type Checkout = {
  readonly home: string;
  readonly ports: Record<string, string>;
  /** `npm start`, without waiting. */
  readonly start: (environment?: NodeJS.ProcessEnv) => Started;
  readonly pidOf: (part: string) => Promise<number | undefined>;
  readonly remove: () => Promise<void>;
};

/** A copy of what `npm start` needs, with stand-ins for the API and the worker, and ports of its own. */
export const makeCheckout = async (): Promise<Checkout> => {
  const folder = await mkdtemp(path.join(runFolder(process.env[RUN_VARIABLE] ?? ''), 'checkout-'));
  await chmod(folder, 0o755);
  for (const part of ['local', 'prisma', 'prisma.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  await cp(path.join(root, 'test', 'local', 'fixtures'), folder, { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const home = path.join(folder, '.huitaine');
  const names = ['PORT', 'HUITAINE_POSTGRES_PORT', 'HUITAINE_TEMPORAL_PORT', 'HUITAINE_TEMPORAL_UI_PORT'];
  const ports = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, String(await freePort())] as const)),
  );
  const pidOf = async (part: string): Promise<number | undefined> =>
    (await readPidFile(path.join(home, `${part}.pid`)))?.pid;
  return {
    home,
    ports,
    pidOf,
    start: (environment = {}) => launch(folder, { ...process.env, ...withoutServers, ...ports, ...environment }),
    remove: async () => {
      for (const part of ['start', 'api', 'worker', 'temporal', 'postgres']) {
        const identity = await readPidFile(path.join(home, `${part}.pid`));
        if (identity) await end(identity, 'SIGKILL', 1000);
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};

/** It must start its own, whatever the tests use. */
const withoutServers = {
  DATABASE_URL: '',
  TEMPORAL_ADDRESS: '',
  HUITAINE_API_KEY: '',
  HUITAINE_WEBHOOK_SECRET_BANK: '',
};

const launch = (cwd: string, env: NodeJS.ProcessEnv): Started => {
  const child = spawn(process.execPath, ['local/start.mjs'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, exit: new Promise((resolve) => child.once('exit', resolve)) };
};

export const until = async (
  what: string,
  check: () => Promise<boolean> | boolean,
  output: () => string,
): Promise<void> => {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await pause(50)) if (await check()) return;
  throw new Error(`Never came: ${what}. Said so far:\n${output()}`);
};

export const ready = (started: Started): Promise<void> =>
  until('is ready', () => started.output().includes('Huitaine is ready'), started.output);

export const logOf = async (checkout: Checkout, part: string): Promise<string> => {
  const file = path.join(checkout.home, 'logs', `${part}.log`);
  return (await isThere(file)) ? readFile(file, 'utf8') : '';
};
