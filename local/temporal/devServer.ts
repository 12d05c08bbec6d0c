import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from './searchAttributes.ts';

type Options = { readonly port: number; readonly uiPort?: number; readonly database?: string };

/** The command line of the development server; without a database file it forgets everything when it ends. */
export const devServerArguments = ({ port, uiPort, database }: Options): string[] => [
  ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', 'default'],
  ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
  // Nearly three times as many starts per second, and still safe when the process is killed.
  ...(database
    ? ['--db-filename', database, '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1']
    : []),
  ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ...['--log-level', 'error'],
];

/** A connection once the server serves the namespace; undefined when `alive` says that it never will. */
export const connectWhenReady = async (
  address: string,
  namespace: string,
  alive: () => boolean,
): Promise<Connection | undefined> => {
  while (alive()) {
    const connection = await connectTo(address, namespace);
    if (connection) return connection;
    await pause(100);
  }
  return undefined;
};

const connectTo = async (address: string, namespace: string): Promise<Connection | undefined> => {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: '2s' });
    await connection.workflowService.describeNamespace({ namespace });
    return connection;
  } catch {
    await connection?.close();
    return undefined;
  }
};
