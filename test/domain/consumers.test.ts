import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextMove } from '../../domain/course.ts';
import { addDays, day, daysBetween, weekday, type Day } from '../../domain/day.ts';
import { isSettled, type CaseFacts, type StepFact } from '../../domain/facts.ts';
import { instantOn, endOfDay } from '../../domain/instant.ts';
import { overlay } from '../../domain/overlay.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Channel } from '../../domain/strategy.ts';
import { aPlanFor, aStepFact, BELGIAN, PARIS, theFacts, type DebtorOfTests } from '../strategies/aCase.ts';

const STRATEGIES = ['progressive', 'five-days', 'procedure', 'close-contact', 'statement-first'];
const DEBTORS: readonly DebtorOfTests[] = [
  { kind: 'consumer', country: 'FR' },
  { kind: 'consumer', country: 'DE' },
  { kind: 'consumer', country: 'BE' },
  { kind: 'consumer', country: 'BE', clause: true },
];

type Approach = { readonly key: string; readonly on: Day; readonly formal: boolean; readonly channel: Channel };

type Life = {
  readonly strategy: string;
  readonly debtor: DebtorOfTests;
  readonly dueOn: Day;
  /** Days between announcement and due date; negative = announced late. */
  readonly notice: number;
  readonly prior: readonly number[];
  /** How late people are, in days, one after the other. */
  readonly delays: readonly number[];
  readonly byPost: boolean;
};

const life: fc.Arbitrary<Life> = fc.record({
  strategy: fc.constantFrom(...STRATEGIES),
  debtor: fc.constantFrom(...DEBTORS),
  dueOn: fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(day('2030-06-01'), days)),
  notice: fc.integer({ min: -40, max: 45 }),
  prior: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
  delays: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 12, maxLength: 12 }),
  byPost: fc.boolean(),
});

/** Every approach of one case whose people are sometimes late, and whose debtor never answers. */
const lived = ({ strategy, debtor, dueOn, notice, prior, delays, byPost }: Life): Approach[] => {
  const plan = aPlanFor(strategy, debtor);
  const announcedOn = addDays(dueOn, -notice);
  const postedOn = addDays(announcedOn, -30);
  const priorReminders = prior.map((days) => ({
    on: addDays(announcedOn, -days),
    channel: 'email' as const,
    level: 1,
  }));
  let facts: CaseFacts = theFacts(plan, {
    dueOn,
    announcedOn,
    postedOn,
    priorReminders,
    steps: plan.steps.map((step) =>
      aStepFact(step.key, overlay(plan, step).skip === null ? {} : { status: 'skipped' }),
    ),
  });
  const approaches: Approach[] = [];
  let now = instantOn(announcedOn, 11, PARIS);
  for (let turn = 0; facts.steps.some((fact) => !isSettled(fact)); turn += 1) {
    const move = nextMove(plan, facts, now);
    if (move.do !== 'perform' && move.do !== 'expire') throw new Error(`expected a step, got ${move.do}`);
    now = Math.max(now, move.at);
    if (move.do === 'expire') facts = settled(facts, move.key, { status: 'expired' });
    else {
      const step = plan.steps.find(({ key }) => key === move.key)!;
      // What precedes the due date expires rather than be late.
      const punctual = step.level === 0 || (overlay(plan, step).approval.by === 'auto' && !byPost);
      const late = punctual ? 0 : (delays[turn % delays.length] ?? 0);
      const on = addDays(move.day, late);
      now = Math.max(now, endOfDay(on, PARIS) - 3_600_000);
      const channel = channelOf(plan, move.key, byPost);
      const silent = step.action === 'legal-file' || step.action === 'stop-deliveries';
      facts = settled(facts, move.key, { status: 'done', on, contact: !silent, channel });
      if (!silent) approaches.push({ key: move.key, on, formal: step.grants?.kind === 'notice', channel });
    }
  }
  return approaches;
};

const channelOf = (plan: Plan, key: string, byPost: boolean): Channel => {
  const step = plan.steps.find((candidate) => candidate.key === key)!;
  if (step.action === 'call' || step.action === 'letter' || step.action === 'registered-letter') return step.action;
  return step.orByPost && byPost ? 'letter' : 'email';
};

const settled = (facts: CaseFacts, key: string, change: Partial<StepFact>): CaseFacts => ({
  ...facts,
  steps: facts.steps.map((fact) => (fact.key === key ? { ...fact, ...change } : fact)),
});

const RUNS = { numRuns: 1_500 };

test('no consumer is approached twice within seven days after the due date, whoever is late', () => {
  let met = 0;
  fc.assert(
    fc.property(life, (one) => {
      const after = lived(one).filter(({ on }) => on > one.dueOn);
      for (const [index, { on }] of after.slice(1).entries()) {
        expect(daysBetween(after[index]!.on, on)).toBeGreaterThanOrEqual(7);
        met += 1;
      }
    }),
    RUNS,
  );
  expect(met).toBeGreaterThan(2_000);
});

test('no consumer is approached more than four times in thirty days, calls and earlier reminders included; notices aside', () => {
  let full = 0;
  fc.assert(
    fc.property(life, (one) => {
      const announcedOn = addDays(one.dueOn, -one.notice);
      const earlier = one.prior.map((days) => addDays(announcedOn, -days));
      const own = lived(one);
      for (const { on, formal } of own) {
        if (formal) continue;
        const window = [...earlier, ...own.map((approach) => approach.on)].filter(
          (other) => other <= on && daysBetween(other, on) < 30,
        );
        expect(window.length).toBeLessThanOrEqual(4);
        if (window.length === 4) full += 1;
      }
    }),
    RUNS,
  );
  expect(full).toBeGreaterThan(100);
});

test('a Belgian consumer hears nothing between the free first reminder and the end of the law’s fourteen days', () => {
  let met = 0;
  fc.assert(
    fc.property(life, (one) => {
      fc.pre(one.debtor.country === 'BE');
      const approaches = lived(one);
      const first = approaches.findIndex(({ key }) => key === 'be-first-reminder');
      expect(first).toBeGreaterThanOrEqual(0);
      expect(approaches.slice(0, first).every(({ on }) => on < one.dueOn)).toBe(true);
      const next = approaches[first + 1];
      if (!next) return;
      expect(next.on > lastFreeDay(approaches[first]!)).toBe(true);
      met += 1;
    }),
    RUNS,
  );
  expect(met).toBeGreaterThan(500);
});

/** By the words of CDE XIX.2: fourteen days from the day after an e-mail, or from the third working day after posting. */
const lastFreeDay = ({ on, channel }: Approach): Day => {
  const works = (date: Day): boolean => ![0, 6].includes(weekday(date)) && !BELGIAN.closed.includes(date);
  let begins = addDays(on, 1);
  if (channel === 'letter') {
    let working = works(begins) ? 1 : 0;
    while (working < 3) {
      begins = addDays(begins, 1);
      if (works(begins)) working += 1;
    }
  }
  let last = addDays(begins, 13);
  while (!works(last)) last = addDays(last, 1);
  return last;
};
