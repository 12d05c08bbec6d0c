import { z } from 'zod';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) })),
});

type Summary = { readonly lines: readonly string[]; readonly succeeded: boolean };

/** The closing lines of a test run. Whatever went wrong outside a test counts as a failed one, never as nothing. */
export const summarise = (report: string | undefined, exitCode: number | null): Summary => {
  const read = Report.safeParse(parse(report));
  if (!read.success) return { lines: ['The tests ended without a report.', closing(0, 1)], succeeded: false };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read.data;
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const failed = numFailedTests + unloaded.length;
  const skipped = numPendingTests + numTodoTests;
  const elsewhere = exitCode !== 0 && failed === 0;
  return {
    lines: [
      ...unloaded.map(({ name }) => `Not loaded: ${name}`),
      ...(elsewhere ? ['Something failed outside the tests: see above.'] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      closing(numPassedTests, failed + (elsewhere ? 1 : 0)),
    ],
    succeeded: exitCode === 0 && failed === 0,
  };
};

const closing = (passed: number, failed: number): string => `${passed} passed, ${failed} failed`;

const parse = (report: string | undefined): unknown => {
  try {
    return JSON.parse(report ?? '');
  } catch {
    return undefined;
  }
};
