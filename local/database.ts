import pg from 'pg';
import { migrate } from '../prisma/migrate.ts';
import { withProgress } from './progress.ts';

/** Makes the database when it is ours to make, and brings it to the newest schema. */
export const prepareDatabase = async (databaseUrl: string, ours: boolean): Promise<void> => {
  if (ours) await create(new URL(databaseUrl));
  const applied = await withProgress('Migrating the database', () => migrate(databaseUrl)).catch((error: Error) => {
    throw new Error(`The database could not be migrated: ${error.message}`, { cause: error });
  });
  if (applied.length > 0) console.log(`Database migrated: ${applied.join(', ')}`);
};

const create = async (url: URL): Promise<void> => {
  const name = url.pathname.slice(1);
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
};
