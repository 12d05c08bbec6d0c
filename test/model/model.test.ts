import { expect, test } from 'vitest';
import { COUNT, runModel } from './runModel.ts';

test('after every day the reminders on record are those of the oracle', { timeout: 7_200_000 }, async () => {
  const { differences, actsPerStory, reminders } = await runModel(500);
  expect(differences).toBe('');
  expect(actsPerStory).toBeGreaterThan(30);
  expect(reminders).toBeGreaterThan(COUNT / 2);
});
