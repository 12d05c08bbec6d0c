import { createHash } from 'node:crypto';

/** What an approval is bound to: all that leaves, and to whom; pictures by their own hash. */
export const sha256Of = (content: {
  readonly subject: string;
  readonly markdown: string;
  readonly text: string;
  readonly html: string;
  readonly recipients: unknown;
  readonly attachments: readonly { readonly sha256: string }[];
}): string => {
  const { subject, markdown, text, html, recipients, attachments } = content;
  return createHash('sha256')
    .update(JSON.stringify([subject, markdown, text, html, recipients, attachments.map(({ sha256 }) => sha256)]))
    .digest('hex');
};
