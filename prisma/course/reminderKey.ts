import type { CaseTx } from '../store.ts';

/** The key of a reminder is also the provider's idempotency key. */
export const reminderKey = async (tx: CaseTx, stepKey: string): Promise<{ key: string; n: number }> => {
  const n = (await tx.db.reminder.count({ where: { ...tx.ref, stepKey } })) + 1;
  return { key: `${tx.ref.creditorId}/${tx.ref.invoiceId}/${stepKey}/${n}`, n };
};
