import { expect, test } from 'vitest';
import { generateStories, KINDS, WAITS, wantedMeetings } from './generate.ts';
import { COUNT, SEED } from './runModel.ts';

test('each kind of event meets each kind of waiting at least 30 times, a cancellation 10 times', () => {
  const { coverage } = generateStories(SEED, COUNT);
  const rare = KINDS.flatMap((kind) =>
    WAITS.map((waiting) => ({ cell: `${kind} / ${waiting}`, wanted: wantedMeetings(kind) })),
  )
    .map(({ cell, wanted }) => ({ cell, met: coverage.get(cell) ?? 0, wanted }))
    .filter(({ met, wanted }) => met < wanted);
  expect(rare.map(({ cell, met }) => `${cell}: ${met}`)).toEqual([]);
}, 300_000);
