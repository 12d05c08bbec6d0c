import { access, constants, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { isThere } from '../../local/files.ts';
import { root } from '../../local/paths.ts';
import { run } from '../../local/run.ts';

const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  depends_on: z
    .record(z.string(), z.object({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }))
    .default({}),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z
    .object({ test: z.array(z.string()).min(2) })
    .loose()
    .optional(),
  restart: z.string(),
  stop_grace_period: z.string().optional(),
});

const Compose = z.object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) });

const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');
const text = await read('docker-compose.yml');
const { services, volumes } = Compose.parse(parse(text, { merge: true }));
const service = (name: string): z.infer<typeof Service> => Service.parse(services[name]);
const { scripts, dependencies } = JSON.parse(await read('package.json')) as Record<string, Record<string, string>>;

/** The files of the checkout that a command names. */
const filesIn = (words: readonly string[]): readonly string[] =>
  words.filter((word) => /^(\/deploy\/)?[\w./-]+\.(ts|mjs|sh|yaml)$/.test(word)).map((word) => word.replace(/^\//, ''));

describe('docker-compose.yml', () => {
  test('holds the whole installation', () => {
    expect(Object.keys(services)).toEqual([
      ...['postgres', 'temporal-database', 'temporal', 'temporal-namespace', 'temporal-ui', 'setup', 'api', 'worker'],
    ]);
  });

  test('pins every image that isn’t ours to a version, and all of Temporal’s server to one', () => {
    const foreign = Object.values(services).filter(({ build }) => build === undefined);
    for (const { image } of foreign) expect(image).toMatch(/^[a-z/-]+:\d+\.\d+(\.\d+)?$/);
    const ofServer = foreign
      .filter(({ image }) => /server|admin-tools/.test(image))
      .map(({ image }) => image.split(':')[1]);
    expect(new Set(ofServer).size).toBe(1);
  });

  test('starts in an order in which each finds what it needs', () => {
    const after = (name: string): readonly string[] => {
      const direct = Object.keys(service(name).depends_on);
      return [...direct, ...direct.flatMap(after)];
    };
    expect(after('api')).toEqual(expect.arrayContaining(['setup', 'temporal-namespace', 'temporal', 'postgres']));
    expect(after('worker')).toEqual(expect.arrayContaining(['setup', 'temporal-database']));
    for (const name of Object.keys(services)) expect(after(name), 'no cycle').not.toContain(name);
  });

  test('lets each wait only for what can come about', () => {
    const awaited = Object.values(services).flatMap((each) => Object.entries(each.depends_on));
    const impossible = awaited.filter(([name, { condition }]) =>
      condition === 'service_healthy' ? !service(name).healthcheck : !service(name).restart.startsWith('on-failure'),
    );
    expect(awaited.length).toBeGreaterThan(6);
    expect(impossible).toEqual([]);
  });

  test('runs only files and scripts that there are', async () => {
    const words = Object.values(services).flatMap(({ command = [], entrypoint = [], environment }) => [
      ...command,
      ...entrypoint,
      ...Object.values(environment).map(String),
    ]);
    const files = filesIn(words);
    expect(files).toEqual(expect.arrayContaining(['api/main.ts', 'worker/main.ts', 'deploy/temporal-database.sh']));
    expect(await Promise.all(files.map((file) => isThere(path.join(root, file))))).not.toContain(false);
    expect(Object.keys(scripts ?? {})).toContain(service('setup').command?.at(-1));
  });

  test('gives the worker longer to stop than it takes for itself', () => {
    expect(service('worker').stop_grace_period).toBe('70s');
    expect(service('postgres').stop_grace_period).toBeDefined();
  });

  test('shows itself to this machine only', () => {
    const ports = Object.values(services).flatMap((each) => each.ports);
    expect(ports.length).toBe(2);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('keeps the database in a volume that it declares', () => {
    const [name] = service('postgres').volumes[0]?.split(':') ?? [];
    expect(Object.keys(volumes)).toContain(name);
  });

  test('doesn’t start without an API key', () => {
    expect(service('api').environment['HUITAINE_API_KEY']).toMatch(/^\$\{HUITAINE_API_KEY:\?/);
  });

  test('asks for no variable that .env.example leaves out', async () => {
    const documented = await read('.env.example');
    const asked = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? ''));
    expect([...asked].filter((name) => !new RegExp(`^#?${name}=`, 'm').test(documented))).toEqual([]);
  });
});

describe('the scripts of deploy/', () => {
  test.each(['deploy/temporal-database.sh', 'deploy/temporal-namespace.sh'])('%s is a shell script', async (file) => {
    await access(path.join(root, file), constants.X_OK);
    expect(await run('sh', ['-n', path.join(root, file)])).toEqual({ code: 0, output: '' });
  });

  test('the dynamic configuration is a list of values for each key', async () => {
    const Dynamic = z.record(z.string(), z.array(z.object({ value: z.unknown() }).loose()).min(1));
    expect(Object.keys(Dynamic.parse(parse(await read('deploy/temporal-dynamic-config.yaml'))))).not.toEqual([]);
  });
});

describe('the image', () => {
  test('is built on a pinned major, without development dependencies, and doesn’t run as root', async () => {
    const dockerfile = await read('Dockerfile');
    expect(dockerfile.match(/^FROM .*$/gm)).toEqual(['FROM node:24-slim AS build', 'FROM node:24-slim']);
    expect(dockerfile).toContain('npm ci --omit=dev');
    expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('FROM '));
  });

  test('has everything that its commands import among its dependencies', () => {
    for (const name of ['tsx', 'prisma', '@temporalio/worker', 'express'])
      expect(dependencies?.[name], name).toBeDefined();
  });

  test('takes neither secrets nor what belongs to this machine along', async () => {
    const ignored = (await read('.dockerignore')).split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.huitaine', '.git', 'node_modules', 'prisma/generated']));
  });
});
