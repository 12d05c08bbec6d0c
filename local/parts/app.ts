import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { root } from '../paths.ts';
import { withTypeScript } from '../run.ts';
import type { Part } from './part.ts';

/** How long the whole may take until it answers: the first bundle of the workflows takes the most. */
const PATIENCE_MS = 120_000;

const script = (file: string): readonly string[] => [...withTypeScript, path.join(root, file)];

export const workerPart = (environment: NodeJS.ProcessEnv): Part => ({
  name: 'worker',
  label: 'the worker',
  command: process.execPath,
  args: script('worker/main.ts'),
  environment,
  ready: async () => undefined, // The API is ready only when the worker is.
});

export const apiPart = (environment: NodeJS.ProcessEnv, url: string): Part => ({
  name: 'api',
  label: 'the API',
  command: process.execPath,
  args: script('api/main.ts'),
  environment,
  ready: async (alive) => {
    let answer = 'It never answered.';
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && alive(); await pause(200)) {
      const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
      if (response?.ok) return;
      if (response) answer = await response.text();
    }
    if (alive()) throw new Error(`The API is not ready after ${PATIENCE_MS / 1000} s: ${answer}`);
  },
});
