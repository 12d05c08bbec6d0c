import type { Router } from 'express';
import { draftOf, previewEdit, previewLetter } from '../../prisma/desk/drafts.ts';
import { documentBytes, getMessage, messageMime } from '../../prisma/correspondence.ts';
import { picturesStored, withPictures } from '../../prisma/course/attachments.ts';
import { sendFile, sendFramed } from '../answer.ts';
import { editOf, ownLine } from '../forms/approve.ts';
import { valuesOf } from '../forms/values.ts';
import type { On } from '../visit.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Texts exactly as they leave: in a frame of their own, or as a file. */
export const mountTexts = (router: Router, on: On): void => {
  router.get(
    '/drafts/:draftId/html',
    on(async ({ deps, session }, request, response) => {
      const { html, attachments } = await draftOf(deps.store, session.creditorId, String(request.params['draftId']));
      sendFramed(response, withPictures(html, attachments));
    }),
  );
  router.post(
    '/drafts/:draftId/preview',
    on(async ({ deps, session }, request, response) => {
      const draft = await draftOf(deps.store, session.creditorId, String(request.params['draftId']));
      const values = valuesOf(request.body);
      const { html, inline } = await previewEdit(
        deps.store,
        deps.wording,
        draft,
        editOf(values, draft) ?? draft,
        ownLine(values),
      );
      sendFramed(response, withPictures(html, picturesStored(inline)));
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
    on(async ({ deps, session }, request, response) => {
      const { html, attachments } = await getMessage(
        deps.store,
        session.creditorId,
        String(request.params['messageId']),
      );
      sendFramed(response, withPictures(html, attachments));
    }),
  );
  router.get(
    '/messages/:messageId/mime',
    on(async ({ deps, session }, request, response) =>
      sendFile(response, {
        ...(await messageMime(deps.store, session.creditorId, String(request.params['messageId']))),
        mediaType: 'message/rfc822',
      }),
    ),
  );
  router.get(
    '/documents/:documentId',
    on(async ({ deps, session }, request, response) =>
      sendFile(response, await documentBytes(deps.store, session.creditorId, String(request.params['documentId']))),
    ),
  );
};
