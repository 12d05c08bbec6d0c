import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseStrategy } from '../../templates/strategies/load.ts';

const fiveDays = readFileSync(new URL('../../templates/strategies/five-days.yaml', import.meta.url), 'utf8');

/** The five-days file with one passage replaced; fails when the passage isn't there. */
const fiveDaysWith = (passage: string, replacement: string): string => {
  if (!fiveDays.includes(passage)) throw new Error(`expected "${passage}" in five-days.yaml`);
  return fiveDays.replace(passage, replacement);
};

test.each([
  [
    'offset: due+3',
    'offset: due plus 3',
    'step first-contact, offset: expected due±n, posted±n, prev+n, letter+n or notice+nbd, got "due plus 3"',
  ],
  [
    'offset: prev+7',
    'offset: prev-7',
    'step other-channel, offset: expected due±n, posted±n, prev+n, letter+n or notice+nbd, got "prev-7"',
  ],
  ['notAfter: due+5', 'notAfter: 5', 'step first-contact, notAfter: expected due±n, got 5'],
  ['action: visit', 'action: fax', 'step visit, action: expected one of email, call, letter,'],
  ['level: 3', 'level: 5', 'step formal-notice, level: expected a level from 0 to 4'],
  ['gap: 8', 'gap: a week', 'step formal-notice, gap: expected a whole number of days'],
  ['[business, local,', '[business, nearby,', 'step visit, conditions.1: expected `not-direct-debit`,'],
  [
    'announces: [interest]',
    'announces: [doom]',
    'step other-channel, announces.0: expected one of terms, consequences,',
  ],
  [
    'grants: notice 8 days',
    'grants: 8 days',
    'step formal-notice, grants: expected `pay-by n days` or `notice n days`, got "8 days"',
  ],
  [
    'approval: manager within 2bd',
    'approval: manager',
    'step formal-notice, approval: expected `auto`, `person within nbd`,',
  ],
  ['    gap: 5\n', '', 'step other-channel, gap: expected a whole number of days'],
  ['gap: 5', 'gap: 5\n    colour: red', 'step other-channel: Unrecognized key: "colour"'],
  [
    'accessories: claim',
    'accessories: maybe',
    'accessories: expected one of waive-if-paid-by, claim, never, got "maybe"',
  ],
  [
    'legalMinimum: 30000',
    'legalMinimum: 300.50',
    'parameters.legalMinimum: expected whole minor units, 100000 for 1 000,00 €',
  ],
])('%s written as %s is refused by name', (passage, replacement, message) => {
  expect(() => parseStrategy(fiveDaysWith(passage, replacement), 'five-days.yaml')).toThrow(
    `five-days.yaml, ${message}`,
  );
});

test.each([
  ['id: other-channel', 'id: first-contact', 'step first-contact, id: expected an id that no other step has'],
  ['[no-answer]', '[no-answer since visit]', 'step other-channel, conditions: expected an earlier step, got visit'],
  [
    'approval: manager within 2bd',
    'approval: with legal-file',
    'step formal-notice, approval: expected an earlier step, got legal-file',
  ],
  ['    onLate: send', '    # onLate: send', 'step first-contact, onLate: expected notAfter and onLate together'],
  ['level: 1', 'level: 0', 'step first-contact, notAfter: expected a day before the due date'],
  ['level: 1', 'level: 2', 'step first-contact, onDeadline: expected `wait`'],
  [
    '    whenSpoken: task within 3bd',
    '    # task within 3bd',
    'step other-channel, whenSpoken: expected with the actions preferred',
  ],
  [
    'gap: 5',
    'gap: 5\n    repeat: every 10 days, at most 3',
    'step other-channel, repeat: expected the same interval as the offset, prev+10',
  ],
])('steps that contradict each other are refused by name: %s written as %s', (passage, replacement, message) => {
  expect(() => parseStrategy(fiveDaysWith(passage, replacement), 'five-days.yaml')).toThrow(
    `five-days.yaml, ${message}`,
  );
});

test('every fault is listed at once', () => {
  const twice = fiveDaysWith('offset: due+3', 'offset: soon').replace('gap: 5', 'gap: -1');
  expect(() => parseStrategy(twice, 'mine.yaml')).toThrow(
    /^mine\.yaml, step first-contact, offset: .*\nmine\.yaml, step other-channel, gap: /,
  );
});

test('what is not YAML is refused with the place', () => {
  expect(() => parseStrategy('key: [five', 'mine.yaml')).toThrow(/^mine\.yaml: .*line 1/);
  expect(() => parseStrategy('', 'mine.yaml')).toThrow(/^mine\.yaml, file: /);
});
