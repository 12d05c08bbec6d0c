import { z } from 'zod';
import { editChecks } from '../../prisma/course/editChecks.ts';
import { completeTask } from '../../prisma/people/completeTask.ts';
import { assignTask, listTasks, snoozeTask, taskView } from '../../prisma/people/taskDesk.ts';
import type { TaskRef } from '../../prisma/people/taskRow.ts';
import { afterDecision, tellFacts } from '../caseAnswer.ts';
import { afterCursor, cursorTo } from '../cursor.ts';
import type { ApiDependencies } from '../ports.ts';
import { route, type Reply } from '../route.ts';
import {
  AssignmentBody,
  CompletionAnswer,
  CompletionBody,
  CompletionShown,
  SnoozeBody,
  TaskAnswer,
  TaskFilters,
  TaskPage,
} from '../schemas/person.ts';
import { OPERATOR, READ } from './access.ts';

const params = z.object({ taskId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'expected the id of a task' }) });

const responses = { 200: { description: 'The task after it', schema: TaskAnswer } };

const act = {
  method: 'post',
  tag: 'Tasks',
  access: OPERATOR,
  act: 'person',
  repeats: 'idempotency-key',
  params,
} as const;

const one = async ({ store }: ApiDependencies, which: TaskRef): Promise<Reply> => ({
  status: 200,
  body: await taskView(store, which),
});

export const taskRoutes = [
  route(
    {
      method: 'get',
      path: '/v1/tasks',
      summary: 'List what people must do',
      tag: 'Tasks',
      access: READ,
      query: TaskFilters,
      responses: { 200: { description: 'One page, from the oldest on', schema: TaskPage } },
    },
    async ({ store }, { query: { cursor, ...filter }, sender: { creditorId } }) => {
      const after = afterCursor(cursor, 1)?.[0];
      const { data, nextCursor } = await listTasks(store, creditorId, { ...filter, cursor: after });
      return { status: 200, body: { data, nextCursor: cursorTo(nextCursor === null ? null : [nextCursor]) } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/tasks/:taskId',
      summary: 'Read a task with all that its doer needs',
      tag: 'Tasks',
      access: READ,
      params,
      responses: { 200: { description: 'The task', schema: TaskAnswer } },
    },
    async (dependencies, { params: { taskId }, sender: { creditorId } }) => one(dependencies, { creditorId, taskId }),
  ),
  route(
    {
      ...act,
      path: '/v1/tasks/:taskId/completion',
      summary: 'Complete a task with what its kind needs',
      body: CompletionBody,
      bodyShown: CompletionShown,
      responses: { 200: { description: 'The task and its case after it', schema: CompletionAnswer } },
    },
    async (dependencies, { params: { taskId }, body, sender: { creditorId, actor } }) => {
      const which = { creditorId, taskId };
      const { store, wording } = dependencies;
      const { ref, cases } = await completeTask(store, which, body, actor, editChecks(store, wording));
      await tellFacts(
        dependencies,
        cases.filter((moved) => moved.invoiceId !== ref?.invoiceId),
      );
      const invoice = ref === null ? null : (await afterDecision(dependencies, ref)).body;
      return { status: 200, body: { task: await taskView(dependencies.store, which), invoice } };
    },
  ),
  route(
    { ...act, path: '/v1/tasks/:taskId/assignment', summary: 'Say who does a task', body: AssignmentBody, responses },
    async (dependencies, { params: { taskId }, body, sender: { creditorId, actor } }) => {
      await assignTask(dependencies.store, { creditorId, taskId }, body, actor);
      return one(dependencies, { creditorId, taskId });
    },
  ),
  route(
    {
      ...act,
      path: '/v1/tasks/:taskId/snooze',
      summary: 'Take a task off the list until a day',
      body: SnoozeBody,
      responses,
    },
    async (dependencies, { params: { taskId }, body, sender: { creditorId, actor } }) => {
      await snoozeTask(dependencies.store, { creditorId, taskId }, body, actor);
      return one(dependencies, { creditorId, taskId });
    },
  ),
];
