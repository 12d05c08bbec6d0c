import type { Prisma } from '../generated/client.ts';

/** The creditor's own letterhead in force; null = the house style. */
export const paperOf = async (db: Prisma.TransactionClient, creditorId: string): Promise<Uint8Array | null> => {
  const newest = await db.letterhead.findFirst({ where: { creditorId }, orderBy: { version: 'desc' } });
  return newest?.bytes ?? null;
};
