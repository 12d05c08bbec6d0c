import type { Account } from '../postgres/account.ts';

/** A process that `npm start` looks after. */
export type Part = {
  /** Names its log and its pid file. */
  readonly name: PartName;
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly account?: Account;
  /** Removes what an earlier one may have left in the way. */
  readonly prepare?: () => Promise<void>;
  /** Resolves when it serves; gives up when `alive` says that it never will. */
  readonly ready: (alive: () => boolean) => Promise<void>;
};

/** In the order in which they start; they stop in the reverse order. */
export const PART_NAMES = ['postgres', 'temporal', 'worker', 'api'] as const;

export type PartName = (typeof PART_NAMES)[number];

/** How each is asked to end, and how long it may take over it: a worker finishes the step it is at. */
export const GOODBYE: Readonly<Record<PartName, { readonly signal: NodeJS.Signals; readonly patienceMs: number }>> = {
  api: { signal: 'SIGTERM', patienceMs: 15_000 },
  worker: { signal: 'SIGTERM', patienceMs: 70_000 },
  temporal: { signal: 'SIGTERM', patienceMs: 15_000 },
  // To PostgreSQL SIGINT means: disconnect everybody and close the books; SIGTERM would wait for everybody to leave.
  postgres: { signal: 'SIGINT', patienceMs: 30_000 },
};
