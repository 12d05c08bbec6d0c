import type { Day } from '../domain/day.ts';
import type { StepStatus } from '../domain/facts.ts';
import type { Channel } from '../domain/strategy.ts';
import type { Prisma } from './generated/client.ts';
import type { CaseTx } from './store.ts';

export type Settlement = {
  readonly status: Extract<StepStatus, 'done' | 'merged' | 'skipped' | 'expired' | 'failed'>;
  readonly on?: Day | null;
  readonly reason?: string | null;
  /** True when the debtor was really approached: gaps count from it. */
  readonly contact?: boolean;
  readonly channel?: Channel | null;
  readonly messageId?: string | null;
  readonly documentId?: string | null;
};

/** Records the outcome of a step once and for all, with its line in the timeline. */
export const settleStep = async (tx: CaseTx, key: string, outcome: Settlement): Promise<void> => {
  await tx.db.step.update({
    where: stepWhere(tx, key),
    data: {
      status: outcome.status,
      on: outcome.on ?? null,
      at: new Date(tx.now),
      reason: outcome.reason ?? null,
      contact: outcome.contact ?? false,
      channel: outcome.channel ?? null,
      messageId: outcome.messageId ?? null,
      documentId: outcome.documentId ?? null,
    },
  });
  await tx.note(
    `step-${outcome.status}`,
    {
      on: outcome.on ?? null,
      reason: outcome.reason ?? null,
      channel: outcome.channel ?? null,
      contact: outcome.contact ?? false,
    },
    key,
  );
};

/** The composite key of a step's row. */
export const stepWhere = (tx: CaseTx, key: string): Prisma.StepWhereUniqueInput => ({
  creditorId_invoiceId_key: { ...tx.ref, key },
});

/** Where the step stands while it isn't settled. */
export const markStep = async (
  tx: CaseTx,
  key: string,
  status: Extract<StepStatus, 'planned' | 'due' | 'awaiting-approval' | 'task-open' | 'unclear'>,
  reason: string | null = null,
): Promise<void> => {
  await tx.db.step.update({ where: stepWhere(tx, key), data: { status, reason } });
};
