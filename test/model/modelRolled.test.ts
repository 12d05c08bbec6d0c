import { expect, test } from 'vitest';
import { COUNT, runModel } from './runModel.ts';

/** Fewer than in model.test.ts: what rolling over could lose it loses in any story, and the run is long. */
const ROLLED = Math.ceil(COUNT * 0.3);

test('the same with continue-as-new at 30 events', { timeout: 7_200_000 }, async () => {
  const { differences, actsPerStory, reminders } = await runModel(30, ROLLED);
  expect(differences).toBe('');
  expect(actsPerStory).toBeGreaterThan(30);
  expect(reminders).toBeGreaterThan(ROLLED / 2);
});
