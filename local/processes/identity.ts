import { readFile } from 'node:fs/promises';
import { run } from '../run.ts';

/** A process and the moment it began: the system gives the number of a dead one to another. */
export type Identity = { readonly pid: number; readonly began: string };

/** Undefined when no such process runs; a zombie doesn't run. */
export const identify = async (pid: number): Promise<Identity | undefined> => {
  const began = process.platform === 'linux' ? await beganOnLinux(pid) : await beganElsewhere(pid);
  return began ? { pid, began } : undefined;
};

export const isRunning = async ({ pid, began }: Identity): Promise<boolean> => (await identify(pid))?.began === began;

/** Ticks since the start of the machine, so together with the id of that start. */
const beganOnLinux = async (pid: number): Promise<string | undefined> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // The name, in parentheses, may hold blanks: count the fields after it.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : `${boot.trim()}/${fields[18]}`;
  } catch {
    return undefined;
  }
};

const beganElsewhere = async (pid: number): Promise<string | undefined> => {
  const { code, output } = await run('ps', ['-o', 'state=,lstart=', '-p', String(pid)]);
  const [, state, began] = /^\s*(\S+)\s+(.+)$/.exec(output.trim()) ?? [];
  return code === 0 && !state?.startsWith('Z') ? began : undefined;
};
