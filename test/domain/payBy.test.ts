import { expect, test } from 'vitest';
import { waivesUntil } from '../../domain/claim/waiver.ts';
import { day } from '../../domain/day.ts';
import { lastSendingOf, payBy } from '../../domain/payBy.ts';
import type { Plan } from '../../domain/plan.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import { aPlan, aPlanFor, FRENCH } from '../strategies/aCase.ts';

const both = aPlan('progressive');
const french = aPlan('progressive', { debtorCalendar: FRENCH });

const stepOf = (plan: Plan, key: string): PlannedStep => plan.steps.find((step) => step.key === key)!;

test.each([
  ['2031-02-20', '2031-02-27', '2031-02-27'], // Thursday
  ['2031-12-13', '2031-12-22', '2031-12-22'], // Saturday 20 December is nobody's last day: Monday
  ['2031-07-07', '2031-07-15', '2031-07-15'], // Monday 14 July is closed in France
  ['2031-07-14', '2031-07-22', '2031-07-21'], // Monday 21 July is closed in Belgium, where only the first debtor works
  ['2031-05-01', '2031-05-09', '2031-05-09'], // Thursday 8 May, then Friday
])('a second reminder sent on %s asks to be paid by %s, in France alone by %s', (sentOn, inBoth, inFrance) => {
  expect(payBy(both, stepOf(both, 'second-reminder'), day(sentOn))).toBe(inBoth);
  expect(payBy(french, stepOf(french, 'second-reminder'), day(sentOn))).toBe(inFrance);
});

test('the day that is printed is the day that binds us', () => {
  const plan = aPlanFor('progressive', { kind: 'business', country: 'FR' });
  const second = stepOf(plan, 'second-reminder');
  expect(payBy(plan, second, day('2031-12-13'))).toBe('2031-12-22');
  expect(waivesUntil(plan, second, day('2031-12-13'))).toBe('2031-12-22');
});

test('a step that grants nothing, or a notice, prints no day to pay', () => {
  expect(payBy(both, stepOf(both, 'first-reminder'), day('2031-02-06'))).toBeNull();
  expect(payBy(both, stepOf(both, 'formal-notice'), day('2031-03-24'))).toBeNull();
  expect(lastSendingOf(both, stepOf(both, 'formal-notice'), day('2031-03-24'))).toBeNull();
});

test('a text may leave as long as its day to pay is three days away', () => {
  expect(lastSendingOf(both, stepOf(both, 'second-reminder'), day('2031-02-20'))).toBe('2031-02-24');
  // By Monday 22 December instead of Saturday 20: two days longer.
  expect(lastSendingOf(both, stepOf(both, 'second-reminder'), day('2031-12-13'))).toBe('2031-12-19');
});
