import MailComposer from 'nodemailer/lib/mail-composer';
import type { Compose, Mail } from '../../prisma/course/mail.ts';
import { AUTOMATIC } from './marks.ts';

/**
 * Writes a message down as RFC 5322: text and HTML, the pictures beside the HTML, attachments around both. Nothing in
 * it is of chance or of this machine: the same mail makes the same bytes.
 */
export const composeMime: Compose = async (mail) =>
  new Uint8Array(await new MailComposer(parts(mail)).compile().build());

const parts = (mail: Mail): ConstructorParameters<typeof MailComposer>[0] => ({
  messageId: `<${mail.messageId}>`,
  date: mail.date,
  from: mail.from,
  to: addressed(mail, false),
  cc: addressed(mail, true),
  ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  attachments: mail.attachments.map(({ filename, mediaType, cid, bytes }) => ({
    filename,
    contentType: mediaType,
    content: Buffer.from(bytes),
    ...(cid === null ? {} : { cid }),
  })),
  headers: mail.automatic ? AUTOMATIC : {},
  baseBoundary: mail.messageId.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 40),
  newline: 'win',
  disableUrlAccess: true,
  disableFileAccess: true,
});

const addressed = ({ recipients }: Mail, copy: boolean): { name: string; address: string }[] =>
  recipients
    .filter((recipient) => recipient.copy === copy)
    .map(({ name, address }) => ({ name: name.replaceAll(/\s+/g, ' ').trim(), address }));
