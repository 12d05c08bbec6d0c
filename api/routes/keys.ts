import { z } from 'zod';
import { createApiKey, listApiKeys, revokeApiKey } from '../../prisma/keys/apiKeys.ts';
import { Problem } from '../problem.ts';
import { SCOPES, route } from '../route.ts';
import { Id, Instant, optional, page, text } from '../schemas/values.ts';
import { compact } from '../schemas/compact.ts';
import { ADMIN } from './access.ts';

const KeyBody = z
  .strictObject({
    name: text(120),
    creditorId: optional(Id).meta({ description: 'Bound to this creditor; the installation’s when missing.' }),
    scopes: z.array(z.enum(SCOPES)).min(1),
  })
  .transform(compact)
  .meta({ id: 'ApiKeyRequest' });

const fields = {
  id: z.string(),
  name: z.string(),
  creditorId: Id.nullable(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: Instant,
  revokedAt: Instant.nullable(),
};
const KeyView = z.object(fields).meta({ id: 'ApiKey' });
const NewKeyView = z
  .object({ ...fields, secret: z.string().meta({ description: 'Shown this once; only its hash is kept.' }) })
  .meta({ id: 'NewApiKey' });

export const keyRoutes = [
  route(
    // No Idempotency-Key: a kept answer would keep the secret.
    {
      method: 'post',
      path: '/v1/api-keys',
      summary: 'Make an API key',
      tag: 'Keys',
      access: ADMIN,
      installation: true,
      body: KeyBody,
      responses: { 201: { description: 'The key, with its secret', schema: NewKeyView } },
    },
    async ({ store }, { body, sender: { boundTo } }) => {
      const creditorId = body.creditorId ?? boundTo;
      if (boundTo !== null && creditorId !== boundTo)
        throw new Problem(
          403,
          'CREDITOR_FORBIDDEN',
          `expected creditor ${boundTo}, to which the key is bound, got ${creditorId}`,
        );
      const made = await createApiKey(store, { name: body.name, creditorId, scopes: [...new Set(body.scopes)] });
      return { status: 201, body: made, headers: { Location: `/v1/api-keys/${made.id}` } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/api-keys',
      summary: 'List the API keys',
      tag: 'Keys',
      access: ADMIN,
      installation: true,
      responses: { 200: { description: 'All keys, without secrets', schema: page(KeyView) } },
    },
    async ({ store }, { sender: { boundTo } }) => ({
      status: 200,
      body: { data: await listApiKeys(store, boundTo), nextCursor: null },
    }),
  ),
  route(
    {
      method: 'delete',
      path: '/v1/api-keys/:keyId',
      summary: 'Revoke an API key',
      tag: 'Keys',
      access: ADMIN,
      installation: true,
      params: z.object({ keyId: z.string().max(64) }),
      responses: { 204: { description: 'Revoked' } },
    },
    async ({ store }, { params: { keyId }, sender: { boundTo } }) => {
      await revokeApiKey(store, keyId, boundTo);
      return { status: 204 };
    },
  ),
];
