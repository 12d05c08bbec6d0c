import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readIfThere } from './files.ts';
import { GOODBYE, type Part } from './parts/part.ts';
import { home, root } from './paths.ts';
import { end } from './processes/end.ts';
import { identify } from './processes/identity.ts';
import { writePidFile } from './processes/pidFile.ts';
import { withProgress } from './progress.ts';
import { lastLines } from './run.ts';

export const PART_VARIABLE = 'HUITAINE_PART';
export const pidFile = (name: string): string => path.join(home, `${name}.pid`);
const logFile = (name: string): string => path.join(home, 'logs', `${name}.log`);

/** A part that ends more often than this within a minute won't get better by itself. */
const MOST_RESTARTS = 3;

export type Supervisor = {
  /** Starts a part and comes back when it serves. */
  readonly start: (part: Part) => Promise<void>;
  /** Ends all parts, the last started first. */
  readonly stop: () => Promise<void>;
};

/** Keeps the parts running: `giveUp` hears of one that can't be. */
export const supervise = (giveUp: (reason: Error) => void): Supervisor => {
  const running = new Map<Part, ChildProcess>();
  const restarts = new Map<Part, number[]>();
  let stopping = false;

  const launch = async (part: Part): Promise<void> => {
    await part.prepare?.();
    const log = await openLog(part.name);
    if (stopping) return log.close();
    const usual = process.umask(0o077); // What it writes is nobody else's business.
    const child = spawn(part.command, part.args, {
      ...part.account,
      cwd: part.account?.uid === undefined ? root : '/',
      env: { ...process.env, ...part.environment, [PART_VARIABLE]: `${home}#${part.name}` },
      stdio: ['ignore', log.fd, log.fd],
      detached: true, // So that Ctrl-C reaches us alone, and we end them in order.
    });
    process.umask(usual);
    running.set(part, child);
    const alive = (): boolean => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
    child.once('error', () => running.delete(part));
    await log.close();
    if (child.pid) await writePidFile(pidFile(part.name), child.pid);
    await part.ready(alive);
    if (!alive() && !stopping) throw new Error(await epitaph(part, child));
    child.once('exit', () => void reviveAfter(part, child));
  };

  const reviveAfter = async (part: Part, dead: ChildProcess): Promise<void> => {
    if (stopping) return;
    console.log(`${capital(part.label)} ended (${causeOfDeath(dead)}): starting it again.`);
    let reason = new Error(await epitaph(part, dead));
    while (mayRestart(part)) {
      await pause(500);
      if (stopping) return;
      try {
        await launch(part);
        if (!stopping) console.log(`${capital(part.label)} is back.`);
        return;
      } catch (error) {
        reason = error as Error;
      }
    }
    giveUp(reason);
  };

  const mayRestart = (part: Part): boolean => {
    const recently = [...(restarts.get(part) ?? []), Date.now()].filter((time) => time > Date.now() - 60_000);
    restarts.set(part, recently);
    return recently.length <= MOST_RESTARTS;
  };

  return {
    start: (part) => withProgress(`Starting ${part.label}`, () => launch(part)),
    stop: async () => {
      stopping = true;
      for (const [part, child] of [...running].toReversed()) await stopPart(part, child);
    },
  };
};

const stopPart = async (part: Part, child: ChildProcess): Promise<void> => {
  const identity = child.pid === undefined ? undefined : await identify(child.pid);
  const { signal, patienceMs } = GOODBYE[part.name];
  if (identity) await withProgress(`Stopping ${part.label}`, () => end(identity, signal, patienceMs));
  await rm(pidFile(part.name), { force: true });
};

/** One older log is kept, so that a machine that runs for years isn't filled. */
const openLog = async (name: string): Promise<Awaited<ReturnType<typeof open>>> => {
  const file = logFile(name);
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > 10_000_000) await rename(file, `${file}.1`);
  return open(file, 'a', 0o600);
};

const epitaph = async (part: Part, child: ChildProcess): Promise<string> => {
  const log = lastLines((await readIfThere(logFile(part.name))) ?? '');
  const where = path.relative(process.cwd(), logFile(part.name));
  return `${capital(part.label)} ended (${causeOfDeath(child)}). The end of ${where}:\n${log}`;
};

const causeOfDeath = ({ exitCode, signalCode }: ChildProcess): string => signalCode ?? `code ${exitCode}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
