import { z } from 'zod';
import { getDebtor, listDebtors, patchDebtor, putDebtor, type Put } from '../../prisma/parties/debtors.ts';
import { tellFacts } from '../caseAnswer.ts';
import { afterCursor, cursorTo } from '../cursor.ts';
import { etag, ifMatch, stale, unasked } from '../etag.ts';
import type { ApiDependencies } from '../ports.ts';
import { route, type Reply, type Scope } from '../route.ts';
import { DebtorBody, DebtorPage, DebtorPatch, DebtorView } from '../schemas/debtor.ts';
import { Id, Paging } from '../schemas/values.ts';
import { READ } from './access.ts';

const params = z.object({ debtorId: Id });

/** Billing knows its customers, the operator finds out the right contact. */
const WRITE: readonly Scope[] = ['billing', 'operator', 'admin'];

const answer = async (dependencies: ApiDependencies, put: Put): Promise<Reply> => {
  if (put.is === 'stale') throw stale(put.version);
  if (put.is === 'unasked') throw unasked(put.version);
  await tellFacts(dependencies, put.cases);
  const { debtor } = put;
  const created = put.is === 'created';
  return {
    status: created ? 201 : 200,
    body: debtor,
    headers: { ETag: etag(debtor.version), ...(created ? { Location: `/v1/debtors/${debtor.id}` } : {}) },
  };
};

export const debtorRoutes = [
  route(
    {
      method: 'put',
      path: '/v1/debtors/:debtorId',
      summary: 'Create or replace a debtor',
      tag: 'Debtors',
      access: WRITE,
      ifMatch: true,
      params,
      body: DebtorBody,
      responses: {
        200: { description: 'Replaced', schema: DebtorView },
        201: { description: 'Created', schema: DebtorView },
      },
    },
    async (dependencies, { params: { debtorId }, body, sender: { creditorId, actor }, header }) =>
      answer(
        dependencies,
        await putDebtor(dependencies.store, { creditorId, debtorId }, body, ifMatch(header('if-match')), actor),
      ),
  ),
  route(
    {
      method: 'patch',
      path: '/v1/debtors/:debtorId',
      summary: 'Change some fields of a debtor',
      tag: 'Debtors',
      access: WRITE,
      ifMatch: true,
      params,
      body: DebtorPatch,
      responses: { 200: { description: 'Changed', schema: DebtorView } },
    },
    async (dependencies, { params: { debtorId }, body, sender: { creditorId, actor }, header }) => {
      const { version } = await getDebtor(dependencies.store, { creditorId, debtorId });
      return answer(
        dependencies,
        await patchDebtor(
          dependencies.store,
          { creditorId, debtorId },
          body,
          ifMatch(header('if-match')) ?? version,
          actor,
        ),
      );
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/debtors/:debtorId',
      summary: 'Read a debtor',
      tag: 'Debtors',
      access: READ,
      params,
      responses: { 200: { description: 'The debtor', schema: DebtorView } },
    },
    async ({ store }, { params: { debtorId }, sender: { creditorId } }) => {
      const debtor = await getDebtor(store, { creditorId, debtorId });
      return { status: 200, body: debtor, headers: { ETag: etag(debtor.version) } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/debtors',
      summary: 'List the debtors',
      tag: 'Debtors',
      access: READ,
      query: z.strictObject(Paging),
      responses: { 200: { description: 'One page, by id', schema: DebtorPage } },
    },
    async ({ store }, { query: { limit, cursor }, sender: { creditorId } }) => {
      const after = afterCursor(cursor, 1)?.[0] ?? null;
      const { data, last } = await listDebtors(store, creditorId, { limit, after });
      return { status: 200, body: { data, nextCursor: cursorTo(last === null ? null : [last]) } };
    },
  ),
];
