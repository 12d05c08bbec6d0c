import { createHash } from 'node:crypto';
import type { Request as Received } from 'express';
import {
  abandon,
  claim,
  complete,
  forgetOldRequests,
  type KeyedRequest,
  type KeptReply,
} from '../prisma/keys/idempotentRequests.ts';
import type { ApiDependencies } from './ports.ts';
import { Problem, describeError } from './problem.ts';
import type { Incoming, Reply } from './route.ts';

/**
 * Runs a request with an Idempotency-Key once a day per key and route, and replays its answer to the repeats.
 * A refusal is an answer too; after a failure of ours nothing is kept, so that the repeat runs anew.
 */
export const onceByKey = async (
  dependencies: ApiDependencies,
  received: Received,
  incoming: Incoming,
  run: () => Promise<Reply>,
): Promise<Reply> => {
  const key = incoming.header('idempotency-key');
  if (key === undefined) return run();
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Problem(400, 'IDEMPOTENCY_KEY_INVALID', 'expected an Idempotency-Key of 1 to 255 visible characters');
  const { keyId, creditorId } = incoming.sender;
  const request: KeyedRequest = {
    keyId: `${keyId}/${creditorId}`,
    key,
    route: `${received.method} ${received.path}`,
    fingerprint: createHash('sha256')
      .update(JSON.stringify(incoming.body ?? null))
      .digest('hex'),
  };
  const claimed = await claim(dependencies.store, request, new Date());
  switch (claimed.is) {
    case 'new':
      await forgetNowAndThen(dependencies);
      return perform(dependencies, request, run);
    case 'running':
      throw new Problem(409, 'IDEMPOTENCY_KEY_RUNNING', 'The first request with this key is still running.', [], {
        'Retry-After': '1',
      });
    case 'other':
      throw new Problem(
        422,
        'IDEMPOTENCY_KEY_REUSED',
        'expected the body that was sent first with this key, got another',
      );
    case 'answered':
      return replay(claimed.reply);
  }
};

const FORGET_EVERY = 1000;

let taken = 0;

/** Keeps the table small without a schedule of its own. */
const forgetNowAndThen = async ({ store }: ApiDependencies): Promise<void> => {
  taken += 1;
  if (taken % FORGET_EVERY === 0) await forgetOldRequests(store, new Date());
};

const perform = async (
  dependencies: ApiDependencies,
  request: KeyedRequest,
  run: () => Promise<Reply>,
): Promise<Reply> => {
  try {
    const reply = await run();
    await complete(dependencies.store, request, kept(reply));
    return reply;
  } catch (error) {
    await abandonOrKeep(dependencies, request, error);
    throw error;
  }
};

const REPLAYED = { 'Idempotent-Replayed': 'true' };

/** A kept refusal is thrown again, so that it carries the id of the request it answers now. */
const replay = ({ status, body, headers }: KeptReply): Reply => {
  if (status < 400) return { status, body, headers: { ...headers, ...REPLAYED } };
  const { code, detail, errors } = body as Pick<Problem, 'code' | 'errors'> & { readonly detail: string };
  throw new Problem(status, code, detail, errors, { ...headers, ...REPLAYED });
};

const abandonOrKeep = async (dependencies: ApiDependencies, request: KeyedRequest, error: unknown): Promise<void> => {
  const { status, code, detail, errors, headers } = describeError(error);
  if (status >= 500) return abandon(dependencies.store, request);
  return complete(dependencies.store, request, { status, body: { code, detail, errors }, headers });
};

/** As it went over the wire: instants are text. */
const kept = ({ status, body, headers }: Reply): KeptReply => ({
  status,
  body: JSON.parse(JSON.stringify(body ?? null)) as unknown,
  headers: headers ?? {},
});
