import { balanceOf } from '../../domain/settlement.ts';
import { readLedger } from '../facts.ts';
import type { CaseTx } from '../store.ts';
import { closeTask, openTask } from '../tasks.ts';
import { paidTooMuch } from './accessories.ts';

/** Keeps the task to give back what is too much in step with the ledger: opened, its amount changed, or withdrawn. */
export const followOverpayment = async (tx: CaseTx): Promise<void> => {
  const excess = await paidTooMuch(tx.db, tx.invoice, balanceOf(await readLedger(tx.db, tx.invoice)));
  const open = await tx.db.task.findFirst({
    where: { ...tx.ref, kind: 'refund', status: 'open' },
    select: { id: true },
  });
  const details = { amountMinor: excess, currency: tx.invoice.currency };
  if (excess === 0 && open) await closeTask(tx, open.id, 'done', { reason: 'nothing is too much any more' });
  if (excess > 0 && open) await tx.db.task.update({ where: { id: open.id }, data: { details } });
  if (excess > 0 && !open)
    await openTask(tx, {
      kind: 'refund',
      title: `Give back or set off what was paid too much on ${tx.invoice.number}`,
      details,
      blocking: false,
    });
};
