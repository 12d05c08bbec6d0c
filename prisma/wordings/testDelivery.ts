import { Refusal } from '../../domain/refusal.ts';
import { mailOf, type Mail } from '../course/mail.ts';
import type { Message } from '../generated/client.ts';
import { sha256, type Store } from '../store.ts';

export type TestRef = { readonly creditorId: string; readonly messageId: string };

export type TestToSend = { readonly mail: Mail; readonly sending: string };

/** A test that waits to be sent, with how its house sends today; null = it doesn't wait (any more). */
export const testToSend = async ({ db }: Store, { creditorId, messageId }: TestRef): Promise<TestToSend | null> => {
  const message = await db.message.findFirst({ where: { id: messageId, creditorId, kind: 'test', status: 'pending' } });
  if (!message) return null;
  const { sending } = await db.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { sending: true } });
  // A person asked for it.
  return { mail: { ...mailOf(message), automatic: false }, sending };
};

export type TestEnd = {
  readonly status: 'sent' | 'outbox' | 'failed' | 'unclear';
  readonly mode?: 'sent' | 'test' | 'outbox';
  readonly providerId?: string;
  readonly failure?: string;
  readonly mime?: Uint8Array;
};

/** What became of it; only once. */
export const endTest = async (store: Store, { creditorId, messageId }: TestRef, end: TestEnd): Promise<void> => {
  const { mime, ...known } = end;
  await store.db.message.updateMany({
    where: { id: messageId, creditorId, kind: 'test', status: 'pending' },
    data: {
      ...known,
      ...(mime ? { mime: new Uint8Array(mime), sha256: sha256(mime) } : {}),
      ...(end.status === 'sent' || end.status === 'outbox' ? { sentAt: new Date(await store.now()) } : {}),
    },
  });
};

export const readTest = async (
  { db }: Store,
  { creditorId, messageId }: TestRef,
): Promise<Pick<Message, 'id' | 'status' | 'mode' | 'failure'>> => {
  const found = await db.message.findFirst({
    where: { id: messageId, creditorId, kind: 'test' },
    select: { id: true, status: true, mode: true, failure: true },
  });
  if (!found) throw new Refusal('NOT_FOUND', `expected a test of creditor ${creditorId}, got the id ${messageId}`);
  return found;
};
