import { randomBytes } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import pg from 'pg';
import { inject } from 'vitest';
import './provided.ts';

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> };

/** A migrated, otherwise empty database of its own, in some 50 ms. */
export const createDatabase = async (): Promise<TestDatabase> => {
  const adminUrl = inject('adminUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${inject('templateDatabase')} STRATEGY FILE_COPY`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
};

/** A server whose clock jumps over waiting. It has one clock for all its workflows: use one for each test file. */
export const startTimeSkipping = (): Promise<TestWorkflowEnvironment> =>
  TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: inject('testServerPath') } },
  });

/** A real server, shared by all test files, namespace `default`: give task queues and workflow ids names of their own. */
export const devServerAddress = (): string => inject('temporalAddress');

/** The workflows, bundled once: for `Worker.create({ workflowBundle: workflowBundle() })`. */
export const workflowBundle = (): { readonly codePath: string } => {
  const codePath = inject('workflowBundlePath');
  if (!codePath) throw new Error('There is no workflows/index.ts to bundle.');
  return { codePath };
};

const administer = async (adminUrl: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};
