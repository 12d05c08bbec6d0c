import { invalid } from '../../domain/refusal.ts';
import { isDay } from '../../domain/day.ts';
import { dayAt } from '../../domain/instant.ts';
import type { Prisma, Task } from '../generated/client.ts';
import { readDebtor, type DebtorProfile } from '../profiles.ts';
import type { Actor, Store } from '../store.ts';
import { findTask, openTaskRow, type TaskRef } from './taskRow.ts';

/**
 * Names who does a task, and who instead of him.
 * @throws Refusal NOT_FOUND, TASK_CLOSED
 */
export const assignTask = (
  store: Store,
  which: TaskRef,
  { owner, deputy }: { readonly owner: string; readonly deputy?: string | null | undefined },
  actor: Actor,
): Promise<void> => changeTask(store, which, actor, 'task-assigned', async () => ({ owner, deputy: deputy ?? null }));

/**
 * Takes a task off today's list until a day; its deadline stays.
 * @throws Refusal NOT_FOUND, TASK_CLOSED, VALIDATION (until)
 */
export const snoozeTask = (
  store: Store,
  which: TaskRef,
  { until }: { readonly until: string },
  actor: Actor,
): Promise<void> =>
  changeTask(store, which, actor, 'task-snoozed', async ({ deadlineOn }, today) => {
    const last = deadlineOn ?? '9999-12-31';
    if (isDay(until) && until > today && until <= last) return { snoozedUntil: until };
    throw invalid(
      '/until',
      `expected a day after ${today}${deadlineOn === null ? '' : ` and up to the deadline, ${deadlineOn}`}, got ${until}`,
    );
  });

/** What a task's list entry says moves no case: the task's row is locked, not the case's, and no workflow is told. */
const changeTask = async (
  store: Store,
  which: TaskRef,
  actor: Actor,
  type: string,
  change: (task: Task, today: string) => Promise<{ owner?: string; deputy?: string | null; snoozedUntil?: string }>,
): Promise<void> => {
  const now = await store.now();
  await store.db.$transaction(async (db) => {
    await db.$queryRaw`SELECT 1 FROM "Task" WHERE "id" = ${which.taskId} FOR UPDATE`;
    const task = await openTaskRow(db, which);
    const { timeZone } = await db.creditor.findUniqueOrThrow({ where: { id: which.creditorId } });
    const on = dayAt(now, timeZone);
    const data = await change(task, on);
    await db.task.update({ where: { id: task.id }, data });
    const { creditorId, invoiceId, stepKey } = task;
    if (invoiceId === null) return;
    await db.timelineEntry.create({
      data: {
        creditorId,
        invoiceId,
        stepKey,
        on,
        at: new Date(now),
        type,
        actor: actor.name,
        data: { taskId: task.id, ...data },
      },
    });
  });
};

export type TaskFilter = {
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly invoiceId?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

/** Tasks from the oldest on. A cursor that names no task of this creditor starts after the last. */
export const listTasks = async (
  { db }: Store,
  creditorId: string,
  { kind, status, invoiceId, limit, cursor }: TaskFilter,
): Promise<{ readonly data: readonly Task[]; readonly nextCursor: string | null }> => {
  const where: Prisma.TaskWhereInput = {
    creditorId,
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(invoiceId ? { invoiceId } : {}),
  };
  const found = await db.task.findMany({
    where,
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
  });
  const data = found.slice(0, limit);
  return { data, nextCursor: found.length > limit ? (data.at(-1)?.id ?? null) : null };
};

export type TaskView = Task & {
  readonly invoice: {
    readonly id: string;
    readonly number: string;
    readonly dueOn: string;
    readonly status: string;
    readonly balance: { readonly minor: number; readonly currency: string };
  } | null;
  readonly debtor: {
    readonly id: string;
    readonly name: string;
    readonly contacts: DebtorProfile['contacts'];
    readonly address: DebtorProfile['address'];
  } | null;
};

/**
 * A task with what its doer needs: script and question in `details`, whom to reach, and what is owed now.
 * @throws Refusal NOT_FOUND
 */
export const taskView = async (store: Store, which: TaskRef): Promise<TaskView> => {
  const task = await findTask(store, which);
  const { creditorId, invoiceId } = task;
  const read = invoiceId === null ? null : await store.read({ creditorId, invoiceId });
  const debtorId = task.debtorId ?? read?.invoice.debtorId ?? null;
  const debtor =
    debtorId === null
      ? null
      : await store.db.debtor.findUnique({ where: { creditorId_id: { creditorId, id: debtorId } } });
  const profile = debtor && readDebtor(debtor);
  return {
    ...task,
    invoice: read && {
      id: read.invoice.id,
      number: read.invoice.number,
      dueOn: read.invoice.dueOn,
      status: read.invoice.status,
      balance: { minor: read.facts.balanceMinor, currency: read.facts.currency },
    },
    debtor: debtor &&
      profile && { id: debtor.id, name: debtor.name, contacts: profile.contacts, address: profile.address },
  };
};
