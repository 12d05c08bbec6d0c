import { expect, test } from 'vitest';
import { COUNT, runModel } from './runModel.ts';

test('the same with continue-as-new at 30 events', { timeout: 7_200_000 }, async () => {
  const { differences, actsPerStory, reminders } = await runModel(30);
  expect(differences).toBe('');
  expect(actsPerStory).toBeGreaterThan(30);
  expect(reminders).toBeGreaterThan(COUNT / 2);
});
