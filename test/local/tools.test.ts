import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporalCli } from '../../local/tools/temporalCli.ts';
import { testServer } from '../../local/tools/testServer.ts';

let folder: string;
let environment: NodeJS.ProcessEnv;

const nowhere = async (): Promise<boolean> => false;

/** A program that is a shell script. */
const program = async (file: string, script = 'exit 0'): Promise<string> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tools-'));
  environment = { PATH: path.join(folder, 'bin'), HUITAINE_CACHE: path.join(folder, 'cache') };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the Temporal CLI', () => {
  test('is the one that is named', async () => {
    const named = await program(path.join(folder, 'mine'));
    expect(await temporalCli({ ...environment, TEMPORAL_CLI_PATH: named }, nowhere)).toBe(named);
    await expect(temporalCli({ ...environment, TEMPORAL_CLI_PATH: '/nothing' }, nowhere)).rejects.toThrow(
      'TEMPORAL_CLI_PATH names /nothing, which is not a program.',
    );
  });

  test('is the one on the PATH, before any download', async () => {
    const installed = await program(path.join(folder, 'bin', 'temporal'));
    const never = async (): Promise<boolean> => Promise.reject(new Error('downloaded'));
    expect(await temporalCli(environment, never)).toBe(installed);
  });

  test('is downloaded once, and found again', async () => {
    let downloads = 0;
    const download = async (_kind: string, target: string): Promise<boolean> => {
      downloads += 1;
      await program(target);
      return true;
    };
    const first = await Promise.all([temporalCli(environment, download), temporalCli(environment, download)]);
    expect(new Set([...first, await temporalCli(environment, nowhere)]).size).toBe(1);
    expect(downloads).toBe(1);
  });

  test('is built with Go where it can’t be downloaded, once for all who wait, and leaves nothing half done', async () => {
    const builds = path.join(folder, 'builds');
    const build = `echo "$2" >> ${builds}; /bin/sleep 0.3; printf '#!/bin/sh\\n' > "$GOBIN/temporal"; /bin/chmod 755 "$GOBIN/temporal"`;
    await program(path.join(folder, 'bin', 'go'), build);
    const found = await Promise.all([1, 2, 3].map(() => temporalCli(environment, nowhere)));
    expect(new Set(found).size).toBe(1);
    expect(await readFile(builds, 'utf8')).toBe('github.com/temporalio/cli/cmd/temporal@v1.5.1\n');
    expect(await readdir(path.join(folder, 'cache', 'bin'))).toEqual(['temporal-1.5.1']);
  });

  test('is missing with one sentence that says what to do', async () => {
    await program(path.join(folder, 'bin', 'go'), 'echo "no network" >&2; exit 1');
    await expect(temporalCli(environment, nowhere)).rejects.toThrow(
      /^There is no Temporal development server: install .*TEMPORAL_CLI_PATH.*TEMPORAL_ADDRESS\.$/,
    );
    expect(await readdir(path.join(folder, 'cache', 'bin'))).toEqual([]);
  });
});

describe('the time-skipping test server', () => {
  test('is the one that is named', async () => {
    const named = await program(path.join(folder, 'mine'));
    expect(await testServer({ ...environment, TEMPORAL_TEST_SERVER_PATH: named }, nowhere)).toBe(named);
  });

  test('is missing with one sentence that says what to do', async () => {
    await expect(testServer(environment, nowhere)).rejects.toThrow(
      /^There is no time-skipping test server: .*temporal\.download.*Java 17 and Maven.*TEMPORAL_TEST_SERVER_PATH\.$/,
    );
  });
});
