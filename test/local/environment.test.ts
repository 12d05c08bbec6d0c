import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/paths.ts';

const FOLDERS = ['activities', 'api', 'bench', 'domain', 'local', 'prisma', 'templates', 'web', 'worker', 'workflows'];

/** Of the system and its tools, not ours to explain. */
const OF_THE_SYSTEM = new Set(['PATH', 'NODE_ENV', 'HTTPS_PROXY', 'XDG_CACHE_HOME', 'SCARF_ANALYTICS']);

/** Read by @temporalio/envconfig; and set by `npm start` for its own parts. */
const ENVCONFIG = /^TEMPORAL_(ADDRESS|NAMESPACE|API_KEY|PROFILE|CONFIG_FILE|TLS\w*)$/;

type Source = { readonly file: string; readonly text: string };

const sources = async (): Promise<readonly Source[]> => {
  const files = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(path.join(root, folder), { recursive: true }).catch(() => []))
        .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('generated'))
        .map((file) => path.join(root, folder, file)),
    ),
  );
  return Promise.all(files.flat().map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
};

/** A variable that is asked for by name. */
const ASKED = /(?:process\.env|[eE]nvironment)(?:\.|\[')([A-Z][A-Z0-9_]+)/g;

/** A line of the schema of an environment. */
const IN_SCHEMA = /^ {2}([A-Z][A-Z0-9_]+): /gm;

const namesIn = ({ file, text }: Source): readonly string[] => {
  const schema = /(config|settings)\.ts$/.test(file) ? [...text.matchAll(IN_SCHEMA)] : [];
  return [...schema, ...text.matchAll(ASKED)].flatMap(([, name]) => name ?? []);
};

const documented = async (): Promise<readonly string[]> =>
  [...(await readFile(path.join(root, '.env.example'), 'utf8')).matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].flatMap(
    ([, name]) => name ?? [],
  );

test('.env.example explains every variable that is read', async () => {
  const read = new Set((await sources()).flatMap(namesIn));
  expect(read.has('DATABASE_URL') && read.has('HUITAINE_POSTGRES_PORT')).toBe(true);
  const known = new Set(await documented());
  expect([...read].filter((name) => !known.has(name) && !OF_THE_SYSTEM.has(name))).toEqual([]);
});

test('.env.example explains nothing that nobody reads', async () => {
  const read = new Set((await sources()).flatMap(namesIn));
  const compose = await readFile(path.join(root, 'docker-compose.yml'), 'utf8');
  const unread = (await documented()).filter(
    (name) => !read.has(name) && !ENVCONFIG.test(name) && !compose.includes(`\${${name}:`),
  );
  expect(unread.filter((name) => !name.startsWith('HUITAINE_WEBHOOK_SECRET_'))).toEqual([]);
});

test('every variable is explained once', async () => {
  const names = await documented();
  expect(names.length).toBe(new Set(names).size);
});
