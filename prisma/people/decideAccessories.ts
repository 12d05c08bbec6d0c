import type { Task } from '../generated/client.ts';
import { accessoriesOf } from '../ledger/accessories.ts';
import { closeCase } from '../settle.ts';
import type { CaseTx } from '../store.ts';
import { closeTask } from '../tasks.ts';
import type { AccessoriesBody } from './completionBodies.ts';
import { handOver, writeOff } from './decide.ts';

/** What becomes of interest and indemnity once the principal is in; what is not asked any more is on record. */
export const decideAccessories = async (tx: CaseTx, task: Task, decided: AccessoriesBody): Promise<void> => {
  const { decision, reason = null } = decided;
  const { leftMinor: accessoriesMinor } = await accessoriesOf(tx);
  const { balanceMinor } = await tx.facts();
  await closeTask(tx, task.id, 'done', { decision, reason, accessoriesMinor });
  await tx.note('decided', { decision, reason, accessoriesMinor, taskId: task.id });
  switch (decision) {
    case 'waive':
      return closeCase(tx, 'paid', { balanceMinor, accessoriesMinor });
    case 'write-off':
      return writeOff(tx, 'written-off');
    case 'irrecoverable':
      return writeOff(tx, 'irrecoverable');
    case 'hand-over':
      return handOver(tx, reason);
  }
};
