import { z } from 'zod';
import {
  getMessage,
  listMessages,
  messageMime,
  type MessageLine,
  type MessageRow,
} from '../../prisma/correspondence.ts';
import { attachmentsTold } from '../../prisma/course/attachments.ts';
import { sha256 } from '../../prisma/store.ts';
import { afterCursor, cursorTo } from '../cursor.ts';
import { route } from '../route.ts';
import { Key, MessageFilters, MessagePage, MessageView } from '../schemas/correspondence.ts';
import { READ } from './access.ts';

const summary = (row: MessageLine): object => ({
  id: row.id,
  kind: row.kind,
  invoiceId: row.invoiceId,
  debtorId: row.debtorId,
  stepKey: row.stepKey,
  subject: row.subject,
  recipients: row.recipients,
  sha256: row.sha256,
  createdAt: row.createdAt,
  sentAt: row.sentAt,
  delivery: { mode: row.mode, status: row.status },
});

const full = (row: MessageRow): object => ({
  ...summary(row),
  template: row.template,
  language: row.language,
  from: row.fromLine,
  replyTo: row.replyTo,
  text: row.text,
  html: row.html,
  attachments: attachmentsTold(row.attachments),
  mime: row.mime && { size: row.mime.length, sha256: sha256(row.mime), href: `/v1/messages/${row.id}/mime` },
  unofficialRates: row.unofficialRates,
  failure: row.failure,
});

export const messageRoutes = [
  route(
    {
      method: 'get',
      path: '/v1/messages',
      summary: 'List the messages',
      tag: 'Letters and messages',
      access: READ,
      query: MessageFilters,
      responses: { 200: { description: 'One page, oldest first', schema: MessagePage } },
    },
    async ({ store }, { query: { limit, cursor, ...filter }, sender: { creditorId } }) => {
      const after = afterCursor(cursor, 2) as readonly [string, string] | null;
      const { data, last } = await listMessages(store, creditorId, { ...filter, limit, after });
      return { status: 200, body: { data: data.map(summary), nextCursor: cursorTo(last) } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/messages/:messageId',
      summary: 'Read a message exactly as it went out',
      tag: 'Letters and messages',
      access: READ,
      params: z.object({ messageId: Key }),
      responses: { 200: { description: 'The message', schema: MessageView } },
    },
    async ({ store }, { params: { messageId }, sender: { creditorId } }) => ({
      status: 200,
      body: full(await getMessage(store, creditorId, messageId)),
    }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/messages/:messageId/mime',
      summary: 'Download a message whole, the bytes that SMTP sends',
      tag: 'Letters and messages',
      access: READ,
      params: z.object({ messageId: Key }),
      responses: {
        200: { description: 'RFC 5322; the ETag is the SHA-256 of the bytes', mediaType: 'message/rfc822' },
        304: { description: 'The bytes that If-None-Match names' },
      },
    },
    async ({ store }, { params: { messageId }, sender: { creditorId }, header }) => {
      const { bytes, filename } = await messageMime(store, creditorId, messageId);
      const headers = { ETag: `"${sha256(bytes)}"`, 'Cache-Control': 'private, max-age=31536000, immutable' };
      if (header('if-none-match') === headers.ETag) return { status: 304, headers };
      const disposition = `attachment; filename="${filename}"`;
      return {
        status: 200,
        bytes,
        headers: { ...headers, 'Content-Type': 'message/rfc822', 'Content-Disposition': disposition },
      };
    },
  ),
];
