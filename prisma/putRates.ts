import { dayAt } from '../domain/instant.ts';
import { keptRates, type GivenRate, type KeptRate } from '../domain/interest/givenRate.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Actor } from './actor.ts';
import type { Prisma } from './generated/client.ts';
import { ratesInForce, type RateInForce } from './rates.ts';
import { closeRateTasks } from './rateTasks.ts';
import type { Store } from './store.ts';

/** Where the laws that name these rates are in force. */
const ZONE = 'Europe/Brussels';

/**
 * Adds rates, or replaces them for what is computed from now on: rows are only ever added, the newest of a period wins.
 * A row that says nothing new isn't written again. Closes the tasks that asked for them. All of a list, or none.
 * @throws Refusal VALIDATION, MANAGER_REQUIRED
 */
export const putRates = async (
  store: Store,
  given: GivenRate | readonly GivenRate[],
  actor: Actor,
): Promise<readonly RateInForce[]> => {
  if (actor.kind !== 'admin')
    throw new Refusal(
      'MANAGER_REQUIRED',
      `expected a manager (scope admin) for a rate, got ${actor.name} with the scope ${actor.kind}`,
    );
  const now = await store.now();
  const rows = keptRates(given, dayAt(now, ZONE));
  const same = (one: RateInForce): boolean =>
    rows.some(({ series, from }) => one.series === series && one.from === from);
  return store.db.$transaction(async (db) => {
    for (const row of rows.toSorted((a, b) => (lockName(a) < lockName(b) ? -1 : 1))) await lockRate(db, row);
    const before = await ratesInForce(db);
    const anew = rows.filter((row) => !before.some((one) => saysTheSame(one, row)));
    await db.rate.createMany({ data: anew.map((row) => ({ ...row, by: actor.name, recordedAt: new Date(now) })) });
    for (const row of rows) await closeRateTasks(db, row, { now, by: actor.name });
    return (await ratesInForce(db)).filter(same);
  });
};

const saysTheSame = (one: RateInForce, row: KeptRate): boolean =>
  (['series', 'from', 'ratePct', 'confidence', 'source', 'why'] as const).every((name) => one[name] === row[name]);

const lockName = ({ series, from }: Pick<KeptRate, 'series' | 'from'>): string => `rate/${series}/${from}`;

/** A case that is about to ask for this rate goes first, so that its task is closed, too; later ones find the rate. */
const lockRate = async (db: Prisma.TransactionClient, row: KeptRate): Promise<void> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockName(row)}, 0))`;
};
