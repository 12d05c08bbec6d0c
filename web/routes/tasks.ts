import type { Router } from 'express';
import { Refusal } from '../../domain/refusal.ts';
import { editChecks } from '../../prisma/course/editChecks.ts';
import { reject } from '../../prisma/people/approval.ts';
import { completeTask } from '../../prisma/people/completeTask.ts';
import { assignTask, snoozeTask, type TaskView } from '../../prisma/people/taskDesk.ts';
import type { TaskKind } from '../../prisma/tasks.ts';
import { detail } from '../cards/card.ts';
import { completionBody, completionField } from '../forms/completion.ts';
import { filled, valuesOf } from '../forms/values.ts';
import { tellCases } from '../tell.ts';
import type { On } from '../visit.ts';
import { attempt, show, shownDraft, taskOf } from './taskAnswer.tsx';

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

const which = ({ id, creditorId }: TaskView): { readonly creditorId: string; readonly taskId: string } => ({
  creditorId,
  taskId: id,
});

const currencyOf = (task: TaskView): string => task.invoice?.balance.currency ?? detail(task, 'currency') ?? 'EUR';

const missing = (pointer: string): Refusal =>
  new Refusal('VALIDATION', `expected ${pointer.slice(1)}, got nothing`, [
    { pointer, code: 'REQUIRED', detail: `expected ${pointer.slice(1)}, got nothing` },
  ]);
