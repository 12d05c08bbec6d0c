import { Connection } from '@temporalio/client';
import pg from 'pg';
import { expect, test } from 'vitest';
import { readMigrations } from '../../prisma/migrationFiles.ts';
import { migrate } from '../../prisma/migrate.ts';
import { SEARCH_ATTRIBUTES } from '../../local/temporal/searchAttributes.ts';
import { createDatabase, devServerAddress, startTimeSkipping } from '../support/servers.ts';

test('a created database is migrated already, so migrating it again applies nothing', async () => {
  const database = await createDatabase();
  expect(await migrate(database.url)).toEqual([]);

  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations ORDER BY 1');
  await client.end();
  const { migrationDirectories } = await readMigrations();
  expect(rows.map((row: { migration_name: string }) => row.migration_name)).toEqual(
    migrationDirectories.map((directory) => directory.path),
  );
  await database.drop();
});

test('two databases are two', async () => {
  const [one, other] = await Promise.all([createDatabase(), createDatabase()]);
  expect(one.url).not.toBe(other.url);
  const client = new pg.Client({ connectionString: one.url });
  await client.connect();
  await client.query('CREATE TABLE only_here (id int)');
  await client.end();
  const elsewhere = new pg.Client({ connectionString: other.url });
  await elsewhere.connect();
  await expect(elsewhere.query('SELECT * FROM only_here')).rejects.toThrow(/does not exist/);
  await elsewhere.end();
  await Promise.all([one.drop(), other.drop()]);
});

test('the shared development server knows the search attributes', async () => {
  const connection = await Connection.connect({ address: devServerAddress() });
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
  expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(Object.keys(SEARCH_ATTRIBUTES)));
  await connection.close();
});

test('the clock of the time-skipping server can be moved a year on', async () => {
  const environment = await startTimeSkipping();
  const before = await environment.currentTimeMs();
  await environment.sleep('365 days');
  expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(365 * 24 * 3_600_000);
  await environment.teardown();
});
