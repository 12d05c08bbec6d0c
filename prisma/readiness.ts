import { readMigrations } from './migrationFiles.ts';
import type { Store } from './store.ts';

export type DatabaseReadiness = { readonly database: boolean; readonly migrations: boolean };

/** Does the database answer, and has it every migration that this version knows? */
export const databaseReadiness = async ({ db }: Store): Promise<DatabaseReadiness> => {
  try {
    const applied = await db.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const { migrationDirectories } = await readMigrations();
    const names = new Set(applied.map((row) => row.migration_name));
    return { database: true, migrations: migrationDirectories.every(({ path }) => names.has(path)) };
  } catch {
    return { database: await answers(db), migrations: false };
  }
};

const answers = async (db: Store['db']): Promise<boolean> =>
  db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
