import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { introspectableAdapter } from './introspectableAdapter.ts';

/** Nothing of the database is managed elsewhere. */
export const everything = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own schema engine as WebAssembly: the native one is a download at run time, which an installation without
 * internet, or a container without write access, can't do. Both write the same `_prisma_migrations` table.
 */
export const withSchemaEngine = async <T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> => {
  instantiated ??= load();
  await instantiated;
  const pool = new pg.Pool({ connectionString: databaseUrl });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(introspectableAdapter(pool));
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    return await work(engine);
  } finally {
    await pool.end(); // An open pool would keep the process alive.
  }
};

let instantiated: Promise<void> | undefined;

/** Node has it; neither its types nor ES2023's say so, and those of the DOM would bring a browser along. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: { exports: unknown } }>;
};

/** The package's entry imports a .wasm file as a module, which only bundlers understand. */
const load = async (): Promise<void> => {
  const imports = Object.fromEntries(
    Object.entries(bindings).map(([name, value]) => [
      name,
      name.startsWith('__wbg_setTimeout_') ? patientTimeout : value,
    ]),
  );
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports });
  const exports = instance.exports as { __wbindgen_start: () => void };
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
};

/** The engine never takes back the time limit of its lock, ten seconds that would keep a finished process alive. */
const patientTimeout = (callback: () => void, milliseconds: number): NodeJS.Timeout =>
  setTimeout(callback, milliseconds).unref();
