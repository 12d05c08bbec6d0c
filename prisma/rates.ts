import type { RateRow } from '../domain/interest/rateTable.ts';
import { RATES } from '../domain/interest/rates.ts';
import type { Prisma } from './generated/client.ts';

/** The rates in force: those shipped with the app, and a person's rows, which win over them. */
export const rateTable = async (db: Prisma.TransactionClient): Promise<readonly RateRow[]> => {
  const rows = await db.rate.findMany({ orderBy: { id: 'asc' } });
  if (rows.length === 0) return RATES;
  const table = new Map(RATES.map((row) => [`${row.series} ${row.from}`, row]));
  for (const { series, from, to, ratePct, confidence, source } of rows)
    table.set(`${series} ${from}`, { series, from, to, ratePct, confidence, source } as RateRow);
  return [...table.values()];
};
