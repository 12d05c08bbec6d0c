import { MESSAGES_PER_PAGE, type OutboxRow } from '../../prisma/desk/outbox.ts';
import { Frame } from '../parts/frame.tsx';
import { MessageList } from '../parts/messageList.tsx';
import { Pager } from '../parts/pager.tsx';
import type { Visit } from '../visit.ts';

/** Every message, newest first, with what became of it. */
export const Outbox = ({
  visit,
  rows,
  total,
  page,
}: {
  readonly visit: Visit;
  readonly rows: readonly OutboxRow[];
  readonly total: number;
  readonly page: number;
}) => (
  <Frame visit={visit} title={visit.words.outbox.title} current="outbox">
    <div class="head">
      <h1>{visit.words.outbox.title}</h1>
    </div>
    <p class="lead">{visit.words.outbox.lead}</p>
    {rows.length === 0 ? (
      <p class="empty">{visit.words.outbox.none}</p>
    ) : (
      <MessageList visit={visit} rows={rows} withInvoice />
    )}
    <Pager visit={visit} page={page} pages={Math.ceil(total / MESSAGES_PER_PAGE)} href={(to) => `/outbox?page=${to}`} />
  </Frame>
);
