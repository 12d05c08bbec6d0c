import type { CaseRef } from '../domain/caseRef.ts';
import type { Day } from '../domain/day.ts';
import type { CaseFacts } from '../domain/facts.ts';
import type { TestRef } from './messages.ts';

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

/** A text sent to the person who wants to see it; neither throws once it is settled. */
export type TestActivities = {
  sendTest(ref: TestRef): Promise<void>;
  giveUpTest(ref: TestRef): Promise<void>;
};

export type Reconciled = { readonly told: number; readonly orphans: readonly string[] };

export type ReconcilerActivities = { reconcileCases(): Promise<Reconciled> };
