import { expect, test } from 'vitest';
import { isWrittenInstead } from '../../domain/unreached.ts';
import { aPlanFor, type DebtorOfTests } from '../strategies/aCase.ts';

const BUSINESS: DebtorOfTests = { kind: 'business', country: 'FR' };
const CONSUMER: DebtorOfTests = { kind: 'consumer', country: 'FR' };
const ASSOCIATION: DebtorOfTests = { kind: 'non-professional', country: 'FR' };

test.each([
  // What it had to announce is written.
  ['progressive', 'reminder-call', BUSINESS, true],
  ['close-contact', 'due-call', BUSINESS, true],
  // Nothing is announced: done without contact.
  ['close-contact', 'courtesy-call', BUSINESS, false],
  ['progressive', 'reminder-call', CONSUMER, false],
  ['progressive', 'reminder-call', ASSOCIATION, false],
  // The change of channel is made all the same (S0.2).
  ['five-days', 'other-channel', BUSINESS, true],
  ['five-days', 'other-channel', CONSUMER, true],
  ['five-days', 'other-channel', ASSOCIATION, true],
] as const)('%s, %s of %o that reached nobody is written instead: %s', (strategy, key, debtor, written) => {
  const plan = aPlanFor(strategy, debtor);
  expect(
    isWrittenInstead(
      plan,
      plan.steps.find((step) => step.key === key)!,
    ),
  ).toBe(written);
});
