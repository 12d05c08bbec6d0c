import type { Router } from 'express';
import type { CaseRef } from '../../domain/caseRef.ts';
import { invalid, Refusal } from '../../domain/refusal.ts';
import { editChecks } from '../../prisma/course/editChecks.ts';
import { reject } from '../../prisma/people/approval.ts';
import { completeTask } from '../../prisma/people/completeTask.ts';
import { assignTask, snoozeTask, type TaskView } from '../../prisma/people/taskDesk.ts';
import type { TaskKind } from '../../prisma/tasks.ts';
import { detail } from '../cards/card.ts';
import { completionBody, completionField } from '../forms/completion.ts';
import { filled, valuesOf, type Values } from '../forms/values.ts';
import { tellCases } from '../tell.ts';
import type { On, Visit } from '../visit.ts';
import { attempt, show, shownDraft, taskOf } from './taskAnswer.tsx';

/** The cards: show one, do it, refuse it, put it off, give it away. */
export const mountTasks = (router: Router, on: On): void => {
  router.get(
    '/tasks/:taskId',
    on(async (visit, request, response) =>
      show(visit, await taskOf(visit, request.params['taskId']), response, { lane: request.query['lane'] }),
    ),
  );

  /** What a form does to a task. What it can't do is said on the card, with `more` beside what was typed. */
  const act = (path: string, fieldOf: FieldOf, does: Act, more: Values = {}) =>
    router.post(
      path,
      on(async (visit, request, response) => {
        const task = await taskOf(visit, request.params['taskId']);
        const values = { ...valuesOf(request.body), ...more };
        await attempt(visit, task, values, response, fieldOf(task, values), async () =>
          response.redirect(303, await does(visit, task, values)),
        );
      }),
    );

  act('/tasks/:taskId', (task, values) => completionField(task.kind as TaskKind, values), complete);
  act('/tasks/:taskId/reject', byName, rejectDraft, { rejecting: '1' });
  act('/tasks/:taskId/snooze', () => () => 'snoozeUntil', snooze);
  act('/tasks/:taskId/assign', byName, assign);
};

/** Does it and answers with the path to go to. */
type Act = (visit: Visit, task: TaskView, values: Values) => Promise<string>;

/** Which field of the form a refusal's pointer means. */
type FieldOf = (task: TaskView, values: Values) => (pointer: string) => string | null;

const byName: FieldOf = () => (pointer) => pointer.slice(1);

const complete = async (visit: Visit, task: TaskView, values: Values): Promise<string> => {
  const { deps, session } = visit;
  const shown = await shownDraft(visit, task, values);
  const body = completionBody(task.kind as TaskKind, values, currencyOf(task), shown);
  const { cases } = await completeTask(
    deps.store,
    which(task),
    body,
    session.actor,
    editChecks(deps.store, deps.wording),
  );
  return done(visit, task, cases);
};

const rejectDraft = async (visit: Visit, task: TaskView, values: Values): Promise<string> => {
  const { invoiceId, stepKey, creditorId } = task;
  if (invoiceId === null || stepKey === null)
    throw new Refusal('NOT_FOUND', `expected a draft to reject, got the task ${task.id}`);
  const ref = { creditorId, invoiceId };
  await reject(visit.deps.store, ref, stepKey, { reason: needed(values, 'reason') }, visit.session.actor);
  return done(visit, task, [ref]);
};

const snooze = async ({ deps, session }: Visit, task: TaskView, values: Values): Promise<string> => {
  await snoozeTask(deps.store, which(task), { until: filled(values, 'snoozeUntil') ?? '' }, session.actor);
  return '/';
};

const assign = async ({ deps, session }: Visit, task: TaskView, values: Values): Promise<string> => {
  const owner = needed(values, 'owner').slice(0, 120);
  const deputy = filled(values, 'deputy')?.slice(0, 120) ?? null;
  await assignTask(deps.store, which(task), { owner, deputy }, session.actor);
  return `/tasks/${task.id}`;
};

const done = async (visit: Visit, { id }: TaskView, cases: readonly CaseRef[]): Promise<string> =>
  `/?done=${id}&heard=${await tellCases(visit.deps, cases)}`;

const which = ({ id, creditorId }: TaskView): { readonly creditorId: string; readonly taskId: string } => ({
  creditorId,
  taskId: id,
});

const currencyOf = (task: TaskView): string => task.invoice?.balance.currency ?? detail(task, 'currency') ?? 'EUR';

const needed = (values: Values, field: string): string => {
  const value = filled(values, field);
  if (value === null) throw invalid(`/${field}`, `expected ${field}, got nothing`, 'REQUIRED');
  return value;
};
