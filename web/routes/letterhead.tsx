import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Response, Router } from 'express';
import { Refusal } from '../../domain/refusal.ts';
import { letterheadFile, letterheadVersions, saveLetterhead } from '../../prisma/wordings/letterhead.ts';
import { tryLetterhead } from '../../prisma/wordings/tryLetterhead.ts';
import { LARGEST_PAPER, type PaperFault } from '../../templates/letters/paper/check.ts';
import { sendFile, sendPage } from '../answer.ts';
import { uploadIn } from '../forms/upload.ts';
import { LetterheadPage } from '../pages/letterhead.tsx';
import type { On, Visit } from '../visit.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const START = fileURLToPath(new URL('../../templates/letters/paper/start.docx', import.meta.url));

/** The creditor's own letterhead. */
export const mountLetterhead = (router: Router, on: On): void => {
  router.get(
    '/letterhead',
    on((visit, request, response) => show(visit, response, [], request.query['saved'] === '1')),
  );
  router.get(
    '/letterhead/start',
    on(async (_visit, _request, response) =>
      sendFile(response, { bytes: readFileSync(START), filename: 'letterhead.docx', mediaType: DOCX }),
    ),
  );
  router.get(
    '/letterhead/file',
    on(async (visit, _request, response) => {
      const file = await letterheadFile(visit.deps.store, visit.session.creditorId);
      if (!file) throw new Refusal('NOT_FOUND', 'expected a letterhead of the creditor’s own, got none');
      sendFile(response, { ...file, mediaType: DOCX });
    }),
  );
  router.post(
    '/letterhead',
    on(async (visit, request, response) => {
      onlyAdmin(visit);
      const { store, wording } = visit.deps;
      const { creditorId, actor } = visit.session;
      const file = (await uploadIn(request, response, LARGEST_PAPER)) ?? { filename: '', bytes: new Uint8Array() };
      const faults = await tryLetterhead(store, wording, creditorId, file.bytes);
      if (faults.length > 0) return show(visit, response, faults, false);
      await saveLetterhead(store, creditorId, file, actor);
      return response.redirect(303, '/letterhead?saved=1');
    }),
  );
  router.post(
    '/letterhead/back',
    on(async (visit, _request, response) => {
      onlyAdmin(visit);
      await saveLetterhead(visit.deps.store, visit.session.creditorId, null, visit.session.actor);
      response.redirect(303, '/letterhead');
    }),
  );
};

const onlyAdmin = ({ session }: Visit): void => {
  if (session.actor.kind !== 'admin')
    throw new Refusal('MANAGER_REQUIRED', `expected somebody with the scope admin, got ${session.actor.kind}`);
};

const show = async (visit: Visit, response: Response, faults: readonly PaperFault[], saved: boolean): Promise<void> => {
  const versions = await letterheadVersions(visit.deps.store, visit.session.creditorId);
  const page = <LetterheadPage visit={visit} versions={versions} faults={faults} saved={saved} />;
  sendPage(response, page, faults.length > 0 ? 422 : 200);
};
