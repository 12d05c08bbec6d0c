import type { Router } from 'express';
import { draftOf, previewEdit, previewLetter } from '../../prisma/desk/drafts.ts';
import { documentBytes, getMessage } from '../../prisma/correspondence.ts';
import { sendFile, sendFramed } from '../answer.ts';
import { editOf, ownLine } from '../forms/approve.ts';
import { valuesOf } from '../forms/values.ts';
import type { On } from '../visit.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Texts exactly as they leave: in a frame of their own, or as a file. */
export const mountTexts = (router: Router, on: On): void => {
  router.get(
    '/drafts/:draftId/html',
    on(async ({ deps, session }, request, response) =>
      sendFramed(response, (await draftOf(deps.store, session.creditorId, String(request.params['draftId']))).html),
    ),
  );
  router.post(
    '/drafts/:draftId/preview',
    on(async ({ deps, session }, request, response) => {
      const draft = await draftOf(deps.store, session.creditorId, String(request.params['draftId']));
      const values = valuesOf(request.body);
      sendFramed(
        response,
        (await previewEdit(deps.store, deps.wording, draft, editOf(values, draft) ?? draft, ownLine(values))).html,
      );
    }),
  );
  router.post(
    '/drafts/:draftId/letter',
    on(async ({ deps, session }, request, response) => {
      const draft = await draftOf(deps.store, session.creditorId, String(request.params['draftId']));
      const values = valuesOf(request.body);
      const bytes = await previewLetter(
        deps.store,
        deps.wording,
        draft,
        editOf(values, draft) ?? draft,
        ownLine(values),
      );
      sendFile(response, {
        bytes,
        filename: `${draft.invoiceId}-${draft.stepKey.replace(':', '-')}.docx`,
        mediaType: DOCX,
      });
    }),
  );
  router.get(
    '/messages/:messageId/html',
    on(async ({ deps, session }, request, response) =>
      sendFramed(
        response,
        (await getMessage(deps.store, session.creditorId, String(request.params['messageId']))).html,
      ),
    ),
  );
  router.get(
    '/documents/:documentId',
    on(async ({ deps, session }, request, response) =>
      sendFile(response, await documentBytes(deps.store, session.creditorId, String(request.params['documentId']))),
    ),
  );
};
