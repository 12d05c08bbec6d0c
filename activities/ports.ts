import type { CaseRef } from '../domain/caseRef.ts';
import type { Compose, Mail } from '../prisma/course/mail.ts';
import type { Wording } from '../prisma/course/wording.ts';
import type { Store } from '../prisma/store.ts';

export type Email = Omit<Mail, 'messageId' | 'date' | 'recipients'> & {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** In test mode the addresses that it would have gone to. */
  readonly insteadOf: readonly string[] | null;
  /** The whole message as it is stored (RFC 5322), for a service that takes it so. */
  readonly mime: Uint8Array;
};

/**
 * What became of one attempt. `unsent` = surely nothing left; `unknown` = nobody can tell, but the key makes another
 * attempt safe; both may be tried again. `unclear` = nobody can tell, and another attempt could be a second message.
 */
export type SendResult =
  | { readonly is: 'sent'; readonly providerId: string }
  | { readonly is: 'unsent' | 'unknown'; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly is: 'unclear'; readonly reason: string }
  | { readonly is: 'refused'; readonly what: 'address' | 'other'; readonly reason: string };

/** Sends one e-mail. Never throws for what the service answers. */
export type Mailer = {
  /** `keyed` = the same key never sends twice; `plain` = the service knows no keys. */
  readonly kind: 'keyed' | 'plain';
  readonly send: (email: Email, key: string) => Promise<SendResult>;
};

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
  readonly compose: Compose;
  /** Null without a mail service: everything goes to the outbox. */
  readonly mailer: Mailer | null;
  /** Where messages go while a creditor's sending is `test`. */
  readonly testRecipient: string | null;
  readonly cases: RunningCases;
};
