import { z } from 'zod';
import { invalid } from '../../domain/refusal.ts';
import { getCreditor, putCreditor } from '../../prisma/parties/creditors.ts';
import { etag } from '../etag.ts';
import type { ApiDependencies } from '../ports.ts';
import { Problem } from '../problem.ts';
import { route, type Sender } from '../route.ts';
import { CreditorBody, CreditorView, type CreditorProfile } from '../schemas/creditor.ts';
import { Id } from '../schemas/values.ts';
import { ADMIN, READ } from './access.ts';

const params = z.object({ creditorId: Id });

/** A key that belongs to one house doesn't see the others. */
export const ofOwnHouse = ({ boundTo }: Sender, creditorId: string): string => {
  if (boundTo === null || boundTo === creditorId) return creditorId;
  throw new Problem(
    403,
    'CREDITOR_FORBIDDEN',
    `expected creditor ${boundTo}, to which the key is bound, got ${creditorId}`,
  );
};

/** Whether anything leaves the house is a person's decision, with his name. */
const refuseAnonymousSending = async (
  { store }: ApiDependencies,
  id: string,
  body: CreditorProfile,
  person: string | null,
): Promise<void> => {
  if (person !== null) return;
  const row = await store.db.creditor.findUnique({ where: { id }, select: { sending: true } });
  if ((row?.sending ?? 'off') !== body.sending)
    throw new Problem(
      400,
      'ACTOR_MISSING',
      `expected the header Huitaine-Actor with the name of the person who sets sending to ${body.sending}, got none`,
    );
};

const strategyKnown = ({ store }: ApiDependencies, { defaultStrategy }: CreditorProfile): void => {
  if (store.strategies.some(({ key }) => key === defaultStrategy)) return;
  const known = store.strategies.map(({ key }) => key).join(', ');
  throw invalid('/defaultStrategy', `expected one of ${known}, got ${defaultStrategy}`);
};

export const creditorRoutes = [
  route(
    {
      method: 'put',
      path: '/v1/creditors/:creditorId',
      summary: 'Create or replace a creditor',
      tag: 'Creditors',
      access: ADMIN,
      installation: true,
      params,
      body: CreditorBody,
      responses: {
        200: { description: 'Replaced', schema: CreditorView },
        201: { description: 'Created', schema: CreditorView },
      },
    },
    async (dependencies, { params: { creditorId }, body, sender }) => {
      ofOwnHouse(sender, creditorId);
      await refuseAnonymousSending(dependencies, creditorId, body, sender.person);
      strategyKnown(dependencies, body);
      const { created, creditor } = await putCreditor(dependencies.store, creditorId, body);
      const headers = { ETag: etag(creditor.version), ...(created ? { Location: `/v1/creditors/${creditorId}` } : {}) };
      return { status: created ? 201 : 200, body: creditor, headers };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/creditors/:creditorId',
      summary: 'Read a creditor',
      tag: 'Creditors',
      access: READ,
      installation: true,
      params,
      responses: { 200: { description: 'The creditor', schema: CreditorView } },
    },
    async ({ store }, { params: { creditorId }, sender }) => {
      const creditor = await getCreditor(store, ofOwnHouse(sender, creditorId));
      return { status: 200, body: creditor, headers: { ETag: etag(creditor.version) } };
    },
  ),
];
