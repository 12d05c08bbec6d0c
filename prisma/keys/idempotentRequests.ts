import type { Prisma } from '../generated/client.ts';
import type { Store } from '../store.ts';

const DAY = 24 * 60 * 60_000;

/** A request that hasn't answered after this long died with its process. */
const ABANDONED_AFTER = 5 * 60_000;

export type KeyedRequest = {
  readonly keyId: string;
  readonly key: string;
  readonly route: string;
  readonly fingerprint: string;
};

export type KeptReply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

export type Claim =
  | { readonly is: 'new' | 'running' | 'other' }
  | { readonly is: 'answered'; readonly reply: KeptReply };

/** Takes the key for this request, or says what became of the first one. `at` is the machine's clock. */
export const claim = async (store: Store, request: KeyedRequest, at: Date): Promise<Claim> => {
  const { count } = await store.db.idempotentRequest.createMany({
    data: { ...request, startedAt: at },
    skipDuplicates: true,
  });
  if (count === 1) return { is: 'new' };
  const first = await store.db.idempotentRequest.findUnique({ where: { keyId_key_route: place(request) } });
  if (!first) return { is: 'running' };
  const age = at.getTime() - first.startedAt.getTime();
  if (age > DAY || (first.status === null && age > ABANDONED_AFTER))
    return takeOver(store, request, first.startedAt, at);
  if (first.fingerprint !== request.fingerprint) return { is: 'other' };
  if (first.status === null) return { is: 'running' };
  return { is: 'answered', reply: { status: first.status, ...(first.body as unknown as Omit<KeptReply, 'status'>) } };
};

/** Only one of several repeats finds the old row unchanged. */
const takeOver = async (store: Store, request: KeyedRequest, startedAt: Date, at: Date): Promise<Claim> => {
  const { count } = await store.db.idempotentRequest.updateMany({
    where: { ...place(request), startedAt },
    data: { fingerprint: request.fingerprint, status: null, startedAt: at },
  });
  return { is: count === 1 ? 'new' : 'running' };
};

export const complete = async (store: Store, request: KeyedRequest, { status, ...rest }: KeptReply): Promise<void> => {
  await store.db.idempotentRequest.update({
    where: { keyId_key_route: place(request) },
    data: { status, body: rest as unknown as Prisma.InputJsonObject },
  });
};

/** Forgets a request that failed, so that its repeat runs. */
export const abandon = async (store: Store, request: KeyedRequest): Promise<void> => {
  await store.db.idempotentRequest.deleteMany({ where: place(request) });
};

/** What is older than a day answers nobody any more. */
export const forgetOldRequests = async (store: Store, at: Date): Promise<number> => {
  const { count } = await store.db.idempotentRequest.deleteMany({
    where: { startedAt: { lt: new Date(at.getTime() - DAY) } },
  });
  return count;
};

const place = ({ keyId, key, route }: KeyedRequest): { keyId: string; key: string; route: string } => ({
  keyId,
  key,
  route,
});
