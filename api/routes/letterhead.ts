import { z } from 'zod';
import { getCreditor } from '../../prisma/parties/creditors.ts';
import { letterheadFile, letterheadVersions, saveLetterhead } from '../../prisma/wordings/letterhead.ts';
import { LARGEST_PAPER } from '../../templates/letters/paper/check.ts';
import { tryLetterhead } from '../../prisma/wordings/tryLetterhead.ts';
import type { ApiDependencies } from '../ports.ts';
import { Problem } from '../problem.ts';
import { route, type Reply } from '../route.ts';
import { Id, Instant } from '../schemas/values.ts';
import { ADMIN, OPERATOR } from './access.ts';
import { ofOwnHouse } from './creditors.ts';
import { disposition } from './letters.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const params = z.object({ creditorId: Id });

const LetterheadView = z
  .object({
    own: z.boolean().meta({ description: 'False = letters are in the house style.' }),
    version: z.int().meta({ description: '0 = never one of its own.' }),
    versions: z.array(
      z.object({
        version: z.int(),
        filename: z.string().nullable().meta({ description: 'null = back to the house style.' }),
        sha256: z.string().nullable(),
        by: z.string(),
        createdAt: Instant,
      }),
    ),
  })
  .meta({ id: 'Letterhead' });

const answer = async ({ store }: ApiDependencies, creditorId: string): Promise<Reply> => {
  await getCreditor(store, creditorId);
  const versions = await letterheadVersions(store, creditorId);
  return {
    status: 200,
    body: {
      own: typeof versions[0]?.sha256 === 'string',
      version: versions[0]?.version ?? 0,
      versions: versions.map(({ createdAt, ...version }) => ({ ...version, createdAt: createdAt.toISOString() })),
    },
  };
};

/** The name in Content-Disposition, else a plain one. */
const filenameIn = (header: string | undefined): string => {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '') ?? [];
  const [, quoted] = /filename="([^"]*)"/i.exec(header ?? '') ?? [];
  const name = encoded === undefined ? quoted : decoded(encoded);
  return (name ?? '').replaceAll(/[^\p{L}\p{N} ._()-]/gu, '').slice(0, 120) || 'letterhead.docx';
};

const decoded = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new Problem(
      400,
      'FILENAME_INVALID',
      'expected filename* in Content-Disposition with whole percent escapes in UTF-8',
    );
  }
};

export const letterheadRoutes = [
  route(
    {
      method: 'put',
      path: '/v1/creditors/:creditorId/letterhead',
      summary: 'Upload the letterhead (.docx) on which letters are written from now on',
      tag: 'Creditors',
      access: ADMIN,
      act: 'person',
      installation: true,
      params,
      raw: true,
      rawType: DOCX,
      largest: LARGEST_PAPER,
      responses: { 200: { description: 'Kept as the next version', schema: LetterheadView } },
    },
    async (dependencies, { params: { creditorId }, raw, header, sender }) => {
      const { store, wording } = dependencies;
      ofOwnHouse(sender, creditorId);
      await getCreditor(store, creditorId);
      const type = (header('content-type') ?? 'none').split(';')[0]?.trim() ?? '';
      if (type !== DOCX && type !== 'application/octet-stream')
        throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE', `expected Content-Type: ${DOCX}, got ${type}`);
      const faults = await tryLetterhead(store, wording, creditorId, raw);
      if (faults.length > 0)
        throw new Problem(422, 'LETTERHEAD_FAULTY', faults.map(({ detail }) => detail).join('; '), faults);
      const filename = filenameIn(header('content-disposition'));
      await saveLetterhead(store, creditorId, { bytes: raw, filename }, sender.actor);
      return answer(dependencies, creditorId);
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/creditors/:creditorId/letterhead',
      summary: "Read which letterheads there were, and whether there is one of the creditor's own now",
      tag: 'Creditors',
      access: OPERATOR,
      installation: true,
      params,
      responses: { 200: { description: 'Newest first', schema: LetterheadView } },
    },
    (dependencies, { params: { creditorId }, sender }) => answer(dependencies, ofOwnHouse(sender, creditorId)),
  ),
  route(
    {
      method: 'get',
      path: '/v1/creditors/:creditorId/letterhead/file',
      summary: 'Download the letterhead in force',
      tag: 'Creditors',
      access: OPERATOR,
      installation: true,
      params,
      responses: { 200: { description: 'As it was uploaded', mediaType: DOCX } },
    },
    async ({ store }, { params: { creditorId }, sender }) => {
      const file = await letterheadFile(store, ofOwnHouse(sender, creditorId));
      if (!file)
        throw new Problem(
          404,
          'NOT_FOUND',
          'expected a letterhead of the creditor’s own, got none: the house style is in force',
        );
      return {
        status: 200,
        bytes: file.bytes,
        headers: { 'Content-Type': DOCX, 'Content-Disposition': disposition(file.filename) },
      };
    },
  ),
  route(
    {
      method: 'delete',
      path: '/v1/creditors/:creditorId/letterhead',
      summary: 'Go back to the house style; the uploaded letterheads are kept',
      tag: 'Creditors',
      access: ADMIN,
      act: 'person',
      installation: true,
      params,
      responses: { 200: { description: 'The house style is in force', schema: LetterheadView } },
    },
    async (dependencies, { params: { creditorId }, sender }) => {
      await saveLetterhead(dependencies.store, ofOwnHouse(sender, creditorId), null, sender.actor);
      return answer(dependencies, creditorId);
    },
  ),
];
