import type { Router } from 'express';
import { nextByItself } from '../../prisma/desk/invoices.ts';
import { questionOf, queueOf } from '../../prisma/desk/queue.ts';
import { unfitTexts } from '../../prisma/wordings/unfit.ts';
import { taskView } from '../../prisma/people/taskDesk.ts';
import { sendPage } from '../answer.ts';
import { laneNamed } from '../lanes.ts';
import { taskName } from '../naming.ts';
import { Today, type Done } from '../pages/today.tsx';
import { heardIn } from '../tell.ts';
import type { On, Visit } from '../visit.ts';

/** The first page. */
export const mountQueue = (router: Router, on: On): void => {
  router.get(
    '/',
    on(async (visit, request, response) => {
      const { deps, session } = visit;
      const rows = await queueOf(deps.store, session.creditorId);
      const unfit = (await unfitTexts(deps.store, session.creditorId)).length;
      const next = rows.length === 0 ? await nextByItself(deps.store, session.creditorId) : null;
      const lane = laneNamed(request.query['lane']);
      const done = await doneTask(visit, request.query['done'], request.query['heard']);
      sendPage(
        response,
        <Today
          visit={visit}
          rows={rows}
          lane={lane}
          snoozed={request.query['snoozed'] === '1'}
          done={done}
          next={next}
          unfit={unfit}
        />,
      );
    }),
  );
};

/** The task just done, named by the address; an unknown id says nothing. */
const doneTask = async (visit: Visit, taskId: unknown, heard: unknown): Promise<Done | null> => {
  if (typeof taskId !== 'string') return null;
  const task = await taskView(visit.deps.store, { creditorId: visit.session.creditorId, taskId }).catch(() => null);
  if (!task || task.status === 'open') return null;
  return {
    what: taskName(visit, { ...task, question: questionOf(task) }),
    who: task.debtor?.name ?? '',
    invoiceId: task.invoice?.id ?? null,
    heard: heardIn(heard) ?? 'acted',
  };
};
