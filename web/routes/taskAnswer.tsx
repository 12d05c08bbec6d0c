import type { Response } from 'express';
import { Refusal } from '../../domain/refusal.ts';
import { draftByHash } from '../../prisma/desk/drafts.ts';
import { queueOf } from '../../prisma/desk/queue.ts';
import { listTasks, taskView, type TaskView } from '../../prisma/people/taskDesk.ts';
import { sendPage } from '../answer.ts';
import { editOf } from '../forms/approve.ts';
import type { Values } from '../forms/values.ts';
import { inLane, isSnoozed, laneNamed } from '../lanes.ts';
import { materialOf } from '../material.ts';
import { TaskPage } from '../pages/task.tsx';
import { NOTHING_GIVEN, refused, type Given } from '../parts/given.ts';
import { statusOf } from '../statusOf.ts';
import type { Visit } from '../visit.ts';

/** A task of the creditor whose desk it is. */
export const taskOf = (visit: Visit, taskId: unknown): Promise<TaskView> =>
  taskView(visit.deps.store, { creditorId: visit.session.creditorId, taskId: String(taskId) });

/** The draft that the form was made from, which may be withdrawn by now. */
export const shownDraft = async (
  visit: Visit,
  { creditorId, invoiceId, stepKey, kind }: TaskView,
  { sha256 }: Values,
): ReturnType<typeof draftByHash> =>
  kind === 'approve' && invoiceId !== null && stepKey !== null && sha256 !== undefined
    ? draftByHash(visit.deps.store, { creditorId, invoiceId }, stepKey, sha256)
    : null;

type Shown = {
  readonly lane?: unknown;
  readonly given?: Given;
  readonly redrafted?: boolean;
  readonly status?: number;
};

/** Does it, or shows the card again with what was typed and why it wasn't done. */
export const attempt = async (
  visit: Visit,
  task: TaskView,
  values: Values,
  response: Response,
  fieldOf: (pointer: string) => string | null,
  act: () => Promise<void>,
): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const before = await shownDraft(visit, task, values);
    const edited = editOf(values, before) !== null;
    const { subject: _, markdown: __, ...others } = values;
    // What took its place takes what was typed.
    const now = await taskOf(visit, (await newerTask(visit, task, error.code === 'TASK_CLOSED')) ?? task.id);
    await show(visit, now, response, {
      // An untouched text gives way to the new draft; a person's own stays.
      given: refused(visit, error, edited ? values : others, fieldOf),
      redrafted: edited && (error.code === 'DRAFT_STALE' || now.id !== task.id),
      status: statusOf(error),
    });
  }
};

/** Shows the card. */
export const show = async (
  visit: Visit,
  task: TaskView,
  response: Response,
  { lane, given = NOTHING_GIVEN, redrafted = false, status = 200 }: Shown,
): Promise<void> => {
  const { store } = visit.deps;
  const named = laneNamed(lane);
  const queue = inLane(await queueOf(store, visit.session.creditorId), named).filter(
    (row) => row.id === task.id || !isSnoozed(row, visit.today),
  );
  const material = await materialOf(visit, task);
  const newerId = await newerTask(visit, task, task.status !== 'open');
  sendPage(
    response,
    <TaskPage
      visit={visit}
      task={task}
      material={material}
      given={given}
      queue={queue}
      lane={named}
      newerId={newerId}
      redrafted={redrafted}
    />,
    status,
  );
};

/** The open task of the same step, made since this one was closed. */
const newerTask = async (
  visit: Visit,
  { id, creditorId, invoiceId, stepKey, kind }: TaskView,
  closed: boolean,
): Promise<string | null> => {
  if (!closed || invoiceId === null) return null;
  const { data } = await listTasks(visit.deps.store, creditorId, { invoiceId, status: 'open', limit: 50 });
  return data.find((other) => other.stepKey === stepKey && other.kind === kind && other.id !== id)?.id ?? null;
};
