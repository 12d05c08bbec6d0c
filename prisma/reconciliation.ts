import type { CaseRef } from '../domain/caseRef.ts';
import type { Store } from './store.ts';

/** A request may be between its commit and its signal: younger changes are left alone. */
const SETTLING_MS = 30_000;

/** Cases whose newest facts Temporal hasn't confirmed. */
export const untoldCases = async ({ db, now }: Store): Promise<CaseRef[]> => {
  const before = new Date((await now()) - SETTLING_MS);
  const rows = await db.$queryRaw<CaseRef[]>`
    SELECT "creditorId", "id" AS "invoiceId" FROM "Invoice"
    WHERE ("startedAt" IS NULL AND "closedOn" IS NULL AND "updatedAt" < ${before})
       OR ("startedAt" IS NOT NULL AND "toldVersion" < "factsVersion" AND "updatedAt" < ${before})`;
  return rows;
};

/** Cases that should have a running workflow. */
export const openCases = async ({ db }: Store): Promise<CaseRef[]> => {
  const rows = await db.invoice.findMany({
    where: { closedOn: null, startedAt: { not: null } },
    select: { creditorId: true, id: true },
  });
  return rows.map(({ creditorId, id }) => ({ creditorId, invoiceId: id }));
};

export const isAnnounced = async ({ db }: Store, { creditorId, invoiceId }: CaseRef): Promise<boolean> =>
  (await db.invoice.count({ where: { creditorId, id: invoiceId } })) > 0;

/** Temporal has confirmed facts up to this version. */
export const markTold = async ({ db, now }: Store, ref: CaseRef, version: number): Promise<void> => {
  const at = new Date(await now());
  await db.$executeRaw`
    UPDATE "Invoice" SET "toldVersion" = GREATEST("toldVersion", ${version}), "startedAt" = COALESCE("startedAt", ${at}),
      "status" = CASE WHEN "status" <> 'starting' THEN "status"
                      WHEN EXISTS (SELECT 1 FROM "Hold" h WHERE h."creditorId" = "Invoice"."creditorId" AND h."invoiceId" = "Invoice"."id" AND h."endedOn" IS NULL) THEN 'on-hold'
                      ELSE 'chasing' END
    WHERE "creditorId" = ${ref.creditorId} AND "id" = ${ref.invoiceId}`;
};
