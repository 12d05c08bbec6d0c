import { setUp } from '../support/story.ts';
import { createWorld } from '../support/world.ts';
import { runFleet } from './fleet.ts';
import { generateStories } from './generate.ts';

/** Another seed or number of stories by environment: `npm run soak`. */
export const SEED = Number(process.env['HUITAINE_MODEL_SEED'] ?? 20_310_106);
export const COUNT = Number(process.env['HUITAINE_MODEL_STORIES'] ?? 200);

export type Outcome = { readonly differences: string; readonly actsPerStory: number; readonly reminders: number };

/** Plays all stories side by side and compares with the oracle after every day; prints seed and figures. */
export const runModel = async (rollAfter: number, count = COUNT): Promise<Outcome> => {
  const { stories } = generateStories(SEED, count);
  const world = await createWorld({ rollAfter });
  try {
    await world.at('2031-01-06', 6);
    // The oracle counts principal only: what is left besides it is told by stories of their own.
    await setUp(world.call, { accessories: 'waive-if-paid-by' });
    const started = performance.now();
    const { differences, reminders, acts, seconds } = await runFleet(world, stories);
    console.log(
      `seed ${SEED}: ${stories.length} stories, ${acts} acts, ${reminders} reminders, ${Math.round((performance.now() - started) / 1000)} s ${JSON.stringify(seconds)}`,
    );
    return { differences: differences.join('\n'), actsPerStory: acts / stories.length, reminders };
  } finally {
    await world.stop();
  }
};
