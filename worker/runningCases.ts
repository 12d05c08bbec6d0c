import type { Client } from '@temporalio/client';
import type { RunningCases } from '../activities/ports.ts';
import type { Cases } from '../api/ports.ts';
import { DUNNING } from '../workflows/messages.ts';

/** What the reconciler asks of Temporal. */
export const runningCases = (client: Client, cases: Cases): RunningCases => ({
  tell: cases.tell,
  running: async function* () {
    for await (const { workflowId } of client.workflow.list({
      query: `WorkflowType = '${DUNNING}' AND ExecutionStatus = 'Running'`,
    })) {
      const [kind, creditorId, ...rest] = workflowId.split('/');
      const ref = kind === 'invoice' && creditorId !== undefined ? { creditorId, invoiceId: rest.join('/') } : null;
      yield { workflowId, ref };
    }
  },
  end: async (workflowId, reason) => {
    await client.workflow.getHandle(workflowId).terminate(reason);
  },
});
