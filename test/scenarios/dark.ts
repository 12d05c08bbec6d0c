import type { World } from '../support/world.ts';

type TestService = {
  readonly lockTimeSkipping: (request: object) => Promise<object>;
  readonly unlockTimeSkipping: (request: object) => Promise<object>;
};

/**
 * Skips ahead while no worker runs. The test server's clock stands still as long as a workflow's task waits for a worker;
 * `waiting` says for how many cases that is so by now.
 */
export const skipInTheDark = async (world: World, waiting: number, day: string, hour: number): Promise<void> => {
  const { testService } = world.env.connection as unknown as { readonly testService: TestService };
  for (let n = 0; n < waiting; n += 1) await testService.unlockTimeSkipping({});
  await world.at(day, hour);
  for (let n = 0; n < waiting; n += 1) await testService.lockTimeSkipping({});
};
