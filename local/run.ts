import { spawn, type SpawnOptions } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export type Result = { readonly code: number | null; readonly output: string };

/** Runs a command to its end and collects what it says; a command that can't be started counts as failed. */
export const run = (command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Result> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const endWithUs = (): boolean => child.kill();
    process.once('exit', endWithUs);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => {
      process.removeListener('exit', endWithUs);
      resolve({ code, output });
    });
  });

/** The last lines say what went wrong; the first ones only what was attempted. */
export const lastLines = (output: string, count = 15): string => output.trimEnd().split('\n').slice(-count).join('\n');

/** What lets `node` run TypeScript in one process: the `tsx` command would put a second one between us and it. */
export const withTypeScript = ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
