import type { Response, Router } from 'express';
import { Refusal } from '../../domain/refusal.ts';
import { editChecks } from '../../prisma/course/editChecks.ts';
import { draftByHash } from '../../prisma/desk/drafts.ts';
import { queueOf } from '../../prisma/desk/queue.ts';
import { reject } from '../../prisma/people/approval.ts';
import { completeTask } from '../../prisma/people/completeTask.ts';
import { assignTask, listTasks, snoozeTask, taskView, type TaskView } from '../../prisma/people/taskDesk.ts';
import type { TaskKind } from '../../prisma/tasks.ts';
import { sendPage } from '../answer.ts';
import { detail } from '../cards/card.ts';
import { completionBody, completionField } from '../forms/completion.ts';
import { editOf } from '../forms/approve.ts';
import { filled, valuesOf, type Values } from '../forms/values.ts';
import { inLane, isSnoozed, laneNamed } from '../lanes.ts';
import { materialOf } from '../material.ts';
import { TaskPage } from '../pages/task.tsx';
import { NOTHING_GIVEN, refused, type Given } from '../parts/given.ts';
import { statusOf } from '../statusOf.ts';
import { tellCases } from '../tell.ts';
import type { On, Visit } from '../visit.ts';

/** The cards: show one, do it, refuse it, put it off, give it away. */
export const mountTasks = (router: Router, on: On): void => {
  router.get(
    '/tasks/:taskId',
    on(async (visit, request, response) =>
      show(visit, await taskOf(visit, request.params['taskId']), response, { lane: request.query['lane'] }),
    ),
  );

  router.post(
    '/tasks/:taskId',
    on(async (visit, request, response) => {
      const task = await taskOf(visit, request.params['taskId']);
      const values = valuesOf(request.body);
      const kind = task.kind as TaskKind;
      const shown = await shownDraft(visit, task, values);
      await attempt(visit, task, values, response, completionField(kind, values), async () => {
        const body = completionBody(kind, values, currencyOf(task), shown);
        const { deps, session } = visit;
        const { cases } = await completeTask(
          deps.store,
          which(task),
          body,
          session.actor,
          editChecks(deps.store, deps.wording),
        );
        response.redirect(303, `/?done=${task.id}&heard=${await tellCases(deps, cases)}`);
      });
    }),
  );

  router.post(
    '/tasks/:taskId/reject',
    on(async (visit, request, response) => {
      const task = await taskOf(visit, request.params['taskId']);
      const values = valuesOf(request.body);
      await attempt(
        visit,
        task,
        { ...values, rejecting: '1' },
        response,
        (pointer) => pointer.slice(1),
        async () => {
          const reason = filled(values, 'reason');
          if (reason === null) throw missing('/reason');
          const { invoiceId, stepKey, creditorId } = task;
          if (invoiceId === null || stepKey === null)
            throw new Refusal('NOT_FOUND', `expected a draft to reject, got the task ${task.id}`);
          const ref = { creditorId, invoiceId };
          await reject(visit.deps.store, ref, stepKey, { reason }, visit.session.actor);
          response.redirect(303, `/?done=${task.id}&heard=${await tellCases(visit.deps, [ref])}`);
        },
      );
    }),
  );

  router.post(
    '/tasks/:taskId/snooze',
    on(async (visit, request, response) => {
      const task = await taskOf(visit, request.params['taskId']);
      const values = valuesOf(request.body);
      await attempt(
        visit,
        task,
        values,
        response,
        () => 'snoozeUntil',
        async () => {
          await snoozeTask(
            visit.deps.store,
            which(task),
            { until: filled(values, 'snoozeUntil') ?? '' },
            visit.session.actor,
          );
          response.redirect(303, '/');
        },
      );
    }),
  );

  router.post(
    '/tasks/:taskId/assign',
    on(async (visit, request, response) => {
      const task = await taskOf(visit, request.params['taskId']);
      const values = valuesOf(request.body);
      await attempt(
        visit,
        task,
        values,
        response,
        (pointer) => pointer.slice(1),
        async () => {
          const owner = filled(values, 'owner')?.slice(0, 120);
          if (owner === undefined) throw missing('/owner');
          await assignTask(
            visit.deps.store,
            which(task),
            { owner, deputy: filled(values, 'deputy')?.slice(0, 120) ?? null },
            visit.session.actor,
          );
          response.redirect(303, `/tasks/${task.id}`);
        },
      );
    }),
  );
};

const taskOf = (visit: Visit, taskId: unknown): Promise<TaskView> =>
  taskView(visit.deps.store, { creditorId: visit.session.creditorId, taskId: String(taskId) });

const which = ({ id, creditorId }: TaskView): { readonly creditorId: string; readonly taskId: string } => ({
  creditorId,
  taskId: id,
});

const currencyOf = (task: TaskView): string => task.invoice?.balance.currency ?? detail(task, 'currency') ?? 'EUR';

const missing = (pointer: string): Refusal =>
  new Refusal('VALIDATION', `expected ${pointer.slice(1)}, got nothing`, [
    { pointer, code: 'REQUIRED', detail: `expected ${pointer.slice(1)}, got nothing` },
  ]);

/** The draft that the form was made from, which may be withdrawn by now. */
const shownDraft = async (
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
const attempt = async (
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

const show = async (
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
