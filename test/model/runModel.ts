import { setUp } from '../support/story.ts';
import { createWorld } from '../support/world.ts';
import { runFleet, type Fleet, type Named } from './fleet.ts';
import { generateStories } from './generate.ts';

/** Another seed or number of stories by environment: `npm run soak`. */
export const SEED = Number(process.env['HUITAINE_MODEL_SEED'] ?? 20_310_106);
export const COUNT = Number(process.env['HUITAINE_MODEL_STORIES'] ?? 200);

export type Outcome = { readonly differences: string; readonly actsPerStory: number; readonly reminders: number };

/** Stories on one world: with more, each act takes longer, and four worlds of fifty take half the time of one. */
const SIDE_BY_SIDE = 50;

/** Plays the stories side by side, some fifty at a time, and compares with the oracle after every day; prints seed and figures. */
export const runModel = async (rollAfter: number): Promise<Outcome> => {
  const { stories } = generateStories(SEED, COUNT);
  const started = performance.now();
  const differences: string[] = [];
  let [acts, reminders] = [0, 0];
  for (let from = 0; from < stories.length; from += SIDE_BY_SIDE) {
    const fleet = await playOnOneWorld(stories.slice(from, from + SIDE_BY_SIDE), rollAfter);
    differences.push(...fleet.differences);
    acts += fleet.acts;
    reminders += fleet.reminders;
  }
  console.log(
    `seed ${SEED}: ${stories.length} stories, ${acts} acts, ${reminders} reminders, ${Math.round((performance.now() - started) / 1000)} s`,
  );
  return { differences: differences.join('\n'), actsPerStory: acts / stories.length, reminders };
};

const playOnOneWorld = async (stories: readonly Named[], rollAfter: number): Promise<Fleet> => {
  const world = await createWorld({ rollAfter });
  try {
    await world.at('2031-01-06', 6);
    // The oracle counts principal only: what is left besides it is told by stories of their own.
    await setUp(world.call, { accessories: 'waive-if-paid-by' });
    return await runFleet(world, stories);
  } finally {
    await world.stop();
  }
};
