import { describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { approvalFor, deadlineOf } from '../../domain/deadlines.ts';
import { dayAt, endOfDay, instantOn } from '../../domain/instant.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Channel, PlannedStep } from '../../domain/strategy.ts';
import { aPlan, FRENCH, PARIS } from '../strategies/aCase.ts';

const stepOf = (plan: Plan, key: string): PlannedStep => plan.steps.find((step) => step.key === key)!;

const progressive = aPlan('progressive', { debtorCalendar: FRENCH });
const fiveDays = aPlan('five-days', { debtorCalendar: FRENCH });

const deadline = (plan: Plan, key: string, channel: Channel, dueOn: string, openedOn: string, escalated = false) => {
  const step = stepOf(plan, key);
  return deadlineOf(
    plan,
    { dueOn: day(dueOn) },
    step,
    approvalFor(step, step.approval, channel),
    day(openedOn),
    escalated,
  );
};

describe('a call of progressive', () => {
  test('goes to the deputy after three business days, then the course goes on after five', () => {
    const first = deadline(progressive, 'reminder-call', 'call', '2031-02-05', '2031-02-21');
    expect(first).toEqual({ on: '2031-02-26', at: endOfDay(day('2031-02-26'), PARIS), effect: 'escalate' });
    const second = deadline(progressive, 'reminder-call', 'call', '2031-02-05', '2031-02-21', true);
    expect(second).toEqual({ on: '2031-02-28', at: endOfDay(day('2031-02-28'), PARIS), effect: 'continue' });
  });

  test('before the due date ends with its last business day', () => {
    // Due We 5 Feb, opened Fr 31 Jan: the deputy would be asked on We 5, D-1 = Tu 4 comes first.
    expect(deadline(progressive, 'pre-call', 'call', '2031-02-05', '2031-01-31')).toMatchObject({
      on: '2031-02-04',
      effect: 'expire',
    });
  });
});

describe('a draft', () => {
  test('that waits is escalated once, then made anew before its day to pay has come too near', () => {
    expect(deadline(progressive, 'second-reminder', 'email', '2031-02-05', '2031-02-20')).toMatchObject({
      on: '2031-02-21',
      effect: 'escalate',
    });
    expect(deadline(progressive, 'second-reminder', 'email', '2031-02-05', '2031-02-20', true)).toMatchObject({
      on: '2031-02-24',
      effect: 'reopen',
    });
  });

  test('of the first contact leaves at nine of the last business day up to D+5', () => {
    // Due Mo 3 Feb, drafted Th 6; D+5 = Sa 8, so Fr 7 Feb at nine: nobody is escalated to after that.
    const sent = deadline(fiveDays, 'first-contact', 'email', '2031-02-03', '2031-02-06');
    expect(sent).toEqual({ on: '2031-02-07', at: instantOn(day('2031-02-07'), 9, PARIS), effect: 'send' });
  });

  test('of the first contact made on its last day leaves a business day later', () => {
    expect(deadline(fiveDays, 'first-contact', 'email', '2031-02-05', '2031-02-10')).toMatchObject({
      on: '2031-02-11',
      effect: 'send',
    });
  });
});

describe('the channel decides who must act', () => {
  test('a first contact by phone is a task that goes to the deputy and waits', () => {
    const first = deadline(fiveDays, 'first-contact', 'call', '2031-02-03', '2031-02-06');
    expect(first?.effect).toBe('escalate');
    expect(first && dayAt(first.at - 1, PARIS) <= '2031-02-07').toBe(true);
  });

  test('the other channel is approved when written, done by a person when spoken', () => {
    const step = stepOf(fiveDays, 'other-channel');
    expect(approvalFor(step, step.approval, 'email')).toEqual({ by: 'person', within: 1, onDeadline: 'wait' });
    expect(approvalFor(step, step.approval, 'call')).toEqual({ by: 'task', within: 3, continueAfter: 5 });
  });
});

test('business days of a person are those of the creditor’s country', () => {
  const plan = aPlan('procedure');
  // Opened We 16 July 2031 in France: Th 17, Fr 18, Mo 21 (Belgium rests), Tu 22, We 23.
  expect(deadline(plan, 'reminder-call', 'call', '2031-07-01', '2031-07-16', true)).toMatchObject({
    on: '2031-07-23',
    effect: 'continue',
  });
});
