import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came; `bytes` exactly as sent. */
export type Received = { readonly key: string; readonly bytes: string; readonly email: ResendEmail };
export type ResendEmail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: string;
    readonly content_type: string;
    readonly content_id: string;
  }[];
};

/**
 * What becomes of a request: taken; refused for now (429); failed, nobody knows whether before or after it left (500);
 * the same, and to be tried again hours later; taken, but the answer is lost; never to be delivered there.
 */
export type Fate = 'taken' | 'busy' | 'failed' | 'down' | 'lost' | 'bad-address';

export type ResendServer = {
  readonly url: string;
  /** All requests about an invoice, in order. */
  readonly about: (invoiceId: string) => readonly Received[];
  /** What really reached a mailbox: each key once. */
  readonly delivered: (invoiceId: string) => readonly Received[];
  /** The fates of the next requests about an invoice, or about any other (`*`); the last one stays. */
  readonly fate: (invoiceId: string, ...fates: Fate[]) => void;
  readonly stop: () => Promise<void>;
};

/** Speaks Resend's API on this machine, idempotency keys included. */
export const startResendServer = async (): Promise<ResendServer> => {
  const received: Received[] = [];
  const taken = new Map<string, Received>();
  const fates = new Map<string, Fate[]>();
  const about = (invoiceId: string): Received[] => received.filter(({ key }) => key.split('/')[1] === invoiceId);

  const next = (key: string): Fate => {
    const queue = fates.get(key.split('/')[1] ?? '') ?? fates.get('*') ?? ['taken'];
    return (queue.length > 1 ? queue.shift() : queue[0]) ?? 'taken';
  };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bytes = await bodyOf(request);
    const key = String(request.headers['idempotency-key'] ?? '');
    const one: Received = { key, bytes, email: JSON.parse(bytes) as ResendEmail };
    received.push(one);
    const before = taken.get(key);
    if (before && before.bytes !== bytes)
      return answer(
        response,
        409,
        problem('invalid_idempotent_request', 'This idempotency key has been used with another body.'),
      );
    const fate = next(key);
    if (fate === 'busy')
      return answer(response, 429, problem('rate_limit_exceeded', 'Too many requests.'), { 'retry-after': '60' });
    if (fate === 'failed')
      return answer(response, 500, problem('internal_server_error', 'An unexpected error occurred.'));
    if (fate === 'down')
      return answer(response, 500, problem('internal_server_error', 'Down.'), { 'retry-after': '14400' });
    if (fate === 'bad-address')
      return answer(
        response,
        422,
        problem('validation_error', 'Invalid `to` field. The email address is not deliverable.'),
      );
    taken.set(key, one);
    if (fate === 'lost') return void response.destroy();
    return answer(response, 200, { id: `provider-${[...taken.keys()].indexOf(key) + 1}` });
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    about,
    delivered: (invoiceId) => about(invoiceId).filter((one) => taken.get(one.key) === one),
    fate: (invoiceId, ...queue) => void fates.set(invoiceId, queue),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const problem = (name: string, message: string): object => ({ name, message });

const answer = (
  response: ServerResponse,
  statusCode: number,
  body: object,
  headers: Record<string, string> = {},
): void => {
  response
    .writeHead(statusCode, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify('name' in body ? { statusCode, ...body } : body));
};
