import { proxyActivities } from '@temporalio/workflow';
import type { TestActivities } from './activityTypes.ts';
import type { TestInput } from './messages.ts';

/** Sends one text to the person who wants to see it; on the e-mail queue, so that its rate counts. */
export async function testMessage({ ref, queues }: TestInput): Promise<void> {
  const { sendTest, giveUpTest } = proxyActivities<TestActivities>({
    taskQueue: queues.email,
    startToCloseTimeout: '1 minute',
    scheduleToCloseTimeout: '15 minutes',
    retry: { maximumAttempts: 3, initialInterval: '2 seconds' },
  });
  try {
    await sendTest(ref);
  } catch {
    await giveUpTest(ref);
  }
}
