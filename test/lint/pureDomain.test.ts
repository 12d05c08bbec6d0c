import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/paths.ts';

/** What lint can't tell apart: `new Date(milliseconds)` only computes, `new Date()` asks the clock. */
const IMPURE = /new Date\(\s*\)|\bDate\(\)|performance\.|\bprocess\.|\bsetTimeout\(|\bfetch\(|\bTemporal\.Now\b/;

const sources = async (folder: string): Promise<string[]> =>
  (await readdir(path.join(root, folder), { recursive: true }))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(root, folder, file));

test('the domain asks neither the clock nor the machine', async () => {
  const files = await sources('domain');
  expect(files.length).toBeGreaterThan(5);
  const impure: string[] = [];
  for (const file of files) if (IMPURE.test(await readFile(file, 'utf8'))) impure.push(path.relative(root, file));
  expect(impure).toEqual([]);
});

test('all packages of Temporal’s SDK have one and the same exact version', async () => {
  const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const versions = Object.entries(dependencies).filter(([name]) => name.startsWith('@temporalio/'));
  expect(versions.length).toBeGreaterThan(4);
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
  expect(versions[0]?.[1]).toMatch(/^\d+\.\d+\.\d+$/);
});

test('every dependency has an exact version', async () => {
  const { dependencies, devDependencies } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d[\w.-]*$/.test(version),
  );
  expect(loose).toEqual([]);
});
