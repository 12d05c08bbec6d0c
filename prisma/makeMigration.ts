import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startThrowaway } from '../local/postgres/throwaway.ts';
import { migrate } from './migrate.ts';
import { lockfile, migrationsFolder, schemaFile } from './migrationFiles.ts';
import { everything, withSchemaEngine } from './schemaEngine.ts';

/** The SQL that leads from the migrations there are to the schema; undefined when they already agree. */
export const nextMigration = async (schema = schemaFile, folder = migrationsFolder): Promise<string | undefined> => {
  const postgres = await startThrowaway();
  try {
    const scratch = postgres.url('postgres');
    await migrate(scratch, folder);
    const files = [{ path: schema, content: await readFile(schema, 'utf8') }];
    const { stdout, exitCode } = await withSchemaEngine(scratch, (engine) =>
      engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: path.dirname(schema) },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: true,
        filters: everything,
      }),
    );
    return exitCode === 0 ? undefined : (stdout ?? undefined);
  } finally {
    await postgres.stop();
  }
};

const main = async (name: string | undefined): Promise<void> => {
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Say what changes: npm run migration -- add_promise_note');
  const sql = await nextMigration();
  if (!sql) return console.log('The migrations already lead to prisma/schema.prisma: nothing to write.');
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const file = path.join(migrationsFolder, `${stamp}_${name}`, 'migration.sql');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(path.join(migrationsFolder, 'migration_lock.toml'), lockfile);
  await writeFile(file, sql);
  console.log(`Written: ${path.relative(process.cwd(), file)}. Read it before you commit it.`);
};

if (process.argv[1]?.endsWith('makeMigration.ts')) await main(process.argv[2]);
