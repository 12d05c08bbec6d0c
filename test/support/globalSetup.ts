import { mkdir } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { generatePrismaClient } from '../../local/prismaClient.ts';
import { endStrays, nameThisRun, runFolder, RUN_VARIABLE } from '../../local/processes/strays.ts';
import { startThrowaway } from '../../local/postgres/throwaway.ts';
import { testServer } from '../../local/tools/testServer.ts';
import { migrate } from '../../prisma/migrate.ts';
import { bundleWorkflows } from './bundle.ts';
import { startDevServer } from './devServer.ts';
import './provided.ts';

const TEMPLATE = 'huitaine_template';

/** Starts once what all test files share, and ends it by number, whatever became of the tests. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  // Under `npm test` the run has its name already, and is tidied up after by it.
  const given = process.env[RUN_VARIABLE];
  if (!given) await endStrays();
  const run = given ?? (await nameThisRun());
  process.env[RUN_VARIABLE] = run;
  const folder = runFolder(run);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const running: Stoppable[] = [];
  const keep = async <T extends Stoppable>(starting: Promise<T>): Promise<T> => {
    const started = await starting;
    running.push(started);
    return started;
  };
  const tearDown = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    if (!given) await endStrays(async (name) => name === run);
  };
  try {
    await generatePrismaClient();
    const [postgres, devServer, testServerPath, workflowBundlePath] = await Promise.all([
      keep(startThrowaway(folder)),
      keep(startDevServer(process.env['TEMPORAL_ADDRESS'])),
      testServer(),
      bundleWorkflows(folder),
    ]);
    const adminUrl = postgres.url('postgres');
    await createTemplate(adminUrl, postgres.url(TEMPLATE));
    project.provide('adminUrl', adminUrl);
    project.provide('templateDatabase', TEMPLATE);
    project.provide('temporalAddress', devServer.address);
    project.provide('testServerPath', testServerPath);
    project.provide('workflowBundlePath', workflowBundlePath);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
};

type Stoppable = { readonly stop: () => Promise<void> };

/** Copying a migrated database takes a tenth of the time that migrating an empty one takes. */
const createTemplate = async (adminUrl: string, templateUrl: string): Promise<void> => {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(templateUrl);
};
