import { z } from 'zod';
import { documentBytes, documentsOf, type DocumentRow } from '../../prisma/correspondence.ts';
import { letterEvent } from '../../prisma/people/letterEvent.ts';
import { afterDecision } from '../caseAnswer.ts';
import { route } from '../route.ts';
import { DocumentPage, Key } from '../schemas/correspondence.ts';
import { InvoiceAnswer } from '../schemas/invoiceView.ts';
import { LetterEventBody } from '../schemas/person.ts';
import { InvoiceParams, OPERATOR, READ } from './access.ts';

const documentView = (row: DocumentRow): object => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  invoiceId: row.invoiceId,
  debtorId: row.debtorId,
  stepKey: row.stepKey,
  filename: row.filename,
  mediaType: row.mediaType,
  sha256: row.sha256,
  madeOn: row.madeOn,
  plannedPosting: row.plannedPosting,
  printedDate: row.printedDate,
  postedOn: row.postedOn,
  trackingNumber: row.trackingNumber,
  voidedOn: row.voidedOn,
  voidedWhy: row.voidedWhy,
  unofficialRates: row.unofficialRates,
  events: row.events.map(({ kind, on, trackingNumber, by }) => ({ kind, on, trackingNumber, by })),
  links: { content: `/v1/documents/${row.id}` },
});

export const letterRoutes = [
  route(
    {
      method: 'post',
      path: '/v1/letters/:documentId/events',
      summary: 'Say what happened to a letter',
      tag: 'Letters and messages',
      access: OPERATOR,
      act: 'person',
      repeats: 'own-id',
      params: z.object({ documentId: Key }),
      body: LetterEventBody,
      responses: {
        200: { description: 'The case after it', schema: InvoiceAnswer },
        204: { description: 'The letter belongs to no case' },
      },
    },
    async (dependencies, { params: { documentId }, body, sender: { creditorId, actor } }) => {
      const { ref } = await letterEvent(dependencies.store, { creditorId, documentId }, body, actor);
      return ref === null ? { status: 204 } : afterDecision(dependencies, ref);
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/invoices/:invoiceId/documents',
      summary: "List a case's letters",
      tag: 'Letters and messages',
      access: READ,
      params: InvoiceParams,
      responses: { 200: { description: 'Oldest first', schema: DocumentPage } },
    },
    async ({ store }, { params: { invoiceId }, caseRef }) => ({
      status: 200,
      body: { data: (await documentsOf(store, caseRef(invoiceId))).map(documentView), nextCursor: null },
    }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/documents/:documentId',
      summary: 'Download a letter as .docx, exactly as it was rendered',
      tag: 'Letters and messages',
      access: READ,
      params: z.object({ documentId: Key }),
      responses: {
        200: {
          description: 'The bytes; the ETag is their SHA-256',
          mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        },
        304: { description: 'The bytes that If-None-Match names' },
      },
    },
    async ({ store }, { params: { documentId }, sender: { creditorId }, header }) => {
      const { bytes, sha256, filename, mediaType } = await documentBytes(store, creditorId, documentId);
      const headers = { ETag: `"${sha256}"`, 'Cache-Control': 'private, max-age=31536000, immutable' };
      if (header('if-none-match') === headers.ETag) return { status: 304, headers };
      return {
        status: 200,
        bytes,
        headers: { ...headers, 'Content-Type': mediaType, 'Content-Disposition': disposition(filename) },
      };
    },
  ),
];

/** RFC 6266: a name for everybody, and the real one for those who read UTF-8. */
export const disposition = (filename: string): string => {
  const ascii = filename.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\]/g, '');
  const encoded = encodeURIComponent(filename).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
