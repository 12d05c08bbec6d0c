import { describe, expect, test } from 'vitest';
import { summarise } from '../../local/testSummary.ts';

const report = (over: object): string =>
  JSON.stringify({
    ...{ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
    testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{}, {}, {}] }],
    ...over,
  });

describe('the closing line of npm test', () => {
  test('counts what passed', () => {
    expect(summarise(report({}), 0)).toEqual({ lines: ['3 passed, 0 failed'], succeeded: true });
  });

  test('counts what failed', () => {
    expect(summarise(report({ numFailedTests: 2 }), 1)).toEqual({ lines: ['3 passed, 2 failed'], succeeded: false });
  });

  test('counts a file that could not be loaded as failed', () => {
    const testResults = [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }];
    const { lines, succeeded } = summarise(report({ testResults }), 1);
    expect(lines).toEqual(['Not loaded: b.test.ts', '3 passed, 1 failed']);
    expect(succeeded).toBe(false);
  });

  test('counts an error outside the tests as failed', () => {
    expect(summarise(report({}), 1).lines.at(-1)).toBe('3 passed, 1 failed');
  });

  test('says how many were skipped on a line of its own', () => {
    expect(summarise(report({ numPendingTests: 1 }), 0).lines).toEqual(['1 skipped', '3 passed, 0 failed']);
  });

  test.each([undefined, '', '{}', 'half a rep'])('is never green without a report (%j)', (broken) => {
    expect(summarise(broken, 0)).toMatchObject({ succeeded: false });
    expect(summarise(broken, 0).lines.at(-1)).toBe('0 passed, 1 failed');
  });
});
