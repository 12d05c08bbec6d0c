import { expect, test } from 'vitest';
import { createWorld } from '../support/world.ts';
import { setUp } from '../support/story.ts';
import { runFleet } from './fleet.ts';
import { generateStories, KINDS, WAITS, wantedMeetings } from './generate.ts';

const SEED = Number(process.env['HUITAINE_MODEL_SEED'] ?? 20_310_106);
const COUNT = Number(process.env['HUITAINE_MODEL_STORIES'] ?? 200);

const { stories, coverage } = generateStories(SEED, COUNT);

test('each kind of event meets each kind of waiting at least 30 times, a cancellation 10 times', () => {
  const rare = KINDS.flatMap((kind) => WAITS.map((waiting) => ({ cell: `${kind} / ${waiting}`, wanted: wantedMeetings(kind) })))
    .map(({ cell, wanted }) => ({ cell, met: coverage.get(cell) ?? 0, wanted }))
    .filter(({ met, wanted }) => met < wanted);
  expect(rare.map(({ cell, met }) => `${cell}: ${met}`)).toEqual([]);
});

test.each([
  ['in one run each', 500],
  ['with continue-as-new at 30 events', 30],
])(
  'after every day the reminders on record are those of the oracle, %s',
  async (_how, rollAfter) => {
    const world = await createWorld({ rollAfter });
    try {
      await world.at('2031-01-06', 6);
      await setUp(world.call);
      const started = performance.now();
      const { differences, reminders, acts, seconds } = await runFleet(world, stories);
      console.log(`seed ${SEED}: ${stories.length} stories, ${acts} acts, ${reminders} reminders, ${Math.round((performance.now() - started) / 1000)} s ${JSON.stringify(seconds)}`);
      expect(differences.join('\n')).toBe('');
      expect(reminders).toBeGreaterThan(stories.length);
    } finally {
      await world.stop();
    }
  },
  3_600_000,
);
