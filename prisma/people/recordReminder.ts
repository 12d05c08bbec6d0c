import { waivesUntil } from '../../domain/claim/waiver.ts';
import type { Day } from '../../domain/day.ts';
import type { Channel } from '../../domain/strategy.ts';
import type { CaseTx } from '../store.ts';
import { plannedStep } from './refusals.ts';

export type DoneReminder = {
  readonly stepKey: string;
  readonly channel: Channel;
  readonly on: Day;
  readonly documentId?: string;
  /** The planned posting of the letter, from which its printed days count. */
  readonly plannedOn?: Day;
};

/** Puts on record a reminder that a person has made: spoken, or posted. What was reserved for the same letter becomes it. */
export const recordReminder = async (
  tx: CaseTx,
  { stepKey, channel, on, documentId, plannedOn }: DoneReminder,
): Promise<void> => {
  const at = new Date(tx.now);
  const { balanceMinor } = await tx.facts();
  const promised = plannedOn === undefined ? null : waivesUntil(tx.plan, plannedStep(tx.plan, stepKey), plannedOn);
  const done = {
    channel,
    on,
    status: 'sent',
    balanceMinor: BigInt(balanceMinor),
    settledAt: at,
    waivesUntil: promised,
  };
  if (documentId !== undefined) {
    const { count } = await tx.db.reminder.updateMany({
      where: { ...tx.ref, stepKey, documentId, status: 'reserved' },
      data: done,
    });
    if (count > 0) return;
  }
  const n = 1 + (await tx.db.reminder.count({ where: { ...tx.ref, stepKey } }));
  await tx.db.reminder.create({
    data: {
      ...done,
      ...tx.ref,
      key: `${tx.ref.creditorId}/${tx.ref.invoiceId}/${stepKey}/${n}`,
      stepKey,
      n,
      level: plannedStep(tx.plan, stepKey).level,
      documentId: documentId ?? null,
      reservedAt: at,
    },
  });
};
