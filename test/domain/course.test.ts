import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextMove, nextStep, type Move, type TimedMove } from '../../domain/course.ts';
import { addDays, day } from '../../domain/day.ts';
import type { CaseFacts, HoldFact, StepFact, WaitFact } from '../../domain/facts.ts';
import { dayAt, endOfDay, instantOn } from '../../domain/instant.ts';
import { factOf } from '../../domain/timetable.ts';
import { aPlan, aStepFact, atTen, PARIS, theFacts } from '../strategies/aCase.ts';

const plan = aPlan('progressive');

const withSteps = (settled: Record<string, Partial<StepFact>>, changes: Partial<CaseFacts> = {}): CaseFacts =>
  theFacts(plan, { steps: plan.steps.map(({ key }) => aStepFact(key, settled[key])), ...changes });

const aHold = (changes: Partial<HoldFact> = {}): HoldFact => ({
  id: 'h1',
  kind: 'manual',
  until: day('2031-02-23'),
  thenDo: 'resume',
  ...changes,
});

const aWait = (changes: Partial<WaitFact> = {}): WaitFact => ({
  taskId: 't1',
  kind: 'approve',
  stepKey: 'second-reminder',
  title: 'approve second-reminder',
  deadlineAt: null,
  deadlineOn: null,
  onDeadline: null,
  ...changes,
});

describe('the next move', () => {
  const now = atTen('2031-01-06');

  test('of a fresh case is its first step, at nine on its day', () => {
    const at = instantOn(day('2031-01-28'), 9, PARIS);
    expect(nextMove(plan, theFacts(plan), now)).toEqual({ do: 'perform', key: 'pre-reminder', at, day: '2031-01-28' });
  });

  test('of a closed case is none, whatever else is open', () => {
    const closed = theFacts(plan, {
      closed: { outcome: 'paid', on: day('2031-01-06') },
      holds: [aHold()],
      waits: [aWait()],
    });
    expect(nextMove(plan, closed, now)).toEqual({ do: 'finish' });
  });

  test('under a hold is its end, right after its last day, and nothing before', () => {
    const held = theFacts(plan, { holds: [aHold({ id: 'h2', until: null }), aHold()], waits: [aWait()] });
    expect(nextMove(plan, held, now)).toEqual({
      do: 'end-hold',
      holdId: 'h1',
      at: endOfDay(day('2031-02-23'), PARIS),
      day: '2031-02-23',
    });
    expect(nextMove(plan, theFacts(plan, { holds: [aHold({ until: null, kind: 'insolvency' })] }), now)).toMatchObject({
      do: 'wait',
    });
  });

  test('while a person is waited for is the soonest deadline, or only that person', () => {
    expect(nextMove(plan, theFacts(plan, { waits: [aWait()] }), now)).toEqual({
      do: 'wait',
      for: 'approve second-reminder',
    });
    const late = aWait({
      taskId: 't2',
      deadlineAt: now + 2_000,
      deadlineOn: day('2031-01-06'),
      onDeadline: 'escalate',
    });
    const soon = aWait({ taskId: 't3', deadlineAt: now + 1_000, deadlineOn: day('2031-01-06'), onDeadline: 'send' });
    expect(nextMove(plan, theFacts(plan, { waits: [aWait(), late, soon] }), now)).toMatchObject({
      do: 'pass-deadline',
      taskId: 't3',
      at: now + 1_000,
    });
  });

  test('is a written answer first: it waits for no hour and no hold', () => {
    const held = theFacts(plan, { pendingMessages: ['m1', 'm2'], holds: [aHold()] });
    expect(nextMove(plan, held, now)).toEqual({ do: 'send-pending', messageId: 'm1', at: now, day: '2031-01-06' });
  });

  test('after a hand-over is silence', () => {
    expect(nextMove(plan, theFacts(plan, { handedOverOn: day('2031-01-06') }), now)).toMatchObject({ do: 'wait' });
  });

  test('of a step that is being done is to do it now', () => {
    const due = withSteps({ 'pre-reminder': { status: 'due' } });
    expect(nextMove(plan, due, now)).toEqual({ do: 'perform', key: 'pre-reminder', at: now, day: '2031-01-06' });
  });

  test('of a step whose last day is past is to settle it now', () => {
    const late = atTen('2031-02-03');
    expect(nextMove(plan, theFacts(plan), late)).toEqual({
      do: 'expire',
      key: 'pre-reminder',
      at: late,
      day: '2031-02-03',
    });
  });

  test('when nothing is left is the end of the course', () => {
    const over = withSteps(Object.fromEntries(plan.steps.map(({ key }) => [key, { status: 'skipped' }])));
    expect(nextStep(plan, over)).toBeNull();
    expect(nextMove(plan, over, now)).toMatchObject({ do: 'end-course', at: now });
  });

  test('is the first step not settled, never the highest reached by now', () => {
    const year = atTen('2032-01-05');
    const facts = withSteps({ 'pre-reminder': { status: 'expired' }, 'pre-call': { status: 'expired' } });
    expect(nextMove(plan, facts, year)).toMatchObject({ do: 'perform', key: 'first-reminder', day: '2032-01-06' });
  });
});

test('a message in the very instant of waking costs the step no day', () => {
  const facts = withSteps({ 'pre-reminder': { status: 'expired' }, 'pre-call': { status: 'expired' } });
  const at = instantOn(day('2031-02-06'), 9, PARIS);
  const armed: TimedMove = { do: 'perform', key: 'first-reminder', at, day: day('2031-02-06') };
  expect(nextMove(plan, facts, at + 5, armed)).toMatchObject({ key: 'first-reminder', at: at + 5, day: '2031-02-06' });
  expect(nextMove(plan, facts, at + 5)).toMatchObject({ key: 'first-reminder', day: '2031-02-07' });
  // A corrected due date moves the step away: the hour slept for counts no more.
  const moved = { ...facts, dueOn: day('2031-02-19') };
  expect(nextMove(plan, moved, at + 5, armed)).toMatchObject({ key: 'first-reminder', day: '2031-02-20' });
});

describe('late, because nobody heard the hour strike', () => {
  const inParis = (on: string, hour: number): number => instantOn(day(on), hour, PARIS);
  const begun = { 'pre-reminder': { status: 'expired' }, 'pre-call': { status: 'expired' } } as const;
  // Due We 5 February, corrected to Th 6: the first reminder on Fr 7 at nine.
  const facts = withSteps(begun, { dueOn: day('2031-02-06') });
  const armed: TimedMove = {
    do: 'perform',
    key: 'first-reminder',
    at: inParis('2031-02-07', 9),
    day: day('2031-02-07'),
  };

  test.each([
    ['2031-02-07', 9, 'at once'],
    ['2031-02-07', 11, 'at once'],
    ['2031-02-07', 17, 'at once'],
    ['2031-02-07', 18, '2031-02-10'], // Friday evening: Monday
    ['2031-02-08', 2, '2031-02-10'], // Saturday night
    ['2031-02-09', 12, '2031-02-10'], // Sunday noon
    ['2031-02-11', 4, '2031-02-11'], // Tuesday night: that morning
    ['2031-02-11', 10, 'at once'],
    ['2031-04-14', 10, '2031-04-15'], // Easter Monday
  ])('an e-mail without a person, heard on %s at %i, leaves %s', (on, hour, leaves) => {
    const now = inParis(on, hour);
    expect(nextMove(plan, facts, now, armed)).toMatchObject(
      leaves === 'at once'
        ? { do: 'perform', key: 'first-reminder', at: now, day: '2031-02-07' }
        : { do: 'perform', key: 'first-reminder', at: inParis(leaves, 9), day: leaves },
    );
    expect(nextMove(plan, facts, now, armed, 'at-once')).toMatchObject({ do: 'perform', at: now });
  });

  test('what a person does or releases first runs at any hour', () => {
    const night = inParis('2031-02-22', 2);
    const slept = (key: string, on: string): TimedMove => ({ do: 'perform', key, at: inParis(on, 9), day: day(on) });
    const drafted = withSteps({ ...begun, 'first-reminder': { status: 'skipped' } });
    expect(nextMove(plan, drafted, night, slept('second-reminder', '2031-02-20'))).toMatchObject({ at: night });
    const rung = withSteps({
      ...begun,
      'first-reminder': { status: 'skipped' },
      'second-reminder': { status: 'skipped' },
    });
    expect(nextMove(plan, rung, night, slept('reminder-call', '2031-02-21'))).toMatchObject({ at: night });
    // The call has no number, and its text no person: it waits as an e-mail does.
    const written = {
      ...rung,
      steps: rung.steps.map((step) =>
        step.key === 'reminder-call' ? { ...step, viaChannel: 'email' as const } : step,
      ),
    };
    expect(nextMove(plan, written, night, slept('reminder-call', '2031-02-21'))).toMatchObject({
      at: inParis('2031-02-24', 9),
    });
    const approved = withSteps({ ...begun, 'first-reminder': { status: 'due' } });
    expect(nextMove(plan, approved, night)).toMatchObject({ do: 'perform', at: night });
  });

  test('a step whose last day has passed by the next sending hour expires', () => {
    // Due We 5 February: the pre-reminder of Tu 28 January may leave until Fr 31 (D-4 is a Saturday).
    const slept: TimedMove = {
      do: 'perform',
      key: 'pre-reminder',
      at: inParis('2031-01-28', 9),
      day: day('2031-01-28'),
    };
    expect(nextMove(plan, theFacts(plan), inParis('2031-01-31', 3), slept)).toMatchObject({
      do: 'perform',
      at: inParis('2031-01-31', 9),
    });
    expect(nextMove(plan, theFacts(plan), inParis('2031-01-31', 19), slept)).toMatchObject({
      do: 'expire',
      key: 'pre-reminder',
    });
  });

  test('a draft that leaves unconfirmed keeps the hours too, other deadlines pass when they are heard', () => {
    const deadlineAt = inParis('2031-02-07', 9);
    const waits = (onDeadline: WaitFact['onDeadline']) =>
      theFacts(plan, { waits: [aWait({ deadlineAt, deadlineOn: day('2031-02-07'), onDeadline })] });
    const night = inParis('2031-02-08', 2);
    expect(nextMove(plan, waits('send'), night)).toMatchObject({
      do: 'pass-deadline',
      at: inParis('2031-02-10', 9),
      day: '2031-02-10',
    });
    expect(nextMove(plan, waits('escalate'), night)).toMatchObject({ do: 'pass-deadline', at: deadlineAt });
    expect(nextMove(plan, waits('send'), inParis('2031-02-07', 11))).toMatchObject({ at: deadlineAt });
  });

  test('who sends in the evening has an hour', () => {
    const evening = { ...plan, sendingHour: 20 };
    const slept = { ...armed, at: inParis('2031-02-07', 20) };
    const heard = (hour: number) => nextMove(evening, facts, inParis('2031-02-07', hour), slept);
    expect(heard(20)).toMatchObject({ at: inParis('2031-02-07', 20) });
    expect(heard(21)).toMatchObject({ at: inParis('2031-02-10', 20) });
  });
});

type Play = {
  readonly settle: boolean;
  readonly withDeadline: boolean;
  readonly hold: number;
  readonly contact: boolean;
};

const anyPlay: fc.Arbitrary<Play> = fc.record({
  settle: fc.boolean(),
  withDeadline: fc.boolean(),
  hold: fc.integer({ min: -20, max: 20 }),
  contact: fc.boolean(),
});

/** What an activity could make of a move, for any outcome: the facts after it. */
const after = (facts: CaseFacts, move: TimedMove, play: Play): CaseFacts => {
  const today = dayAt(move.at, PARIS);
  const settle = (key: string | null): CaseFacts['steps'] =>
    facts.steps.map((step) =>
      step.key === key ? { ...step, status: 'done', on: today, contact: play.contact } : step,
    );
  switch (move.do) {
    case 'perform': {
      if (play.settle)
        return {
          ...facts,
          holds: play.hold > 0 ? [aHold({ until: addDays(today, play.hold) })] : [],
          steps: settle(move.key),
        };
      const deadline = play.withDeadline
        ? { deadlineAt: move.at + 86_400_000, deadlineOn: addDays(today, 1), onDeadline: 'continue' as const }
        : {};
      return { ...facts, waits: [aWait({ stepKey: move.key, ...deadline })] };
    }
    case 'expire':
      return {
        ...facts,
        steps: facts.steps.map((step) => (step.key === move.key ? { ...step, status: 'expired' } : step)),
      };
    case 'pass-deadline':
      return { ...facts, waits: [], steps: settle(move.stepKey) };
    case 'end-hold':
      return { ...facts, holds: [] };
    case 'send-pending':
      return { ...facts, pendingMessages: facts.pendingMessages.slice(1) };
    case 'end-course':
      return { ...facts, closed: { outcome: 'written-off', on: today } };
  }
};

/** What a person does about what only he can move. */
const personActs = (facts: CaseFacts, at: number): CaseFacts => ({
  ...facts,
  waits: [],
  steps: facts.steps.map((step) =>
    facts.waits.some(({ stepKey }) => stepKey === step.key)
      ? { ...step, status: 'done', on: dayAt(at, PARIS), contact: true }
      : step,
  ),
});

test('each awaited moment moves the case on, and the last one closes it: the workflow can neither spin nor hang', () => {
  const anyStrategy = fc.constantFrom('progressive', 'five-days', 'procedure', 'close-contact', 'statement-first');
  fc.assert(
    fc.property(
      anyStrategy,
      fc.integer({ min: -60, max: 60 }),
      fc.array(anyPlay, { minLength: 60, maxLength: 60 }),
      (key, term, plays) => {
        const course = aPlan(key);
        const announcedOn = day('2031-01-06');
        let facts = theFacts(course, { announcedOn, dueOn: addDays(announcedOn, term) });
        let now = atTen(announcedOn);
        let moves = 0;
        for (let move: Move = nextMove(course, facts, now); move.do !== 'finish'; move = nextMove(course, facts, now)) {
          const play = plays[moves];
          if (!play)
            throw new Error(
              `expected the case to end within ${plays.length} moves, it waits to ${JSON.stringify(move)}`,
            );
          moves += 1;
          if (move.do === 'wait') {
            if (facts.waits.length === 0) throw new Error(`expected somebody to wait for, got ${move.for}`);
            now += 3_600_000;
            facts = personActs(facts, now);
            continue;
          }
          if (move.at < now) throw new Error(`expected an instant from ${now} on, got ${JSON.stringify(move)}`);
          now = move.at;
          // A step that has just been settled or asked for never comes again by itself.
          if (move.do === 'perform' && factOf(facts, move.key).status !== 'planned')
            throw new Error(`expected a step not done yet, got ${move.key}`);
          facts = after(facts, move, play);
        }
        expect(facts.closed).not.toBeNull();
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);
