import { rm } from 'node:fs/promises';

type ShutDown = {
  /** What there is to stop. */
  readonly stops: (stop: () => Promise<void>) => void;
  /** Stops everything, says why, and ends this process as failed. */
  readonly because: (reason: Error) => Promise<void>;
};

/** Ctrl-C, `kill` or a closed terminal stop everything in order, once, however often they are sent. */
export const stopOnSignals = (lockFile: string): ShutDown => {
  let stop = async (): Promise<void> => undefined;
  let ending: Promise<void> | undefined;

  const shutDown = async (code: number): Promise<void> => {
    await stop();
    await rm(lockFile, { force: true });
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!ending) console.log('\nStopping the API, the worker, Temporal and PostgreSQL …');
      ending ??= shutDown(0);
    });
  // A closed terminal takes our output with it; that must not keep us from stopping in order.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    stops: (given) => (stop = given),
    because: async (reason) => {
      if (ending) return; // It failed because we are stopping.
      console.error(`\n${reason.message}`);
      if (process.env['HUITAINE_DEBUG']) console.error(reason);
      await (ending = shutDown(1));
    },
  };
};
