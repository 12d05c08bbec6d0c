import type { OutboxRow } from '../../prisma/desk/outbox.ts';
import type { Visit } from '../visit.ts';
import { Badge } from './badge.tsx';

type Tone = 'calm' | 'warn' | 'good';

const TONES: Readonly<Record<string, Tone>> = { sent: 'good', failed: 'warn', unclear: 'warn' };

/** What became of a message: the mode it left in, else where it stands. */
export const Fate = ({
  visit: { words },
  message,
}: {
  readonly visit: Visit;
  readonly message: Pick<OutboxRow, 'mode' | 'status'>;
}) => {
  const fate = message.mode ?? message.status;
  return <Badge tone={TONES[fate] ?? 'calm'}>{words.outbox.modes[fate] ?? fate}</Badge>;
};

/** Messages, one a line. */
export const MessageList = ({
  visit,
  rows,
  withInvoice,
}: {
  readonly visit: Visit;
  readonly rows: readonly OutboxRow[];
  readonly withInvoice: boolean;
}) => {
  const { words, formats } = visit;
  return (
    <ol class="messages">
      {rows.map((row) => (
        <li>
          <a class="line" href={`/messages/${row.id}`}>
            <time dateTime={(row.sentAt ?? row.createdAt).toISOString()}>
              {formats.instant(row.sentAt ?? row.createdAt)}
            </time>
            <span class="what">{row.subject === '' ? `(${words.outbox.empty})` : row.subject}</span>
            <span class="whom">
              {words.outbox.kinds[row.kind] ?? row.kind}
              {withInvoice && row.invoice !== null ? ` · ${row.invoice.number}` : ''}
              {row.recipients.length === 0 ? '' : ` · ${row.recipients.map(({ name }) => name).join(', ')}`}
            </span>
            <Fate visit={visit} message={row} />
          </a>
        </li>
      ))}
    </ol>
  );
};
