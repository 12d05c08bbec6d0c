import { legalWait } from './claim/firstReminder.ts';
import { nextMove, nextStep } from './course.ts';
import { strongestHold, type CaseFacts } from './facts.ts';
import { dayAt } from './instant.ts';
import type { Plan } from './plan.ts';
import { factOf, timetable } from './timetable.ts';

/** Why nothing (or something) is happening, what comes next, and what would change it: one sentence each (case.md, "Why"). */
export type Explanation = { readonly why: string; readonly next: string; readonly change: string };

/** The sentences for a case as it stands at `now` (epoch milliseconds). */
export const explain = (plan: Plan, facts: CaseFacts, now: number): Explanation => ({
  why: why(plan, facts, now),
  next: next(plan, facts, now),
  change: change(facts),
});

const why = (plan: Plan, facts: CaseFacts, now: number): string => {
  if (facts.closed) return `Closed on ${facts.closed.on}: ${facts.closed.outcome}.`;
  if (facts.handedOverOn) return `Handed over on ${facts.handedOverOn}: the app is silent towards the debtor.`;
  const hold = strongestHold(facts);
  if (hold) return `On hold (${hold.kind})${hold.until ? ` until ${hold.until} included` : ''}.`;
  if (facts.waits.length > 0)
    return `Waits for a person: ${facts.waits.map(({ title, deadlineOn, onDeadline }) => `${title}${deadlineOn && onDeadline ? ` (by ${deadlineOn}, then: ${onDeadline})` : ''}`).join('; ')}.`;
  const step = nextStep(plan, facts);
  if (!step) return 'The course has ended and the invoice is unpaid: a person decides.';
  if (factOf(facts, step.key).status === 'due') return `${step.key} is being done now.`;
  const row = timetable(plan, facts, now).find(({ key }) => key === step.key);
  const from = legalWait(facts, step.key, dayAt(now, plan.timeZone));
  if (from !== null)
    return `Waits as the law asks after the free first reminder: nothing before ${from}${row?.on ? `; ${step.key} (${step.action}) on ${row.on}` : ''}.`;
  return row?.on
    ? `Waits for ${row.on}, the day of ${step.key} (${step.action}).`
    : `${step.key} has passed its last day.`;
};

const next = (plan: Plan, facts: CaseFacts, now: number): string => {
  const move = nextMove(plan, facts, now);
  switch (move.do) {
    case 'finish':
      return 'Nothing more will be sent.';
    case 'wait':
      return 'Nothing by itself.';
    case 'send-pending':
      return 'A written answer is sent now.';
    case 'expire':
      return `${move.key} is left out: its last day has passed.`;
    case 'end-hold':
      return `The hold ends after ${move.day}${afterHold(plan, facts, move.at)}.`;
    case 'end-course':
      return 'A person is asked to decide: hand over, write off or hold.';
    case 'pass-deadline':
      return `On ${move.day} the deadline of ${move.stepKey ?? 'the question'} passes.`;
    case 'perform': {
      const step = plan.steps.find(({ key }) => key === move.key);
      return `${move.key} (${step?.action ?? 'step'}) on ${move.day}.`;
    }
  }
};

const afterHold = (plan: Plan, facts: CaseFacts, at: number): string => {
  const step = nextStep(plan, facts);
  const row = step ? timetable(plan, facts, at).find(({ key }) => key === step.key) : undefined;
  return row?.on && step ? `; then ${step.key} on ${row.on} at the earliest` : '';
};

const change = (facts: CaseFacts): string => {
  if (facts.closed)
    return facts.closed.outcome === 'paid' ? 'A reversed payment would reopen it.' : 'Only a correction of the facts.';
  if (facts.handedOverOn) return 'A payment closes it; it is passed on to whoever has the case.';
  if (facts.holds.length > 0) return 'A payment ends it; a person can resume it.';
  if (facts.waits.length > 0) return 'A payment ends it; the person who does the task moves it on.';
  return 'A payment ends it; a hold pauses it; a person can run or skip the next step.';
};
