import { ScheduleAlreadyRunning, type Client } from '@temporalio/client';
import { CASE_QUEUE, RECONCILER } from '../workflows/messages.ts';

/** The reconciler runs every minute on a Temporal Schedule; made once, kept by the server. */
export const ensureReconciler = async (client: Client): Promise<void> => {
  try {
    await client.schedule.create({
      scheduleId: 'reconcile-cases',
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
      action: { type: 'startWorkflow', workflowType: RECONCILER, taskQueue: CASE_QUEUE, args: [] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
};
