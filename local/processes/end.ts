import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, type Identity } from './identity.ts';

/** Asks a process to end, and makes it after a while. Never touches another one that got its number. */
export const end = async (identity: Identity, signal: NodeJS.Signals, patienceMs: number): Promise<void> => {
  if (!(await isRunning(identity))) return;
  send(identity.pid, signal);
  if (await ended(identity, patienceMs)) return;
  send(identity.pid, 'SIGKILL');
  await ended(identity, 5000);
};

const ended = async (identity: Identity, patienceMs: number): Promise<boolean> => {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(50)) {
    if (!(await isRunning(identity))) return true;
  }
  return false;
};

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // It ended by itself.
  }
};
