import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isThere } from '../../local/files.ts';
import { end } from '../../local/processes/end.ts';
import { identify, isRunning } from '../../local/processes/identity.ts';
import { take, withLock } from '../../local/processes/lock.ts';
import { readPidFile, writePidFile } from '../../local/processes/pidFile.ts';

let folder: string;
let file: string;
const started: ChildProcess[] = [];

/** A process that runs until somebody ends it. */
const sleeper = async (code = 'setInterval(() => {}, 1000)'): Promise<number> => {
  const child = spawn(process.execPath, ['-e', `${code}; process.stdout.write('up')`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child.pid ?? 0;
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'processes-'));
  file = path.join(folder, 'sleeper.pid');
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test('a pid file leads to the process it names', async () => {
  const pid = await sleeper();
  await writePidFile(file, pid);
  expect((await readPidFile(file))?.pid).toBe(pid);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a process that merely got the number of a dead one is left alone', async () => {
  const pid = await sleeper();
  const stranger = { pid, began: 'another start of this machine/123' };
  await writeFile(file, JSON.stringify(stranger));

  expect(await readPidFile(file)).toBeUndefined();
  expect(await isThere(file)).toBe(false);
  await end(stranger, 'SIGKILL', 1000);
  expect(await identify(pid)).toBeDefined();
});

test('a pid file that was cut off is no pid file', async () => {
  await writeFile(file, '{"pid": 12');
  expect(await readPidFile(file)).toBeUndefined();
});

test('a process that is asked to end has ended when we go on', async () => {
  const identity = await identify(await sleeper());
  if (!identity) throw new Error('not started');
  await end(identity, 'SIGTERM', 5000);
  expect(await isRunning(identity)).toBe(false);
});

test('one that does not listen is made to', async () => {
  const identity = await identify(await sleeper("setInterval(() => {}, 1000); process.on('SIGTERM', () => {})"));
  if (!identity) throw new Error('not started');
  await end(identity, 'SIGTERM', 300);
  expect(await isRunning(identity)).toBe(false);
});

test('a lock is held by one at a time', async () => {
  const lock = path.join(folder, 'lock');
  let inside = 0;
  let most = 0;
  const work = (): Promise<void> =>
    withLock(lock, async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    });
  await Promise.all([work(), work(), work(), work()]);
  expect(most).toBe(1);
  expect(await isThere(lock)).toBe(false);
});

test('the lock of a dead process is nobody’s, that of a living one is its own', async () => {
  const lock = path.join(folder, 'lock');
  await writeFile(lock, JSON.stringify({ pid: 1, began: 'long ago' }));
  expect(await take(lock)).toBe(true);
  expect(JSON.parse(await readFile(lock, 'utf8'))).toEqual(await identify(process.pid));
  expect(await take(lock)).toBe(false);
});
