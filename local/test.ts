import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from './files.ts';
import { root } from './paths.ts';
import { generatePrismaClient } from './prismaClient.ts';
import { endStrays, nameThisRun, runFolder, RUN_VARIABLE } from './processes/strays.ts';
import { summarise } from './testSummary.ts';
import { temporalCli } from './tools/temporalCli.ts';
import { testServer } from './tools/testServer.ts';

/** Gets whatever the tests need, runs them, and ends whatever they started. */
export const test = async (args: readonly string[]): Promise<void> => {
  await endStrays();
  const run = await nameThisRun();
  const report = path.join(runFolder(run), 'report.json');
  await mkdir(runFolder(run), { recursive: true, mode: 0o711 });
  try {
    await generatePrismaClient();
    const found = { TEMPORAL_CLI_PATH: await temporalCli(), TEMPORAL_TEST_SERVER_PATH: await testServer() };
    const environment = { ...process.env, ...found, [RUN_VARIABLE]: run, TZ: 'UTC' };
    const code = await vitest(['run', '--reporter=default', '--reporter=json', ...args], report, environment);
    const { lines, succeeded } = summarise(await readIfThere(report), code);
    for (const line of lines) console.log(line);
    process.exitCode = succeeded ? 0 : 1;
  } finally {
    await endStrays(async (name) => name === run);
  }
};

const vitest = (args: readonly string[], report: string, env: NodeJS.ProcessEnv): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const program = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [program, ...args, `--outputFile.json=${report}`], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // A terminal sends Ctrl-C to vitest as well: it ends its tests, and we wait to tidy up after it.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', resolve);
  });
