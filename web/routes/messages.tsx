import type { Router } from 'express';
import { getMessage } from '../../prisma/correspondence.ts';
import { outboxOf } from '../../prisma/desk/outbox.ts';
import { sendPage } from '../answer.ts';
import { MessagePage } from '../pages/message.tsx';
import { Outbox } from '../pages/outbox.tsx';
import { pageIn } from '../parts/pager.tsx';
import type { On } from '../visit.ts';

/** What left, or stayed here. */
export const mountMessages = (router: Router, on: On): void => {
  router.get(
    '/outbox',
    on(async (visit, request, response) => {
      const page = pageIn(request.query['page']);
      sendPage(
        response,
        <Outbox visit={visit} page={page} {...await outboxOf(visit.deps.store, visit.session.creditorId, { page })} />,
      );
    }),
  );
  router.get(
    '/messages/:messageId',
    on(async (visit, request, response) => {
      const message = await getMessage(visit.deps.store, visit.session.creditorId, String(request.params['messageId']));
      sendPage(response, <MessagePage visit={visit} message={message} />);
    }),
  );
};
