import type { CaseRef } from '../domain/caseRef.ts';
import type { Day } from '../domain/day.ts';
import type { CaseFacts } from '../domain/facts.ts';

/** What every activity of a case answers: the facts after its effect. */
export type Acted = { readonly facts: CaseFacts };

/** What the case's workflow asks for; `activities/` implements it. */
export type CaseActivities = {
  performStep(input: { readonly ref: CaseRef; readonly key: string; readonly day: Day }): Promise<Acted>;
  sendPending(input: { readonly ref: CaseRef; readonly messageId: string }): Promise<Acted>;
  passDeadline(input: { readonly ref: CaseRef; readonly taskId: string }): Promise<Acted>;
  expireStep(input: { readonly ref: CaseRef }): Promise<Acted>;
  endHold(input: { readonly ref: CaseRef; readonly lastDay: Day }): Promise<Acted>;
  endCourse(input: { readonly ref: CaseRef }): Promise<Acted>;
};

export type Reconciled = { readonly told: number; readonly orphans: readonly string[] };

export type ReconcilerActivities = { reconcileCases(): Promise<Reconciled> };
