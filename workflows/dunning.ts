import {
  ActivityFailure,
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { nextMove, type Move, type TimedMove } from '../domain/course.ts';
import { explain } from '../domain/explanation.ts';
import { isSettled, type CaseFacts } from '../domain/facts.ts';
import { mayLeaveByEmail } from '../domain/queue.ts';
import { dayAt } from '../domain/instant.ts';
import { factOf } from '../domain/timetable.ts';
import { runRefusal } from '../domain/run.ts';
import { act } from './act.ts';
import {
  explanation,
  factsChanged,
  factsDecided,
  knownFacts,
  runStep,
  type DunningInput,
  type DunningResult,
  type FactsChanged,
} from './messages.ts';
import { createWindow } from './window.ts';

/** Chases one invoice until it is settled. The domain decides, the activities act; this waits. */
export async function dunning(input: DunningInput): Promise<DunningResult> {
  const { plan } = input;
  let facts: CaseFacts = input.facts;
  let armed: TimedMove | null = input.armed ?? null;
  let running: CancellationScope | null = null;
  let doing: TimedMove | null = null;
  let wanted: string | null = null;
  let settledVersion = -1;
  /** The instant slept for, once its timer has struck. */
  let woken = 0;
  const show = createWindow(input);

  // Handlers never act: they take newer facts, and the loop below does the rest.
  const learn = (newer: CaseFacts): void => {
    if (newer.version <= facts.version) return;
    facts = newer;
    // A send that is being retried stops at once when the money is there or a person holds the case.
    if (facts.closed || facts.holds.length > 0 || (doing?.do === 'perform' && isSettled(factOf(facts, doing.key))))
      running?.cancel();
  };
  const acted = async (version: number): Promise<{ version: number }> => {
    await condition(() => settledVersion >= version && wanted === null);
    return { version: settledVersion };
  };

  setHandler(factsChanged, ({ facts: newer }) => learn(newer), {
    description: 'Newer facts of the case: a payment, a credit note, a correction',
  });
  setHandler(
    factsDecided,
    ({ facts: newer }) => {
      learn(newer);
      return acted(newer.version);
    },
    { description: "A person's request, recorded; answers when the case has acted on it", validator: refuseMalformed },
  );
  setHandler(
    runStep,
    ({ stepKey }) => {
      wanted = stepKey;
      return acted(facts.version + 1);
    },
    { description: 'Do the next step now', validator: ({ stepKey }) => refuseRun(runRefusal(plan, facts, stepKey)) },
  );
  setHandler(explanation, () => explain(plan, facts, Date.now()), {
    description: 'Why it waits, what comes next, what would change it',
  });
  setHandler(knownFacts, () => facts, { description: 'The facts by which the case waits' });

  for (;;) {
    const asked: string | null = wanted;
    const now = Math.max(Date.now(), woken);
    const move: Move =
      wanted !== null && runRefusal(plan, facts, wanted) === null
        ? performNow(plan, facts, wanted)
        : afterSleep(plan, facts, now, armed);
    show(facts, move);
    if (move.do === 'finish') {
      wanted = null;
      settledVersion = facts.version;
      await condition(allHandlersFinished);
      if (facts.closed) return { outcome: facts.closed.outcome };
      continue;
    }
    if (move.do === 'wait' || move.at > now) {
      wanted = null;
      woken = 0;
      settledVersion = facts.version;
      armed = move.do === 'wait' ? null : move;
      if (shouldStartAfresh(input)) {
        await condition(allHandlersFinished);
        if (facts.version === settledVersion) await continueAsNew<typeof dunning>({ ...input, facts, armed });
        continue;
      }
      const { version } = facts;
      const changed = (): boolean => facts.version !== version || wanted !== null;
      // What was slept for is asked again: its hour may have struck long ago.
      if (!(await waitFor(changed, move)) && move.do !== 'wait') woken = move.at;
      continue;
    }
    try {
      const { facts: newer } = await CancellationScope.cancellable(() => {
        running = CancellationScope.current();
        doing = move;
        return act(input, move, mayLeaveByEmail(plan, facts, move));
      });
      // What was asked for meanwhile is still to be done.
      if (wanted === asked) wanted = null;
      learn(newer);
    } catch (error) {
      // Cancelled because newer facts came, or by an operator.
      if (isCancellation(error) && !CancellationScope.current().consideredCancelled) continue;
      // A bug stops the workflow's task, which can be mended and tried again; thrown on, it would fail the case.
      throw error instanceof ActivityFailure
        ? new TypeError(`an activity failed for good: ${error.cause?.message ?? error.message}`)
        : error;
    } finally {
      running = null;
      doing = null;
      armed = null;
      woken = 0;
    }
  }
}

/** Cases that sent late at any hour, before sends without a person kept the sending hours, replay as they ran. */
const LATE_SENDS_KEEP_HOURS = 'late-sends-keep-hours';

const afterSleep = (plan: DunningInput['plan'], facts: CaseFacts, now: number, armed: TimedMove | null): Move => {
  const move = nextMove(plan, facts, now, armed);
  if (armed === null || armed.at > now) return move;
  const atOnce = nextMove(plan, facts, now, armed, 'at-once');
  const same = move.do === atOnce.do && ('at' in move && move.at) === ('at' in atOnce && atOnce.at);
  return same || patched(LATE_SENDS_KEEP_HOURS) ? move : atOnce;
};

/** Sleeps until the move's instant, or without end; true when something changed first. */
const waitFor = async (changed: () => boolean, move: Exclude<Move, { do: 'finish' }>): Promise<boolean> => {
  if (move.do === 'wait') {
    await condition(changed);
    return true;
  }
  const name =
    move.do === 'perform'
      ? move.key
      : move.do === 'pass-deadline'
        ? `deadline of ${move.stepKey ?? 'a question'}`
        : 'the hold ends';
  return condition(changed, Math.max(1, move.at - Date.now()), { summary: `${name} · ${move.day}` });
};

const performNow = (plan: DunningInput['plan'], facts: CaseFacts, key: string): TimedMove => {
  const move = nextMove(plan, facts, Date.now());
  const at = Date.now();
  return move.do === 'perform' && move.key === key
    ? { ...move, at, day: dayAt(at, plan.timeZone) }
    : { do: 'perform', key, at, day: dayAt(at, plan.timeZone) };
};

const refuseMalformed = ({ facts, cause }: FactsChanged): void => {
  if (typeof facts?.version !== 'number' || typeof cause !== 'string')
    throw ApplicationFailure.nonRetryable(
      'expected {facts: {version, …}, cause}; ask the API, which records a request first',
      'MALFORMED',
    );
};

const refuseRun = (refusal: { code: string; message: string } | null): void => {
  if (refusal) throw ApplicationFailure.nonRetryable(refusal.message, refusal.code);
};

const shouldStartAfresh = ({ rollAfter }: DunningInput): boolean => {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > rollAfter;
};
