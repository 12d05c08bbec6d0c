import { proxyActivities } from '@temporalio/workflow';
import type { Reconciled, ReconcilerActivities } from './activityTypes.ts';

const { reconcileCases } = proxyActivities<ReconcilerActivities>({
  startToCloseTimeout: '10 minutes',
  retry: { maximumAttempts: 3 },
});

/** Finds and mends what was lost between a row and its workflow; run by a Temporal Schedule. */
export async function reconcile(): Promise<Reconciled> {
  return reconcileCases();
}
