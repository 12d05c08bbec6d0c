import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from './files.ts';
import { home, root } from './paths.ts';
import { withLock } from './processes/lock.ts';
import { withProgress } from './progress.ts';
import { lastLines, run } from './run.ts';

const generated = path.join(root, 'prisma', 'generated');
const stamp = path.join(generated, '.made-from');

/** Generates the database client when it is missing or was made from another schema or by another Prisma. */
export const generatePrismaClient = (): Promise<void> => withLock(path.join(home, 'generate.lock'), generate);

const generate = async (): Promise<void> => {
  const source = await fingerprint();
  if ((await readIfThere(stamp)) === source) return;
  const prisma = path.join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const { code, output } = await withProgress('Generating the database client', () =>
    // The engine isn't needed for this, and where it can't be downloaded the command would fail.
    run(process.execPath, [prisma, 'generate'], {
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    }),
  );
  if (code !== 0) throw new Error(`The database client could not be generated:\n${lastLines(output)}`);
  await mkdir(generated, { recursive: true });
  await writeFile(stamp, source);
};

const fingerprint = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
    hash.update(await readFile(path.join(root, file)));
  return hash.digest('hex');
};
