import { z } from 'zod';
import { databaseReadiness } from '../../prisma/readiness.ts';
import { route } from '../route.ts';
import { Instant } from '../schemas/values.ts';
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
    ratesThrough: z.string().nullable(),
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
        ratesThrough: null,
      };
      return { status: 200, body };
    },
  ),
];
