import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../local/ports.ts';
import { connectWhenReady, devServerArguments } from '../../local/temporal/devServer.ts';
import { temporalCli } from '../../local/tools/temporalCli.ts';

type DevServer = { readonly address: string; readonly stop: () => Promise<void> };

/** A real Temporal server in memory; or the given one, which nobody here stops. */
export const startDevServer = async (given: string | undefined): Promise<DevServer> => {
  if (given) return { address: given, stop: async () => undefined };
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const child = spawn(await temporalCli(), devServerArguments({ port }), { stdio: 'ignore', detached: true });
  const exited = once(child, 'exit');
  const connection = await connectWhenReady(address, 'default', () => child.exitCode === null);
  if (!connection) throw new Error(`The Temporal development server ended with code ${child.exitCode}.`);
  await connection.close();
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
