import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/paths.ts';

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const { packages } = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>;
};

/** As Node looks for it: in the package's own node_modules, then in those of the packages around it. */
const findFrom = (folder: string, name: string): Entry | undefined => {
  const own = packages[`${folder && `${folder}/`}node_modules/${name}`];
  if (own || !folder) return own;
  return findFrom(folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))), name);
};

test('package-lock.json names the parts for other systems too: without them npm ci refuses the whole of it', () => {
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !findFrom(folder, name)),
  );
  expect(missing).toEqual([]);
});

test('a part for another system says for which, so that npm skips it', () => {
  const foreign = Object.entries(packages).filter(([name]) => /[-/](darwin|win32|windows|freebsd|android)-/.test(name));
  expect(foreign.length).toBeGreaterThan(10);
  expect(foreign.filter(([, { os, optional }]) => !os || !optional).map(([name]) => name)).toEqual([]);
});

test('package-lock.json names no host: each machine has its own registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
