import type { UnofficialRate } from '../../domain/claim/unofficial.ts';
import type { getMessage } from '../../prisma/correspondence.ts';
import { recipientsIn, Recipients } from '../cards/recipients.tsx';
import { Frame } from '../parts/frame.tsx';
import { Fate } from '../parts/messageList.tsx';
import { Unofficial } from '../parts/unofficial.tsx';
import type { Visit } from '../visit.ts';

type Message = Awaited<ReturnType<typeof getMessage>>;

/** One message as it left, or as it will. */
export const MessagePage = ({ visit, message }: { readonly visit: Visit; readonly message: Message }) => {
  const { words, formats } = visit;
  const recipients = recipientsIn(message.recipients);
  const title = message.subject === '' ? words.outbox.empty : message.subject;
  return (
    <Frame visit={visit} title={title} current="outbox">
      <nav class="place" aria-label={words.outbox.title}>
        <a href="/outbox">← {words.outbox.title}</a>
        {message.invoiceId === null ? null : (
          <a href={`/invoices/${encodeURIComponent(message.invoiceId)}`}>{words.today.see}</a>
        )}
      </nav>
      <h1>{title}</h1>
      <p class="lead">
        {words.outbox.kinds[message.kind] ?? message.kind} <Fate visit={visit} message={message} />
      </p>
      <dl class="envelope">
        <Line name={words.outbox.when} text={formats.instant(message.sentAt ?? message.createdAt)} />
        <Line name={words.outbox.from} text={message.fromLine} />
        <Line name={words.outbox.replyTo} text={message.replyTo ?? ''} />
        <Recipients
          label={words.outbox.to}
          recipients={recipients.filter(({ copy }) => !copy)}
          byPost={words.approve.byPost}
        />
        <Recipients
          label={words.outbox.copy}
          recipients={recipients.filter(({ copy }) => copy)}
          byPost={words.approve.byPost}
        />
        <Line name={words.outbox.failure} text={message.failure ?? ''} />
      </dl>
      <Unofficial visit={visit} rates={message.unofficialRates as unknown as readonly UnofficialRate[]} />
      {message.html === '' ? null : (
        <iframe class="sheet" title={words.approve.asHtml} src={`/messages/${message.id}/html`} sandbox="" />
      )}
      <details>
        <summary>{words.approve.asText}</summary>
        <pre class="text">{message.text}</pre>
      </details>
      <p class="quiet small">
        {words.outbox.hash} <code>{message.sha256}</code>
        {message.mime === null ? null : (
          <>
            {' · '}
            <a href={`/messages/${message.id}/mime`} download>
              {words.outbox.whole}
            </a>
          </>
        )}
      </p>
    </Frame>
  );
};

const Line = ({ name, text }: { readonly name: string; readonly text: string }) =>
  text === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
