import { z } from 'zod';
import type { Day } from '../../domain/day.ts';
import { CLAIM_SERIES, rateThrough } from '../../domain/interest/ratePeriod.ts';
import { RATE_SERIES, type RateSeries } from '../../domain/interest/rateTable.ts';
import { databaseReadiness } from '../../prisma/readiness.ts';
import { rateTable } from '../../prisma/rates.ts';
import type { Store } from '../../prisma/store.ts';
import { route } from '../route.ts';
import { CivilDay, Instant } from '../schemas/values.ts';
import { READ } from './access.ts';

const Readiness = z
  .object({ database: z.boolean(), migrations: z.boolean(), temporal: z.boolean(), worker: z.boolean() })
  .meta({ id: 'Readiness' });

const Status = z
  .object({
    version: z.string(),
    creditorId: z.string(),
    sending: z.enum(['off', 'test', 'on']),
    now: Instant.meta({ description: 'Business time.' }),
    bankDataThrough: z.string().nullable(),
    ratesThrough: CivilDay.nullable().describe(
      'The last day for which every series that a message may need has a rate.',
    ),
    ratesThroughBySeries: z
      .object(Object.fromEntries(RATE_SERIES.map((series) => [series, CivilDay.nullable()])))
      .describe('The same for each series; the half-year after its first gap counts for nothing.'),
  })
  .meta({ id: 'Status' });

export const systemRoutes = [
  route(
    {
      method: 'get',
      path: '/healthz',
      summary: 'The process is alive',
      tag: 'System',
      access: 'public',
      responses: { 200: { description: 'Alive', schema: z.object({ status: z.literal('ok') }) } },
    },
    async () => ({ status: 200, body: { status: 'ok' } }),
  ),
  route(
    {
      method: 'get',
      path: '/readyz',
      summary: 'Database, migrations, Temporal and worker answer',
      tag: 'System',
      access: 'public',
      responses: {
        200: { description: 'All answer', schema: Readiness },
        503: { description: 'One does not', schema: Readiness },
      },
    },
    async ({ store, cases }) => {
      const [database, health] = await Promise.all([
        databaseReadiness(store),
        cases.health().catch(() => ({ temporal: false, worker: false })),
      ]);
      const body = { ...database, ...health };
      const ready = Object.values(body).every(Boolean);
      return { status: ready ? 200 : 503, body, ...(ready ? {} : { headers: { 'Retry-After': '5' } }) };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/status',
      summary: 'Version, sending mode, how fresh the data are',
      tag: 'System',
      access: READ,
      responses: { 200: { description: 'The status', schema: Status } },
    },
    async ({ store, now, config }, { sender: { creditorId } }) => {
      const { sending } = await store.db.creditor.findUniqueOrThrow({
        where: { id: creditorId },
        select: { sending: true },
      });
      const body = {
        version: config.version,
        creditorId,
        sending,
        now: new Date(await now()).toISOString(),
        bankDataThrough: null,
        ...(await ratesFresh(store)),
      };
      return { status: 200, body };
    },
  ),
];

/** How far the rates reach, for whoever watches that somebody enters the next ones in time. */
const ratesFresh = async (
  store: Store,
): Promise<{ ratesThrough: Day | null; ratesThroughBySeries: Record<RateSeries, Day | null> }> => {
  const table = await rateTable(store.db);
  const bySeries = Object.fromEntries(RATE_SERIES.map((series) => [series, rateThrough(table, series)])) as Record<
    RateSeries,
    Day | null
  >;
  const needed = CLAIM_SERIES.map((series) => bySeries[series]);
  const ratesThrough = needed.reduce((least, one) => (least === null || one === null || one < least ? one : least));
  return { ratesThrough, ratesThroughBySeries: bySeries };
};
