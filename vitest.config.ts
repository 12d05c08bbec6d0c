import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files first: the run ends sooner when none of them begins last. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ({ moduleId }: TestSpecification): number => Number(moduleId.includes('/test/model/model.test'));
    return (await super.sort(files)).toSorted((a, b) => long(b) - long(a));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/globalSetup.ts'],
    env: { TZ: 'UTC' },
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // Temporal's workers and servers want a processor each: more files at once only make each other late.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
