import { defineSearchAttributeKey } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CaseRef } from '../domain/caseRef.ts';
import type { TimedMove } from '../domain/course.ts';
import type { Explanation } from '../domain/explanation.ts';
import type { CaseFacts, Outcome } from '../domain/facts.ts';
import type { Plan } from '../domain/plan.ts';

/** The public face of the workflows: all that the API knows of them. */
export const CASE_QUEUE = 'huitaine';
/** What leaves the machine has its own queue, with a rate limit of the server. */
export const EMAIL_QUEUE = 'huitaine-email';

export const DUNNING = 'dunning';
export const RECONCILER = 'reconcile';
export const TEST_MESSAGE = 'testMessage';

export const workflowId = ({ creditorId, invoiceId }: CaseRef): string => `invoice/${creditorId}/${invoiceId}`;

/** A stored test message; its words stay in the database. */
export type TestRef = { readonly creditorId: string; readonly messageId: string };

export const testWorkflowId = ({ creditorId, messageId }: TestRef): string => `test/${creditorId}/${messageId}`;

export type TestInput = { readonly ref: TestRef; readonly queues: { readonly email: string } };

export type DunningInput = {
  readonly ref: CaseRef;
  readonly plan: Plan;
  readonly facts: CaseFacts;
  readonly links: { readonly desk: string | null };
  /** Task queues of this installation; tests have their own. */
  readonly queues: { readonly email: string };
  /** Begin a new run after so many events of history. */
  readonly rollAfter: number;
  /** What the run before slept for. */
  readonly armed?: TimedMove | null;
};

export type DunningResult = { readonly outcome: Outcome };

/** Newer facts of the case. `cause` tells whoever reads the history why they came. */
export type FactsChanged = { readonly facts: CaseFacts; readonly cause: string };

/** A fact happened (a payment, a credit note, a correction): durable without a worker. */
export const factsChanged = defineSignal<[FactsChanged]>('factsChanged');
/** A person's request was granted and recorded: answers when the case has acted on it. */
export const factsDecided = defineUpdate<{ version: number }, [FactsChanged]>('factsDecided');
/** Do the next step now. Refused unless it is the next one and nothing holds it. */
export const runStep = defineUpdate<{ version: number }, [{ stepKey: string }]>('runStep');
/** Why it waits, what comes next, what would change it. */
export const explanation = defineQuery<Explanation>('explanation');
/** The facts by which the case waits. */
export const knownFacts = defineQuery<CaseFacts>('knownFacts');

/** Ids, days and amounts only: nothing personal is searchable. */
export const searchAttributes = {
  creditorId: defineSearchAttributeKey('CreditorId', 'KEYWORD'),
  debtorId: defineSearchAttributeKey('DebtorId', 'KEYWORD'),
  invoiceNumber: defineSearchAttributeKey('InvoiceNumber', 'KEYWORD'),
  caseStatus: defineSearchAttributeKey('CaseStatus', 'KEYWORD'),
  nextStepAt: defineSearchAttributeKey('NextStepAt', 'DATETIME'),
  balanceMinor: defineSearchAttributeKey('BalanceMinor', 'INT'),
};
