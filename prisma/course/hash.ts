import { createHash } from 'node:crypto';

/** What an approval is bound to: subject, text and recipients, exactly. */
export const sha256Of = (content: {
  readonly subject: string;
  readonly markdown: string;
  readonly recipients: unknown;
}): string =>
  createHash('sha256')
    .update(JSON.stringify([content.subject, content.markdown, content.recipients]))
    .digest('hex');
