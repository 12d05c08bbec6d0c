import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By far the longest files, first to last. */
const LONGEST = ['/test/model/model.test', '/test/model/modelRolled.test'];

/** The longest files first: the run ends sooner when none of them begins last. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.includes(name));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/globalSetup.ts'],
    env: { TZ: 'UTC' },
    pool: 'forks',
    // Each file starts servers of its own and mocks nothing: reading all modules anew for each took a quarter of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Temporal's workers and servers want a processor each: more files at once only make each other late.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
