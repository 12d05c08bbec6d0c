import type { CaseRef } from '../domain/caseRef.ts';
import type { Wording } from '../prisma/course/wording.ts';
import type { Store } from '../prisma/store.ts';

export type Email = {
  readonly from: string;
  readonly replyTo: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** What became of one attempt. `unsent` = surely nothing left; `unknown` = nobody can tell; both may be tried again. */
export type SendResult =
  | { readonly is: 'sent'; readonly providerId: string }
  | { readonly is: 'unsent' | 'unknown'; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly is: 'refused'; readonly what: 'address' | 'other'; readonly reason: string };

/** Sends one e-mail under a key; the same key never sends twice. Never throws for what the provider answers. */
export type Mailer = { readonly send: (email: Email, key: string) => Promise<SendResult> };

/** Tells running cases what the database says; for the reconciler. */
export type RunningCases = {
  readonly tell: (ref: CaseRef) => Promise<boolean>;
  /** Ids of all running dunning workflows. */
  readonly running: () => AsyncIterable<{ readonly workflowId: string; readonly ref: CaseRef | null }>;
  readonly end: (workflowId: string, reason: string) => Promise<void>;
};

/** What the activities need of the world; worker/main.ts supplies it. */
export type Dependencies = {
  readonly store: Store;
  readonly wording: Wording;
  /** Null without a mail service: everything goes to the outbox. */
  readonly mailer: Mailer | null;
  /** Where messages go while a creditor's sending is `test`. */
  readonly testRecipient: string | null;
  readonly cases: RunningCases;
};
