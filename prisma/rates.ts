import { isLessSure } from '../domain/interest/givenRate.ts';
import { RATE_SERIES, isUnofficial, type RateRow } from '../domain/interest/rateTable.ts';
import { RATES } from '../domain/interest/rates.ts';
import type { Prisma } from './generated/client.ts';

/** A rate in force; one that a person added carries who and why, and what it replaced. */
export type RateInForce = RateRow & {
  readonly why: string | null;
  readonly by: string | null;
  readonly recordedAt: string | null;
  readonly replaces: Pick<RateRow, 'ratePct' | 'confidence' | 'source'> | null;
  readonly flags: readonly RateFlag[];
};

export const RATE_FLAGS = [
  /** Not from an official or a sourced page: flagged wherever it is used. */
  'RATE_UNOFFICIAL',
  /** The row before it was surer; `why` says why it gave way. */
  'LESS_SURE_THAN_BEFORE',
] as const;
type RateFlag = (typeof RATE_FLAGS)[number];

/** The rates in force: those shipped with the app, and a person's rows, of which the newest of a period wins. */
export const ratesInForce = async (db: Prisma.TransactionClient): Promise<readonly RateInForce[]> => {
  const rows = await db.rate.findMany({ orderBy: { id: 'asc' } });
  const table = new Map(RATES.map((row) => [keyOf(row), shipped(row)]));
  for (const { id: _, recordedAt, ...added } of rows) {
    const row = added as Omit<typeof added, keyof RateRow> & RateRow;
    const before = table.get(keyOf(row)) ?? null;
    table.set(keyOf(row), {
      ...row,
      recordedAt: recordedAt.toISOString(),
      replaces: before && { ratePct: before.ratePct, confidence: before.confidence, source: before.source },
      flags: [...flagsOf(row), ...(before !== null && isLessSure(row, before) ? [LESS_SURE] : [])],
    });
  }
  return [...table.values()].sort((a, b) => place(a) - place(b) || (a.from < b.from ? -1 : 1));
};

/** The same rows for a computation. */
export const rateTable = async (db: Prisma.TransactionClient): Promise<readonly RateRow[]> => ratesInForce(db);

const LESS_SURE: RateFlag = 'LESS_SURE_THAN_BEFORE';

const keyOf = ({ series, from }: Pick<RateRow, 'series' | 'from'>): string => `${series} ${from}`;

const place = ({ series }: RateRow): number => RATE_SERIES.indexOf(series);

const flagsOf = (row: RateRow): RateFlag[] => (isUnofficial(row) ? ['RATE_UNOFFICIAL'] : []);

const shipped = (row: RateRow): RateInForce => ({
  ...row,
  why: null,
  by: null,
  recordedAt: null,
  replaces: null,
  flags: flagsOf(row),
});
