import { proxyActivities } from '@temporalio/workflow';
import type { TimedMove } from '../domain/course.ts';
import type { PlannedStep } from '../domain/strategy.ts';
import type { Acted, CaseActivities } from './activityTypes.ts';
import type { DunningInput } from './messages.ts';

/** One retry policy for what may pass: the activity itself gives up what a retry can't mend. */
const OPTIONS = {
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '1 hour' },
} as const;

const activities = proxyActivities<CaseActivities>(OPTIONS);

/** Carries out one move; its summary is what an operator reads in the timeline. */
export const act = ({ ref, plan, queues }: DunningInput, move: TimedMove, viaEmail: boolean): Promise<Acted> => {
  const onQueue = viaEmail ? { taskQueue: queues.email } : {};
  switch (move.do) {
    case 'perform':
      return activities.performStep.executeWithOptions(
        { ...OPTIONS, ...onQueue, summary: `${move.key} · ${actionOf(plan.steps, move.key)} · ${move.day}` },
        [{ ref, key: move.key, day: move.day }],
      );
    case 'send-pending':
      return activities.sendPending.executeWithOptions(
        { ...OPTIONS, taskQueue: queues.email, summary: 'a written answer' },
        [{ ref, messageId: move.messageId }],
      );
    case 'pass-deadline':
      return activities.passDeadline.executeWithOptions(
        { ...OPTIONS, summary: `deadline of ${move.stepKey ?? 'a question'} · ${move.day}` },
        [{ ref, taskId: move.taskId }],
      );
    case 'expire':
      return activities.expireStep.executeWithOptions({ ...OPTIONS, summary: `${move.key} has passed its last day` }, [
        { ref },
      ]);
    case 'end-hold':
      return activities.endHold.executeWithOptions({ ...OPTIONS, summary: `the hold until ${move.day} ends` }, [
        { ref, lastDay: move.day },
      ]);
    case 'end-course':
      return activities.endCourse.executeWithOptions(
        { ...OPTIONS, summary: 'the course ended unpaid: a person decides' },
        [{ ref }],
      );
  }
};

const actionOf = (steps: readonly PlannedStep[], key: string): string =>
  steps.find((step) => step.key === key)?.action ?? '';
