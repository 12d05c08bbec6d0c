import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { route } from '../route.ts';
import { Id, page } from '../schemas/values.ts';
import { READ } from './access.ts';

const StrategyView = z
  .looseObject({
    key: z.string(),
    version: z.int(),
    name: z.string(),
    accessories: z.string(),
    parameters: z.looseObject({}),
    steps: z.array(z.looseObject({ id: z.string(), action: z.string(), level: z.int() })),
  })
  .meta({ id: 'Strategy' });

export const strategyRoutes = [
  route(
    {
      method: 'get',
      path: '/v1/strategies',
      summary: 'List the strategies',
      tag: 'Strategies',
      access: READ,
      responses: { 200: { description: 'All of them', schema: page(StrategyView) } },
    },
    async ({ store }) => ({ status: 200, body: { data: store.strategies, nextCursor: null } }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/strategies/:strategyKey',
      summary: 'Read a strategy',
      tag: 'Strategies',
      access: READ,
      params: z.object({ strategyKey: Id }),
      responses: { 200: { description: 'The strategy', schema: StrategyView } },
    },
    async ({ store }, { params: { strategyKey } }) => {
      const strategy = store.strategies.find(({ key }) => key === strategyKey);
      if (!strategy)
        throw new Refusal(
          'NOT_FOUND',
          `expected one of ${store.strategies.map(({ key }) => key).join(', ')}, got ${strategyKey}`,
        );
      return { status: 200, body: strategy };
    },
  ),
];
