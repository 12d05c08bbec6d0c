import { waivesUntil } from '../../domain/claim/waiver.ts';
import { nextMove } from '../../domain/course.ts';
import type { Day } from '../../domain/day.ts';
import { instantOn } from '../../domain/instant.ts';
import { money } from '../../domain/money.ts';
import { isPostDue, isSpoken, type Channel, type PlannedStep, type Strategy } from '../../domain/strategy.ts';
import { isWrittenInstead } from '../../domain/unreached.ts';
import { judge, type Verdict } from '../../domain/verdict.ts';
import { callWords } from '../../prisma/course/callWords.ts';
import { circumstances } from '../../prisma/course/circumstances.ts';
import type { CallWords } from '../../templates/context.ts';
import type { CallOutcome } from '../../domain/outcome.ts';
import type { Column } from './columns.ts';
import { begin, CURRENCY, ISSUED_ON, materialOf, post, receive, settle, type Life } from './life.ts';
import { ANSWERS, type LeftOut, type Occasion } from './occasion.ts';
import { ANSWERED, aTalk, PLEASED } from './talks.ts';
import { waysTo } from './ways.ts';

const ANNOUNCED_HOUR = 11;
/** No strategy has so many moves. */
const MOST_MOVES = 100;
/** In this course the answers after a talk are shown. */
const TALKED_IN = 'progressive';

/** Takes what the occasion calls for and answers with its subject, which later letters list. */
export type Say = (occasion: Occasion) => string;

/**
 * Lives through a strategy with this debtor as the app would, by the same functions. Nobody pays in full, every person
 * does what he is asked on the same day, and what the debtor said counts as decided at once, so that the course goes on.
 */
export const liveThrough = (column: Column, strategy: Strategy, say: Say): readonly LeftOut[] => {
  const life = begin(column, strategy);
  const leftOut: LeftOut[] = [];
  const where = `${column.key}, ${strategy.key}`;
  let answered = strategy.key !== TALKED_IN;
  let now = instantOn(ISSUED_ON, ANNOUNCED_HOUR, life.plan.timeZone);
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const move = nextMove(life.plan, life.facts, now);
    if (move.do === 'end-course' || move.do === 'finish') return leftOut;
    if (move.do !== 'perform' && move.do !== 'expire')
      throw new Error(`${where}: expected the next step, got "${move.do}"`);
    now = move.at;
    receive(life, move.day);
    const step = stepOf(life, move.key);
    const verdict: Verdict =
      move.do === 'expire'
        ? { do: 'expire', reason: 'its last day had passed' }
        : judge(life.plan, life.facts, step, circumstances(column.debtor, move.day));
    if (verdict.do === 'skip' || verdict.do === 'expire') {
      leftOut.push({ key: step.key, reason: verdict.reason });
      settle(life, step, { status: verdict.do === 'skip' ? 'skipped' : 'expired' });
    } else if (verdict.do === 'hand-to-person') {
      settle(life, step, { status: 'done', on: move.day });
    } else if (verdict.do === 'write' || verdict.do === 'speak') {
      if (strategy.key === TALKED_IN && verdict.do === 'speak' && !isPostDue(step))
        summarise(life, step, move.day, now, PLEASED, say);
      if (!answered && step.level >= 2 && (verdict.do === 'speak' || step.level >= 3)) {
        answered = true;
        const spoken = verdict.do === 'speak' ? step : stepOf(life, null);
        summarise(life, spoken, move.day, now, ANSWERED, say);
      }
      perform(life, strategy.key, step, verdict.channel, move.day, now, say);
    } else throw new Error(`${where}, ${step.key}: expected a text, got "${verdict.do}"`);
  }
  throw new Error(`${where}: expected the course to end within ${MOST_MOVES} moves`);
};

/** The step of that key, else the first. */
const stepOf = ({ plan: { steps } }: Life, key: string | null): PlannedStep => {
  const step = key === null ? steps[0] : steps.find((candidate) => candidate.key === key);
  if (!step) throw new RangeError(`expected a step of the plan, got ${key}`);
  return step;
};

/** Says the step in its usual way and in every other, and puts it on record. */
const perform = (
  life: Life,
  strategy: string,
  step: PlannedStep,
  channel: Channel,
  today: Day,
  now: number,
  say: Say,
): void => {
  const { column, plan, facts } = life;
  const occasion = (via: Channel, variant: string | null, debtor = column.debtor): Occasion => ({
    strategy,
    step,
    channel: via,
    of: 'step',
    variant,
    material: materialOf(life, today, debtor),
    speaking: { step, channel: via, today, noticeNumber: `${today.slice(0, 4)}-0017` },
  });
  const subject = say(occasion(channel, null));
  for (const way of waysTo(column.debtor, plan, facts, step, today, channel))
    say({
      ...occasion(way.channel, way.why, way.debtor),
      of: isSpoken(channel) && !isSpoken(way.channel) ? 'not-called' : 'step',
    });
  // Nobody could be reached: what the call had to announce is written.
  if (isSpoken(channel) && isWrittenInstead(plan, step)) say({ ...occasion('email', null), of: 'not-reached' });
  if (isSpoken(channel)) {
    const talk = talkOf(life, step.level === 0 ? 'satisfied' : 'promise', today, now, channel);
    life.lastTalk = talk;
    life.history.push({ on: today, channel, summary: talk.summary ?? '', exhibit: life.history.length + 1 });
  } else {
    life.history.push({ on: today, channel, summary: subject, exhibit: life.history.length + 1 });
    const promised = waivesUntil(plan, step, today);
    if (promised !== null) life.waivers.push(promised);
  }
  settle(life, step, { status: 'done', on: today, contact: true, channel });
  post(life, step, channel, today);
};

/** What is written after a talk with each of these outcomes. */
const summarise = (
  life: Life,
  step: PlannedStep,
  today: Day,
  now: number,
  outcomes: readonly CallOutcome[],
  say: Say,
): void => {
  const material = materialOf(life, today, life.column.debtor);
  const occasion = (outcome: CallOutcome, of: Occasion['of']): Occasion => ({
    strategy: ANSWERS,
    step,
    channel: 'email',
    of,
    variant: outcome,
    material,
    speaking: { step, channel: 'email', today, call: talkOf(life, outcome, today, now, 'call') },
  });
  for (const outcome of outcomes) say(occasion(outcome, 'call-summary'));
  if (outcomes.includes('invoice-not-received')) say(occasion('invoice-not-received', 'invoice-copy'));
};

const talkOf = (
  { column, plan, facts }: Life,
  outcome: CallOutcome,
  today: Day,
  now: number,
  channel: Channel,
): CallWords =>
  callWords(
    { ...aTalk(column, outcome, money(facts.balanceMinor, CURRENCY), today), at: new Date(now), channel },
    CURRENCY,
    plan.timeZone,
  );
