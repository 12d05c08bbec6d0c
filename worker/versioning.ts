import type { WorkerOptions } from '@temporalio/worker';
import type { WorkerConfig } from './config.ts';

/** Worker deployment versioning, switched on by environment: cases move to new code by themselves (AUTO_UPGRADE). */
export const versioning = ({
  TEMPORAL_DEPLOYMENT_NAME,
  TEMPORAL_BUILD_ID,
}: WorkerConfig): Pick<WorkerOptions, 'workerDeploymentOptions'> => {
  if (!TEMPORAL_DEPLOYMENT_NAME || !TEMPORAL_BUILD_ID) return {};
  return {
    workerDeploymentOptions: {
      version: { deploymentName: TEMPORAL_DEPLOYMENT_NAME, buildId: TEMPORAL_BUILD_ID },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
  };
};
