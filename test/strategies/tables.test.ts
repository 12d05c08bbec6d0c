import { describe, expect, test } from 'vitest';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { documentedStrategies } from './documentedTables.ts';
import { stepAsRow } from './stepAsRow.ts';

const documented = documentedStrategies();

test('docs/strategies.md and templates/strategies tell of the same five strategies', () => {
  expect(documented.map(({ key }) => key).sort()).toEqual([
    'close-contact',
    'five-days',
    'procedure',
    'progressive',
    'statement-first',
  ]);
  expect(loadStrategies().map(({ key }) => key)).toEqual(documented.map(({ key }) => key).sort());
});

describe.each(documented)('$key is in its file what docs/strategies.md says', ({ key, accessories, rows }) => {
  const strategy = loadStrategies().find((candidate) => candidate.key === key);

  test('the head', () => {
    expect(strategy).toMatchObject({ version: 1, accessories });
    expect(strategy?.parameters).toEqual({
      courtesyMinimum: 100_000,
      visitMinimum: 200_000,
      noticeMinimum: 5_000,
      legalMinimum: 30_000,
    });
  });

  test('every cell of every step', () => {
    const written = rows.map(({ purpose: _prose, ...row }) => row);
    expect(strategy?.steps.map(stepAsRow)).toEqual(written);
  });

  test('every step says what it is for', () => {
    for (const step of strategy?.steps ?? []) expect(step.purpose, step.id).toMatch(/^\p{Lu}.{20,}\.$/u);
  });
});
