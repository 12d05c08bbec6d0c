import { Refusal } from '../../domain/refusal.ts';
import { dayAt } from '../../domain/instant.ts';
import type { Actor, Store } from '../store.ts';
import { COMPLETIONS } from './completionBodies.ts';
import { parseBody } from './parseBody.ts';
import { openTaskRow, type TaskRef } from './taskRow.ts';

/** Tasks that belong to no case: money that nobody could place, or that is to be given back. */
export const completeWithoutCase = async (store: Store, which: TaskRef, kind: string, body: object, actor: Actor): Promise<void> => {
  if (kind !== 'refund') throw new Refusal('VALIDATION', `expected a task that can be completed without a case, got the kind ${kind}`);
  const result = parseBody(COMPLETIONS.refund, body, 'completing a task of kind refund');
  const now = await store.now();
  await store.db.$transaction(async (db) => {
    await db.$queryRaw`SELECT 1 FROM "Task" WHERE "id" = ${which.taskId} FOR UPDATE`;
    await openTaskRow(db, which);
    const { timeZone } = await db.creditor.findUniqueOrThrow({ where: { id: which.creditorId } });
    await db.task.update({
      where: { id: which.taskId },
      data: { status: 'done', result, closedOn: dayAt(now, timeZone), closedAt: new Date(now), closedBy: actor.name },
    });
  });
};
