import { chmod, constants, access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const isThere = (file: string): Promise<boolean> => access(file).then(yes, no);

export const isExecutable = (file: string): Promise<boolean> => access(file, constants.X_OK).then(yes, no);

export const readIfThere = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

/** Written aside and renamed: a reader, or a crash, never meets half a file. Nobody else may read it. */
export const writePrivately = async (file: string, content: string): Promise<void> => {
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, content, { mode: 0o600 });
  await rename(aside, file);
};

/**
 * Others may not look inside. Root's PostgreSQL runs under an account of its own, which must pass through to its data.
 * The mode is set each time, in case somebody made the folder by hand.
 */
export const makePrivateFolder = async (folder: string): Promise<void> => {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  await mkdir(folder, { recursive: true, mode });
  await chmod(folder, mode);
};

/** The first folder of the PATH that holds the program. */
export const onPath = async (name: string, searchPath = process.env['PATH'] ?? ''): Promise<string | undefined> => {
  for (const folder of searchPath.split(path.delimiter)) {
    const file = path.join(folder, name);
    if (folder && (await isExecutable(file))) return file;
  }
  return undefined;
};

const yes = (): boolean => true;
const no = (): boolean => false;
