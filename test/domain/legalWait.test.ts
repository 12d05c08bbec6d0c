import { describe, expect, test } from 'vitest';
import { claimableFrom } from '../../domain/claim/firstReminder.ts';
import { nextMove } from '../../domain/course.ts';
import { day } from '../../domain/day.ts';
import { explain } from '../../domain/explanation.ts';
import type { CaseFacts, StepFact } from '../../domain/facts.ts';
import { instantOn } from '../../domain/instant.ts';
import { overlay } from '../../domain/overlay.ts';
import type { Plan } from '../../domain/plan.ts';
import { timetable } from '../../domain/timetable.ts';
import { aPlanFor, aStepFact, atTen, PARIS, theFacts } from '../strategies/aCase.ts';

const belgian = (strategy: string) => aPlanFor(strategy, { kind: 'consumer', country: 'BE', clause: true });

const factsWith = (
  plan: Plan,
  settled: Record<string, Partial<StepFact>>,
  changes: Partial<CaseFacts> = {},
): CaseFacts => theFacts(plan, { steps: plan.steps.map(({ key }) => aStepFact(key, settled[key])), ...changes });

const done = (on: string, channel: StepFact['channel'] = 'email'): Partial<StepFact> => ({
  status: 'done',
  on: day(on),
  contact: true,
  channel,
});

const rowOf = (plan: Plan, facts: CaseFacts, key: string, now: string) =>
  timetable(plan, facts, atTen(now)).find((row) => row.key === key)!;

describe('a Belgian consumer, due on Wednesday 5 February 2031', () => {
  const plan = belgian('progressive');
  const before = {
    'pre-reminder': done('2031-01-28'),
    'pre-call': { status: 'skipped' },
    'first-reminder': { status: 'skipped' },
  } as const;
  const waiting = factsWith(plan, { ...before, 'be-first-reminder': done('2031-02-06') });

  test('gets the free first reminder on the strategy’s first day, and everything else is expected after the wait', () => {
    const facts = factsWith(plan, { ...before });
    expect(rowOf(plan, facts, 'be-first-reminder', '2031-01-29')).toMatchObject({
      on: '2031-02-06',
      provisional: false,
    });
    // 7 to 20 February are the fourteen days; the 21st is a Friday.
    expect(rowOf(plan, facts, 'second-reminder', '2031-01-29')).toMatchObject({ on: '2031-02-21', provisional: true });
    expect(claimableFrom(facts)).toBeNull();
  });

  test('once it has left, the day is certain', () => {
    expect(claimableFrom(waiting)).toBe('2031-02-21');
    expect(rowOf(plan, waiting, 'second-reminder', '2031-02-07')).toMatchObject({
      own: '2031-02-20',
      on: '2031-02-21',
      provisional: false,
    });
    expect(nextMove(plan, waiting, atTen('2031-02-07'))).toEqual({
      do: 'perform',
      key: 'second-reminder',
      at: instantOn(day('2031-02-21'), 9, PARIS),
      day: '2031-02-21',
    });
  });

  test('by post the wait begins on the third Belgian working day after', () => {
    const posted = factsWith(plan, { ...before, 'be-first-reminder': done('2031-02-06', 'letter') });
    // Posted on Thursday 6; Tuesday 11 is the first day, Monday 24 the fourteenth.
    expect(claimableFrom(posted)).toBe('2031-02-25');
    expect(rowOf(plan, posted, 'second-reminder', '2031-02-07')).toMatchObject({ on: '2031-02-25' });
  });

  test('a step asked for before its time isn’t done inside the wait', () => {
    const steps = waiting.steps.map((fact) =>
      fact.key === 'second-reminder' ? { ...fact, status: 'due' as const } : fact,
    );
    expect(nextMove(plan, { ...waiting, steps }, atTen('2031-02-10'))).toMatchObject({ day: '2031-02-21' });
    expect(nextMove(plan, { ...waiting, steps }, atTen('2031-02-21'))).toMatchObject({ day: '2031-02-21' });
  });

  test('the case says what it waits for', () => {
    expect(explain(plan, waiting, atTen('2031-02-10')).why).toBe(
      'Waits as the law asks after the free first reminder: nothing before 2031-02-21; second-reminder (email) on 2031-02-21.',
    );
    expect(explain(plan, waiting, atTen('2031-02-20')).why).toContain('nothing before 2031-02-21');
  });
});

test('a wait whose last day is Easter Monday ends on Tuesday; Good Friday is no Belgian holiday', () => {
  // Easter is 13 April 2031. Sent Friday 28 March by e-mail: the fourteenth day, Friday 11 April, is Good Friday, which is
  // no Belgian holiday: nothing rolls. The 12th is a Saturday and Monday the 14th Easter Monday: the next step is Tuesday's.
  const plan = belgian('procedure');
  const facts = factsWith(
    plan,
    { 'be-first-reminder': done('2031-03-28'), 'first-reminder': { status: 'skipped' } },
    { dueOn: day('2031-03-24') },
  );
  expect(claimableFrom(facts)).toBe('2031-04-12');
  expect(rowOf(plan, facts, 'reminder-call', '2031-03-31')).toMatchObject({ on: '2031-04-15' });
  // Sent on Monday 31 March: the fourteenth day is Easter Monday, and Tuesday takes its place.
  const later = factsWith(
    plan,
    { 'be-first-reminder': done('2031-03-31'), 'first-reminder': { status: 'skipped' } },
    { dueOn: day('2031-03-24') },
  );
  expect(claimableFrom(later)).toBe('2031-04-16');
  expect(rowOf(plan, later, 'reminder-call', '2031-04-01')).toMatchObject({ on: '2031-04-16' });
});

test.each([
  ['progressive', '2031-02-06'],
  ['five-days', '2031-02-10'], // D+3 is a Saturday
  ['procedure', '2031-02-10'],
  ['close-contact', '2031-02-06'],
  ['statement-first', '2031-02-06'],
])('%s: the free first reminder comes on the day of the strategy’s own', (strategy, on) => {
  const plan = belgian(strategy);
  const skipped = plan.steps.filter((step) => overlay(plan, step).skip !== null).map(({ key }) => key);
  const facts = factsWith(plan, Object.fromEntries(skipped.map((key) => [key, { status: 'skipped' }])));
  expect(rowOf(plan, facts, 'be-first-reminder', '2031-01-06')).toMatchObject({ on, provisional: false });
});

describe('the budget of a consumer', () => {
  const french = aPlanFor('progressive', { kind: 'consumer', country: 'FR' });
  const prior = ['2031-01-10', '2031-01-17', '2031-01-24', '2031-01-31'].map((on) => ({
    on: day(on),
    channel: 'email' as const,
    level: 1,
  }));
  const facts = factsWith(
    french,
    { 'pre-reminder': { status: 'expired' }, 'pre-call': { status: 'skipped' } },
    { priorReminders: prior },
  );

  test('with four approaches on record the fifth waits until the 31st day after the first of them', () => {
    // The gap of seven days ends on Friday 7 February; the 31st day after 10 January is the 10th.
    expect(rowOf(french, facts, 'first-reminder', '2031-02-03')).toMatchObject({ own: '2031-02-06', on: '2031-02-10' });
  });

  test('it isn’t kept to others, nor by a formal notice', () => {
    const business = aPlanFor('progressive', { kind: 'business', country: 'FR' });
    const theirs = { ...facts, steps: business.steps.map(({ key }) => aStepFact(key)) };
    expect(rowOf(business, theirs, 'first-reminder', '2031-02-03')).toMatchObject({ on: '2031-02-06' });
    const atNotice = factsWith(
      french,
      Object.fromEntries(french.steps.slice(0, -2).map(({ key }) => [key, { status: 'skipped' }])),
      { priorReminders: prior.map((one) => ({ ...one, on: day(one.on.replace('-01-', '-03-')) })) },
    );
    // Due + 45 is Saturday 22 March; the gap of eight days after the 31st ends on Tuesday 8 April.
    expect(rowOf(french, atNotice, 'formal-notice', '2031-03-10')).toMatchObject({ on: '2031-04-08' });
  });
});
