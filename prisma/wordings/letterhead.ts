import type { Prisma } from '../generated/client.ts';
import { sha256, type Actor, type Store } from '../store.ts';

/** The creditor's own letterhead in force; null = the house style. */
export const paperOf = async (db: Prisma.TransactionClient, creditorId: string): Promise<Uint8Array | null> => {
  const newest = await db.letterhead.findFirst({ where: { creditorId }, orderBy: { version: 'desc' } });
  return newest?.bytes ?? null;
};

/** A version without its bytes; `filename` null = back to the house style. */
export type LetterheadVersion = {
  readonly version: number;
  readonly filename: string | null;
  readonly sha256: string | null;
  readonly by: string;
  readonly createdAt: Date;
};

/** Newest first. */
export const letterheadVersions = ({ db }: Store, creditorId: string): Promise<readonly LetterheadVersion[]> =>
  db.letterhead.findMany({
    where: { creditorId },
    orderBy: { version: 'desc' },
    select: { version: true, filename: true, sha256: true, by: true, createdAt: true },
  });

/** The file in force, as it was uploaded; null = the house style. */
export const letterheadFile = async (
  { db }: Store,
  creditorId: string,
): Promise<{ readonly bytes: Uint8Array; readonly filename: string; readonly version: number } | null> => {
  const newest = await db.letterhead.findFirst({ where: { creditorId }, orderBy: { version: 'desc' } });
  if (!newest?.bytes) return null;
  return { bytes: newest.bytes, filename: newest.filename ?? 'letterhead.docx', version: newest.version };
};

/** Adds a version (null = back to the house style); the same file again adds none. Of two at once the later number wins. */
export const saveLetterhead = async (
  store: Store,
  creditorId: string,
  file: { readonly bytes: Uint8Array; readonly filename: string } | null,
  actor: Actor,
): Promise<void> => {
  const hash = file === null ? null : sha256(file.bytes);
  const createdAt = new Date(await store.now());
  await store.db.$transaction(async (db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`letterhead/${creditorId}`}, 0))`;
    const newest = await db.letterhead.findFirst({
      where: { creditorId },
      orderBy: { version: 'desc' },
      select: { version: true, sha256: true },
    });
    if ((newest?.sha256 ?? null) === hash) return;
    await db.letterhead.create({
      data: {
        creditorId,
        version: (newest?.version ?? 0) + 1,
        bytes: file === null ? null : new Uint8Array(file.bytes),
        filename: file?.filename ?? null,
        sha256: hash,
        by: actor.name,
        createdAt,
      },
    });
  });
};
