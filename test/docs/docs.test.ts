import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../local/paths.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
];

/** What a reader sees: a comment is for whoever edits. */
const text = (file: string): string => read(file).replaceAll(/<!--[\s\S]*?-->/g, '');

const found = (content: string, pattern: RegExp): string[] =>
  [...new Set([...content.matchAll(pattern)].map((match) => match[1] ?? ''))].toSorted();

const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

describe.each(documents)('%s', (file) => {
  test('links and pictures lead somewhere', () => {
    const targets = found(text(file), /\]\(([^)\s]+)\)/g).filter((target) => !/^[a-z]+:/.test(target));
    const broken = targets.filter((target) => {
      const [name = '', anchor] = target.split('#');
      const place = path.join(root, name === '' ? file : path.join(path.dirname(file), name));
      if (!existsSync(place)) return true;
      return anchor !== undefined && !anchors(readFileSync(place, 'utf8')).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    const names = [
      ...found(text(file), /npm run (?:--\w+ )?([a-z][\w:-]*)/g),
      ...found(text(file), /npm (start|test)\b/g),
    ];
    expect(names.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test('names only environment variables that .env.example explains', () => {
    const explained = found(read('.env.example'), /^#?([A-Z][A-Z0-9_]*)=/gm);
    const named = found(text(file), /\b((?:HUITAINE|TEMPORAL|RESEND|DATABASE|LOG)_[A-Z][A-Z0-9_]*|PORT|HOST)\b/g);
    expect(named.filter((name) => !explained.includes(name))).toEqual([]);
  });
});

/** GitHub's anchors of a document's headings. */
const anchors = (content: string): string[] =>
  found(content, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('every requirement is in docs/requirements.md', () => {
  const counts = { S0: 5, S1: 11, S2: 7, S3: 10, S4: 4 };
  const numbers = Object.entries(counts).flatMap(([source, count]) =>
    Array.from({ length: count }, (_, index) => `${source}.${index + 1}`),
  );
  const rows = found(read('docs/requirements.md'), /^\| (S\d\.\d+) /gm);
  expect(rows).toEqual(numbers.toSorted());
});

test('every decision is in the list of decisions', () => {
  const pages = readdirSync(path.join(root, 'docs/adr')).filter((file) => /^\d{4}-/.test(file));
  expect(found(read('docs/adr/README.md'), /\]\((\d{4}-[^)]+)\)/g)).toEqual(pages.toSorted());
});

test('all packages of Temporal carry one exact version', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([name]) => name.startsWith('@temporalio/'))
    .map(([, version]) => version);
  expect(new Set(versions).size).toBe(1);
  expect(versions[0]).toMatch(/^\d+\.\d+\.\d+$/);
});
