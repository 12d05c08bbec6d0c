import type { Deadline } from '../domain/deadlines.ts';
import type { Prisma } from './generated/client.ts';
import { newId, type CaseTx } from './store.ts';

/** All that a person can be asked for; the API names them, too. */
export const TASK_KINDS = [
  'approve',
  'call',
  'visit',
  'post-letter',
  'fix-address',
  'decide',
  'accessories',
  'stop-deliveries',
  'legal-file',
  'allocate-payment',
  'refund',
  'rate-missing',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export type NewTask = {
  readonly kind: TaskKind;
  readonly title: string;
  readonly details: Prisma.InputJsonObject;
  readonly stepKey?: string | null;
  readonly role?: 'person' | 'manager';
  readonly deadline?: Deadline | null;
  /** False = the course goes on meanwhile. */
  readonly blocking?: boolean;
  /** Who was asked before, when the task is made anew: it stays with him. */
  readonly asked?: {
    readonly owner: string | null;
    readonly deputy: string | null;
    readonly escalated: boolean;
  } | null;
};

/** Puts something a person must do on the desk; the course waits for it unless `blocking` is false. */
export const openTask = async (tx: CaseTx, task: NewTask): Promise<string> => {
  const id = newId('task');
  await tx.db.task.create({
    data: {
      id,
      ...tx.ref,
      debtorId: tx.invoice.debtorId,
      stepKey: task.stepKey ?? null,
      kind: task.kind,
      title: task.title,
      details: task.details,
      role: task.role ?? 'person',
      owner: task.asked?.owner ?? null,
      deputy: task.asked?.deputy ?? null,
      escalated: task.asked?.escalated ?? false,
      openedOn: tx.today,
      openedAt: new Date(tx.now),
      deadlineOn: task.deadline?.on ?? null,
      deadlineAt: task.deadline ? new Date(task.deadline.at) : null,
      onDeadline: task.deadline?.effect ?? null,
      blocking: task.blocking ?? true,
      status: 'open',
    },
  });
  await tx.note('task-opened', { taskId: id, kind: task.kind, title: task.title }, task.stepKey ?? null);
  return id;
};

/** Closes an open task; false when it was closed before. */
export const closeTask = async (
  tx: CaseTx,
  taskId: string,
  status: 'done' | 'expired' | 'withdrawn',
  result: Prisma.InputJsonObject = {},
): Promise<boolean> => {
  const { count } = await tx.db.task.updateMany({
    where: { id: taskId, creditorId: tx.ref.creditorId, status: 'open' },
    data: { status, result, closedOn: tx.today, closedAt: new Date(tx.now), closedBy: tx.actor.name },
  });
  return count === 1;
};
