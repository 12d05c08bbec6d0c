import type { Message } from '../generated/client.ts';
import type { Recipient } from './circumstances.ts';
import { storedAttachments, type Attached } from './attachments.ts';

/** What a message is made of before it is written down as RFC 5322. */
export type Mail = {
  /** Without its angle brackets: our id and the sender's domain. */
  readonly messageId: string;
  readonly date: Date;
  /** As in the header: Name <address>. */
  readonly from: string;
  readonly replyTo: string | null;
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attached[];
  /** Nobody released it: the header says so, and no absence notice answers it (RFC 3834). */
  readonly automatic: boolean;
};

/** Writes a message down, the same bytes for the same mail. */
export type Compose = (mail: Mail) => Promise<Uint8Array>;

type Row = Pick<Message, 'id' | 'fromLine' | 'replyTo' | 'subject' | 'text' | 'html' | 'createdAt' | 'reminderKey'> & {
  readonly recipients: unknown;
  readonly attachments: unknown;
  readonly context: unknown;
};

/** The mail that a message's row says; its bytes are stored beside it. */
export const mailOf = (row: Row): Mail => ({
  messageId: `${row.id}@${addressIn(row.fromLine).split('@').at(-1)}`,
  date: row.createdAt,
  from: row.fromLine,
  replyTo: row.replyTo,
  recipients: row.recipients as readonly Recipient[],
  subject: row.subject,
  text: row.text,
  html: row.html,
  attachments: storedAttachments(row.attachments),
  automatic: isAutomatic(row),
});

/** A reminder says whether a person released it; an answer (call summary, invoice copy) goes out by itself. */
export const isAutomatic = ({ reminderKey, context }: Pick<Row, 'reminderKey' | 'context'>): boolean =>
  reminderKey === null || (context as { automatic?: boolean }).automatic === true;

/** Name <address>; a name with signs that mean something in a header is quoted. */
export const fromLine = ({ name, email }: { readonly name: string; readonly email: string }): string => {
  const plain = name.replaceAll(/\s+/g, ' ').trim();
  return /[()<>[\]:;@\\,."]/.test(plain)
    ? `"${plain.replaceAll(/["\\]/g, String.raw`\$&`)}" <${email}>`
    : `${plain} <${email}>`;
};

/** The address in a header's Name <address>. */
export const addressIn = (line: string): string => /<([^<>]*)>\s*$/.exec(line)?.[1] ?? line.trim();
