import { createServer, type AddressInfo } from 'node:net';

/** Listens for a moment: 0 asks the system for any free port. */
const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });

export const freePort = async (): Promise<number> => {
  const port = await tryPort(0);
  if (port === undefined) throw new Error('This machine has no free port on 127.0.0.1.');
  return port;
};

/** Somebody else's port is never taken over: the message names the variable that chooses another. */
export const requireFree = async (port: number, what: string, variable: string): Promise<void> => {
  if ((await tryPort(port)) === undefined)
    throw new Error(`Port ${port}, wanted for ${what}, is taken by another program: choose one with ${variable}=….`);
};
