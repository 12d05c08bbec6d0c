import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import pg from 'pg';
import { startThrowaway } from '../../local/postgres/throwaway.ts';
import { testServer } from '../../local/tools/testServer.ts';
import { migrate } from '../../prisma/migrate.ts';
import { bundleWorkflows } from '../support/bundle.ts';
import type { WorldServers } from '../support/world.ts';

/** Servers of its own for a run outside of vitest. */
export const ownServers = async (): Promise<WorldServers & { readonly stop: () => Promise<void> }> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'huitaine-rehearse-'));
  const [postgres, serverPath, codePath] = await Promise.all([startThrowaway(), testServer(), bundleWorkflows(folder)]);
  return {
    createDatabase: async () => {
      const admin = new pg.Client({ connectionString: postgres.url('postgres') });
      await admin.connect();
      await admin.query('CREATE DATABASE rehearsal');
      await admin.end();
      await migrate(postgres.url('rehearsal'));
      return { url: postgres.url('rehearsal'), drop: async () => undefined };
    },
    startTimeSkipping: () =>
      TestWorkflowEnvironment.createTimeSkipping({
        server: { executable: { type: 'existing-path', path: serverPath } },
      }),
    workflowBundle: () => ({ codePath }),
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
