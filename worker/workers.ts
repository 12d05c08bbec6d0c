import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import type { Dependencies } from '../activities/ports.ts';
import { createActivities } from '../activities/index.ts';
import { CASE_QUEUE, EMAIL_QUEUE } from '../workflows/messages.ts';

export type WorkersOptions = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly dependencies: Dependencies;
  /** The workflows: a bundle made ahead, or the path of their source. */
  readonly workflows: { readonly workflowBundle: { readonly codePath: string } } | { readonly workflowsPath: string };
  readonly queues?: { readonly cases: string; readonly email: string };
  readonly emailsPerSecond: number;
  readonly extra?: Partial<WorkerOptions>;
};

/** Two workers in one process: the cases, and what leaves by e-mail, whose rate the server limits across all processes. */
export const createWorkers = async (options: WorkersOptions): Promise<readonly Worker[]> => {
  const { connection, namespace, dependencies, workflows, emailsPerSecond, extra } = options;
  const activities = createActivities(dependencies);
  const queues = options.queues ?? { cases: CASE_QUEUE, email: EMAIL_QUEUE };
  const cases = await Worker.create({
    connection,
    namespace,
    activities,
    taskQueue: queues.cases,
    ...workflows,
    ...extra,
  });
  const email = await Worker.create({
    connection,
    namespace,
    activities,
    taskQueue: queues.email,
    maxTaskQueueActivitiesPerSecond: emailsPerSecond,
    ...extra,
  });
  return [cases, email];
};
