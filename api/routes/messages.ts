import { z } from 'zod';
import { getMessage, listMessages, type MessageRow } from '../../prisma/correspondence.ts';
import { afterCursor, cursorTo } from '../cursor.ts';
import { route } from '../route.ts';
import { Key, MessageFilters, MessagePage, MessageView } from '../schemas/correspondence.ts';
import { READ } from './access.ts';

const summary = (row: MessageRow): object => ({
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
  attachments: row.attachments,
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
];
