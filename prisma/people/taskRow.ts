import { Refusal } from '../../domain/refusal.ts';
import type { Task } from '../generated/client.ts';
import type { CaseTx, Store } from '../store.ts';

export type TaskRef = { readonly creditorId: string; readonly taskId: string };

/** The task whatever its state. */
export const findTask = async ({ db }: Store, ref: TaskRef): Promise<Task> => read(db, ref);

/** The task when it still waits to be done. */
export const openTaskRow = async (db: CaseTx['db'], ref: TaskRef): Promise<Task> => {
  const task = await read(db, ref);
  if (task.status === 'open') return task;
  const by = task.closedBy === null ? '' : ` by ${task.closedBy}`;
  throw new Refusal(
    'TASK_CLOSED',
    `expected an open task, this one is ${task.status} since ${task.closedOn ?? 'an unknown day'}${by}`,
  );
};

const read = async (db: CaseTx['db'], { creditorId, taskId }: TaskRef): Promise<Task> => {
  const task = await db.task.findFirst({ where: { id: taskId, creditorId } });
  if (task) return task;
  throw new Refusal('NOT_FOUND', `expected a task of creditor ${creditorId}, got the id ${taskId}`);
};
