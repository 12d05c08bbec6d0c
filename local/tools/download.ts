import { TestWorkflowEnvironment } from '@temporalio/testing';

// A process of its own, so that a download that hangs can be ended: node … download.ts cli|test-server FOLDER
const [kind, downloadDir = '.'] = process.argv.slice(2);
const executable = { type: 'cached-download', downloadDir, ttl: '10 years' } as const;
const environment =
  kind === 'cli'
    ? await TestWorkflowEnvironment.createLocal({ server: { executable: { ...executable, version: 'v1.5.1' } } })
    : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
await environment.teardown();
process.exit(0);
