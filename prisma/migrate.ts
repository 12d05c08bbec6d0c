import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { readMigrations } from './migrationFiles.ts';
import { everything, withSchemaEngine } from './schemaEngine.ts';

/** The engine has a lock of its own, but waits ten seconds at most, which a long migration may outlast. */
const LOCK = 4_817_001;

/**
 * Applies the migrations that the database does not have yet, and returns their names. Several processes may call it
 * at once: one migrates, the others wait and find nothing left to do.
 */
export const migrate = async (databaseUrl: string, folder?: string): Promise<readonly string[]> => {
  const migrationsList = await readMigrations(folder);
  return withLock(databaseUrl, () =>
    withSchemaEngine(databaseUrl, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: everything });
      return appliedMigrationNames;
    }),
  );
};

/** The lock is the session's: a process that dies releases it. */
const withLock = async <T>(databaseUrl: string, work: () => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    while (!(await tryLock(client))) await pause(100);
    return await work();
  } finally {
    await client.end();
  }
};

const tryLock = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK]);
  return rows[0]?.locked === true;
};
