import { expect, test } from 'vitest';
import { approaches, expand, isPostDue, isSpoken } from '../../domain/strategy.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';

const strategyOf = (key: string) => loadStrategies().find((candidate) => candidate.key === key)!;

test('a repeated step becomes as many as it may be at most, and only the last announces the notice', () => {
  const further = expand(strategyOf('procedure')).filter(({ id }) => id === 'further-reminder');
  expect(further.map(({ key }) => key)).toEqual(['further-reminder:1', 'further-reminder:2', 'further-reminder:3']);
  expect(further.map(({ announces }) => announces.includes('notice-next'))).toEqual([false, false, true]);
});

test('every key of an expanded strategy is its own', () => {
  for (const strategy of loadStrategies()) {
    const keys = expand(strategy).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('what stops deliveries or prepares the court approaches nobody', () => {
  const silent = expand(strategyOf('close-contact')).filter((step) => !approaches(step));
  expect(silent.map(({ key }) => key)).toEqual(['stop-deliveries', 'legal-file']);
  expect(expand(strategyOf('progressive')).filter((step) => !isPostDue(step))).toHaveLength(2);
  expect((['email', 'call', 'letter', 'registered-letter', 'visit'] as const).filter(isSpoken)).toEqual([
    'call',
    'visit',
  ]);
});
