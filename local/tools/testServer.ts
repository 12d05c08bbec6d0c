import path from 'node:path';
import { isExecutable } from '../files.ts';
import { cacheFolder } from '../paths.ts';
import { withLock } from '../processes/lock.ts';
import { fetchOfficial, type Fetch } from './fetchOfficial.ts';
import { assembleFromMaven, VERSION } from './mavenTestServer.ts';

/** The path of Temporal's time-skipping test server, fetched or assembled once if need be. */
export const testServer = async (environment = process.env, fetchTool: Fetch = fetchOfficial): Promise<string> => {
  const named = environment['TEMPORAL_TEST_SERVER_PATH'];
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error(`TEMPORAL_TEST_SERVER_PATH names ${named}, which is not a program.`);
  }
  const bin = path.join(cacheFolder(environment), 'bin');
  const native = path.join(bin, 'temporal-test-server', 'temporal-test-server');
  const java = path.join(bin, `temporal-test-server-java-${VERSION}`, 'temporal-test-server');
  for (const cached of [native, java]) if (await isExecutable(cached)) return cached;
  return withLock(path.join(bin, 'temporal-test-server.lock'), async () => {
    for (const cached of [native, java]) if (await isExecutable(cached)) return cached;
    if (await fetchTool('test-server', native)) return native;
    if (await assembleFromMaven(java, environment)) return java;
    throw new Error(
      'There is no time-skipping test server: give this machine access to temporal.download, or install Java 17 and ' +
        'Maven so that it can be assembled, or name one with TEMPORAL_TEST_SERVER_PATH.',
    );
  });
};
