import type { Prisma } from '../generated/client.ts';

/**
 * A creditor's texts in force, by name: the highest version of each that isn't a return to the shipped one.
 * Read each time, by one indexed query, so that an edit is seen at the next message in every process.
 */
export const ownTexts = async (
  db: Prisma.TransactionClient,
  creditorId: string,
): Promise<Readonly<Record<string, string>>> => {
  const rows = await db.$queryRaw<{ name: string; source: string | null }[]>`
    SELECT DISTINCT ON ("name") "name", "source" FROM "TemplateVersion"
    WHERE "creditorId" = ${creditorId} ORDER BY "name", "version" DESC`;
  return Object.fromEntries(rows.flatMap(({ name, source }) => (source === null ? [] : [[name, source]])));
};
