import type { Store } from '../store.ts';

/** An own text in force that has given way to the shipped one since it was last changed. */
export type UnfitText = {
  readonly name: string;
  /** Cases that it didn't fit, newest first, among the last ones on record. */
  readonly cases: readonly { readonly invoiceId: string; readonly number: string; readonly on: string }[];
  /** What was wrong with it in the newest. */
  readonly faults: readonly UnfitFault[];
};

export type UnfitFault = {
  readonly code: string;
  readonly detail: string;
  readonly rule?: string;
  readonly values?: readonly string[];
};

/** So many lines of timelines are looked at: what is older has been seen, or comes again. */
const LOOKED_AT = 200;

export const unfitTexts = async ({ db }: Pick<Store, 'db'>, creditorId: string): Promise<readonly UnfitText[]> => {
  const inForce = await db.$queryRaw<{ name: string; source: string | null; createdAt: Date }[]>`
    SELECT DISTINCT ON ("name") "name", "source", "createdAt" FROM "TemplateVersion"
    WHERE "creditorId" = ${creditorId} ORDER BY "name", "version" DESC`;
  const own = inForce.filter(({ source }) => source !== null);
  if (own.length === 0) return [];
  const noted = await db.timelineEntry.findMany({
    where: { creditorId, type: 'own-text-unfit' },
    orderBy: { at: 'desc' },
    take: LOOKED_AT,
    select: { invoiceId: true, on: true, at: true, data: true, invoice: { select: { number: true } } },
  });
  const told = noted.map(({ data, ...entry }) => ({
    ...entry,
    ...(data as unknown as { readonly texts?: readonly string[]; readonly faults: readonly UnfitFault[] }),
  }));
  return own.flatMap(({ name, createdAt }) => {
    const since = told.filter(({ texts, at }) => texts?.includes(name) === true && at >= createdAt);
    const [newest] = since;
    const numbers = new Map(since.map(({ invoiceId, on, invoice }) => [invoiceId, { on, number: invoice.number }]));
    const cases = [...numbers].map(([invoiceId, one]) => ({ invoiceId, ...one }));
    return newest ? [{ name, cases, faults: newest.faults }] : [];
  });
};
