import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { isThere } from '../../local/files.ts';
import { root } from '../../local/paths.ts';

/** Bundles the workflows once for all test files; an empty path as long as there are none. */
export const bundleWorkflows = async (folder: string): Promise<string> => {
  const workflowsPath = path.join(root, 'workflows', 'index.ts');
  if (!(await isThere(workflowsPath))) return '';
  const quiet = { trace: silent, debug: silent, info: silent, warn: console.warn, error: console.error, log: silent };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
  const file = path.join(folder, 'workflows.js');
  await writeFile(file, code);
  return file;
};

const silent = (): void => undefined;
