import { Resend } from 'resend';
import type { Email, Mailer, SendResult } from '../ports.ts';
import { AUTOMATIC, insteadOf } from './marks.ts';

type ResendError = { readonly name: string; readonly message: string; readonly statusCode?: number | null };

/** Another attempt can't help: the request itself is wrong, or the key isn't allowed to send. */
const REFUSED: readonly string[] = [
  'validation_error',
  'missing_required_field',
  'invalid_from_address',
  'invalid_idempotency_key',
  'invalid_idempotent_request',
  'invalid_parameter',
  'not_found',
];

/** Sends by Resend (RESEND_BASE_URL for another address of its API). The key is kept 24 hours by the provider. */
export const resendMailer = (apiKey: string, baseUrl?: string): Mailer => {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return {
    kind: 'keyed',
    send: async (email, key) => {
      const { data, error, headers } = await resend.emails.send(payload(email), { idempotencyKey: key });
      if (data) return { is: 'sent', providerId: data.id };
      return failure(error, headers);
    },
  };
};

const payload = (email: Email): Parameters<Resend['emails']['send']>[0] => ({
  from: email.from,
  to: [...email.to],
  ...(email.cc.length > 0 ? { cc: [...email.cc] } : {}),
  ...(email.replyTo ? { replyTo: email.replyTo } : {}),
  subject: email.subject,
  text: email.text,
  html: email.html,
  ...(email.attachments.length > 0 ? { attachments: email.attachments.map(attachment) } : {}),
  ...(Object.keys(marks(email)).length > 0 ? { headers: marks(email) } : {}),
});

/** Resend writes its own MIME: Message-ID, Date and boundaries are its own, the parts are those of the stored message. */
const attachment = ({ filename, mediaType, cid, bytes }: Email['attachments'][number]) => ({
  filename,
  content: Buffer.from(bytes).toString('base64'),
  contentType: mediaType,
  ...(cid === null ? {} : { contentId: cid }),
});

const marks = (email: Email): Record<string, string> => ({
  ...(email.automatic ? AUTOMATIC : {}),
  ...insteadOf(email),
});

/** Resend's error classes (facts: docs of the provider): what surely did not leave, what nobody can tell, what never will. */
const failure = (error: ResendError, headers: Record<string, string> | null | undefined): SendResult => {
  const reason = `${error.name}: ${error.message}`;
  const status = error.statusCode ?? null;
  if (error.name === 'validation_error' && /`(to|cc)` field|recipient/i.test(error.message))
    return { is: 'refused', what: 'address', reason };
  if (REFUSED.includes(error.name)) return { is: 'refused', what: 'other', reason };
  const seconds = Number(headers?.['retry-after']);
  const wait = Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1000 } : {};
  // Refused before anything was accepted: rate limit, quota, a key without rights.
  if (status === 429 || status === 401 || status === 403) return { is: 'unsent', reason, ...wait };
  return { is: 'unknown', reason, ...wait };
};
