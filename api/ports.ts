import type { Log } from './log.ts';
import type { Wording } from '../prisma/course/wording.ts';
import type { Store } from '../prisma/store.ts';
import type { CaseRef } from '../domain/caseRef.ts';

export type { CaseRef };

/** How the API speaks to the running cases. Supplied by main.ts; the facts are in the database before any of these is called. */
export type Cases = {
  /** Starts the workflow or tells it the newest facts, by signal; never waits for a worker. False = Temporal is away. */
  readonly tell: (ref: CaseRef) => Promise<boolean>;
  /** Tells it by update and waits, a few seconds at most, until it has acted on them. */
  readonly tellAndWait: (ref: CaseRef) => Promise<'acted' | 'told' | 'away'>;
  /** Asks the case to perform its next step now and waits until it has; 'told' when it takes longer than a few seconds. */
  readonly runNow: (ref: CaseRef, stepKey: string) => Promise<'acted' | 'told' | 'away'>;
  /** Has a stored test message sent; never waits for a worker. False = Temporal is away. */
  readonly sendTest: (ref: { readonly creditorId: string; readonly messageId: string }) => Promise<boolean>;
  /** database, Temporal and worker, for /readyz. */
  readonly health: () => Promise<{ readonly temporal: boolean; readonly worker: boolean }>;
};

/** What the API needs of the world; api/main.ts supplies it, tests supply a time-skipping clock. */
export type ApiDependencies = {
  readonly store: Store;
  readonly cases: Cases;
  /** Business time in epoch milliseconds. */
  readonly now: () => Promise<number>;
  /** How texts read and are judged. */
  readonly wording: Wording;
  /** Silent when missing. */
  readonly log?: Log;
  readonly config: {
    readonly temporalUiUrl: string | null;
    /** `default` when missing. */
    readonly temporalNamespace?: string;
    readonly deskUrl: string | null;
    readonly webhookSecrets: (source: string) => readonly string[];
    readonly installationKey: string | null;
    readonly version: string;
    /** Per key; a generous default when missing. */
    readonly requestsPerMinute?: number;
    /** The ECB's own when missing. */
    readonly ecbBaseUrl?: string;
  };
};
