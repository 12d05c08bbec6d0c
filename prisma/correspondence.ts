import { Refusal } from '../domain/refusal.ts';
import type { CaseRef } from '../domain/caseRef.ts';
import type { Document, LetterEvent, Message } from './generated/client.ts';
import type { Store } from './store.ts';

export type MessageRow = Message;
/** A list doesn't carry the bytes. */
export type MessageLine = Omit<Message, 'mime'>;

export type DocumentRow = Omit<Document, 'bytes'> & { readonly events: readonly LetterEvent[] };

/** The letters of a case, oldest first, without their bytes. */
export const documentsOf = async (store: Store, ref: CaseRef): Promise<readonly DocumentRow[]> => {
  await store.read(ref);
  return store.db.document.findMany({
    where: ref,
    omit: { bytes: true },
    include: { events: { orderBy: { recordedAt: 'asc' } } },
    orderBy: { madeAt: 'asc' },
  });
};

/** One letter, exactly as it was rendered. */
export const documentBytes = async (
  { db }: Store,
  creditorId: string,
  id: string,
): Promise<Pick<Document, 'bytes' | 'sha256' | 'filename' | 'mediaType'>> => {
  const row = await db.document.findFirst({
    where: { id, creditorId },
    select: { bytes: true, sha256: true, filename: true, mediaType: true },
  });
  if (!row) throw new Refusal('NOT_FOUND', `expected a document of creditor ${creditorId}, got the id ${id}`);
  return row;
};

export type MessageFilter = {
  readonly invoiceId?: string | undefined;
  readonly status?: string | undefined;
  readonly limit: number;
  readonly after: readonly [at: string, id: string] | null;
};

/** One page of messages, oldest first. */
export const listMessages = async (
  { db }: Store,
  creditorId: string,
  { invoiceId, status, limit, after }: MessageFilter,
): Promise<{ readonly data: readonly MessageLine[]; readonly last: readonly [string, string] | null }> => {
  const rows = await db.message.findMany({
    omit: { mime: true },
    where: {
      creditorId,
      ...(invoiceId === undefined ? {} : { invoiceId }),
      ...(status === undefined ? {} : { status }),
      ...(after === null
        ? {}
        : { OR: [{ createdAt: { gt: new Date(after[0]) } }, { createdAt: new Date(after[0]), id: { gt: after[1] } }] }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const data = rows.slice(0, limit);
  const end = data.at(-1);
  return { data, last: rows.length > limit && end ? [end.createdAt.toISOString(), end.id] : null };
};

export const getMessage = async ({ db }: Store, creditorId: string, id: string): Promise<Message> => {
  const row = await db.message.findFirst({ where: { id, creditorId } });
  if (!row) throw new Refusal('NOT_FOUND', `expected a message of creditor ${creditorId}, got the id ${id}`);
  return row;
};

/**
 * A message whole, as it leaves (RFC 5322).
 * @throws Refusal NOT_FOUND
 */
export const messageMime = async (
  store: Store,
  creditorId: string,
  id: string,
): Promise<{ readonly bytes: Uint8Array; readonly filename: string }> => {
  const { mime } = await getMessage(store, creditorId, id);
  if (!mime)
    throw new Refusal(
      'NOT_FOUND',
      `expected a message that was stored whole, got ${id}, which wasn't, or isn't written yet`,
    );
  return { bytes: mime, filename: `${id}.eml` };
};
