import { Webhook } from 'standardwebhooks';
import { Problem } from './problem.ts';

type Headers = (name: string) => string | undefined;

/**
 * Checks a Standard Webhooks signature over the bytes as received, with each of the source's secrets, and answers the webhook's id.
 * Its age counts by the machine's clock: business time may run elsewhere.
 * @throws Problem 401, 503 without a secret
 */
export const verified = (secrets: readonly string[], raw: Uint8Array, header: Headers): string => {
  if (secrets.length === 0)
    throw new Problem(
      503,
      'WEBHOOK_SECRET_MISSING',
      'This source has no secret in the environment; nothing is taken unsigned.',
      [],
      { 'Retry-After': '3600' },
    );
  const id = header('webhook-id') ?? '';
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': header('webhook-timestamp') ?? '',
    'webhook-signature': header('webhook-signature') ?? '',
  };
  if (/^[\x21-\x7e]{1,255}$/.test(id) && secrets.some((secret) => signedWith(secret, raw, headers))) return id;
  throw new Problem(
    401,
    'SIGNATURE_INVALID',
    "expected webhook-id, webhook-timestamp and webhook-signature of the last five minutes, made with the source's secret",
  );
};

const signedWith = (secret: string, raw: Uint8Array, headers: Record<string, string>): boolean => {
  try {
    new Webhook(secret).verify(Buffer.from(raw), headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
};
