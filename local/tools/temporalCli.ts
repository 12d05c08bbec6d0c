import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isExecutable, onPath } from '../files.ts';
import { cacheFolder } from '../paths.ts';
import { withLock } from '../processes/lock.ts';
import { withProgress } from '../progress.ts';
import { run } from '../run.ts';
import { fetchOfficial, type Fetch } from './fetchOfficial.ts';

/** The newest that `go install` accepts: later ones hold a replace directive. */
const VERSION = '1.5.1';

/** The path of a Temporal CLI, which holds the development server and its UI; fetched or built once if need be. */
export const temporalCli = async (environment = process.env, fetchTool: Fetch = fetchOfficial): Promise<string> => {
  const named = environment['TEMPORAL_CLI_PATH'];
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`TEMPORAL_CLI_PATH names ${named}, which is not a program.`);
  }
  const installed = await onPath('temporal', environment['PATH']);
  if (installed) return installed;
  const cached = path.join(cacheFolder(environment), 'bin', `temporal-${VERSION}`, 'temporal');
  if (await isExecutable(cached)) return cached;
  return withLock(`${path.dirname(cached)}.lock`, async () => {
    const got = (await isExecutable(cached)) || (await fetchTool('cli', cached)) || (await build(cached, environment));
    if (got) return cached;
    throw new Error(
      'There is no Temporal development server: install the Temporal CLI (docs.temporal.io/cli), name it with ' +
        'TEMPORAL_CLI_PATH, install Go 1.26 so that it can be built, or name a running cluster with TEMPORAL_ADDRESS.',
    );
  });
};

/** Where only Go's module proxy can be reached, the CLI can still be built from its source. */
const build = async (target: string, environment: NodeJS.ProcessEnv): Promise<boolean> => {
  const go = await onPath('go', environment['PATH']);
  if (!go) return false;
  await mkdir(path.dirname(path.dirname(target)), { recursive: true });
  const folder = await mkdtemp(`${path.dirname(target)}.part-`);
  try {
    console.log('The Temporal CLI can’t be downloaded here: building it with Go, once (two to six minutes).');
    const source = `github.com/temporalio/cli/cmd/temporal@v${VERSION}`;
    const { code, output } = await withProgress('Building the Temporal CLI', () =>
      run(go, ['install', source], { env: { ...environment, GOBIN: folder } }),
    );
    if (code !== 0) console.error(`The build failed: ${output.trim().split('\n').at(-1)}`);
    if (code !== 0) return false;
    await mkdir(path.dirname(target), { recursive: true });
    await rename(path.join(folder, 'temporal'), target);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
