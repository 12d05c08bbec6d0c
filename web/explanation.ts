import { legalWait } from '../domain/claim/firstReminder.ts';
import { nextMove, nextStep } from '../domain/course.ts';
import { strongestHold, type CaseFacts, type WaitFact } from '../domain/facts.ts';
import { dayAt } from '../domain/instant.ts';
import type { Plan } from '../domain/plan.ts';
import { factOf, timetable } from '../domain/timetable.ts';
import { channelName, stepName, taskName } from './naming.ts';
import type { Visit } from './visit.ts';

export type Explained = { readonly why: string; readonly next: string; readonly change: string };

/** Why a case waits, what comes next and what would change it, in the reader's language (domain/explanation.ts says it to machines). */
export const explained = (visit: Visit, plan: Plan, facts: CaseFacts): Explained => ({
  // A question among the tasks brings its own mark.
  why: why(visit, plan, facts).replace(/\?\.$/, '?'),
  next: next(visit, plan, facts),
  change: change(visit, facts),
});

const why = (visit: Visit, plan: Plan, facts: CaseFacts): string => {
  const { words, formats, now } = visit;
  const { course } = words;
  if (facts.closed)
    return course.closed(
      formats.day(facts.closed.on),
      words.steps.outcomes[facts.closed.outcome] ?? facts.closed.outcome,
    );
  if (facts.handedOverOn) return course.handedOver(formats.day(facts.handedOverOn));
  const hold = strongestHold(facts);
  if (hold)
    return course.onHold(
      words.steps.holds[hold.kind] ?? hold.kind,
      hold.until === null ? null : formats.day(hold.until),
    );
  if (facts.waits.length > 0) return course.waitsFor(facts.waits.map((wait) => waitName(visit, wait)).join(' ; '));
  const step = nextStep(plan, facts);
  if (!step) return course.ended;
  const name = stepName(visit, step.key);
  if (factOf(facts, step.key).status === 'due') return course.doing(name);
  const row = timetable(plan, facts, now).find(({ key }) => key === step.key);
  const from = legalWait(facts, step.key, dayAt(now, plan.timeZone));
  if (from !== null) return course.legalWait(formats.day(from), name, row?.on ? formats.day(row.on) : null);
  return row?.on ? course.waitsUntil(formats.day(row.on), name) : course.passed(name);
};

const waitName = (visit: Visit, { kind, stepKey, deadlineOn, onDeadline }: WaitFact): string => {
  const { words, formats } = visit;
  const name = lower(taskName(visit, { kind, stepKey, question: stepKey === null ? 'hold-ended' : 'answered' }));
  const then = onDeadline === null ? undefined : words.task.afterwards[onDeadline];
  return deadlineOn === null || then === undefined ? name : words.course.waitBy(name, formats.day(deadlineOn), then);
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const next = (visit: Visit, plan: Plan, facts: CaseFacts): string => {
  const { words, formats, now } = visit;
  const { course } = words;
  const move = nextMove(plan, facts, now);
  switch (move.do) {
    case 'finish':
      return course.nothing;
    case 'wait':
      return course.nothingByItself;
    case 'send-pending':
      return course.answer;
    case 'end-hold': {
      const step = nextStep(plan, facts);
      const row = step ? timetable(plan, facts, move.at).find(({ key }) => key === step.key) : undefined;
      if (!step || !row?.on) return course.holdEnds(formats.day(move.day));
      return course.holdEndsThen(formats.day(move.day), stepName(visit, step.key), formats.day(row.on));
    }
    case 'end-course':
      return course.asks;
    case 'pass-deadline':
      return course.deadline(formats.day(move.day));
    case 'expire':
    case 'perform': {
      const step = plan.steps.find(({ key }) => key === move.key);
      return capital(
        course.step(stepName(visit, move.key), channelName(visit, step?.action ?? ''), formats.day(move.day)),
      );
    }
  }
};

const change = ({ words: { course } }: Visit, facts: CaseFacts): string => {
  if (facts.closed) return facts.closed.outcome === 'paid' ? course.reversed : course.correction;
  if (facts.holds.length > 0) return course.holdChange;
  return facts.waits.length > 0 ? course.waitChange : course.change;
};
