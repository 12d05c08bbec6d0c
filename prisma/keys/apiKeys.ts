import { randomBytes } from 'node:crypto';
import { Refusal } from '../../domain/refusal.ts';
import { newId, sha256, type Store } from '../store.ts';

type Scope = 'billing' | 'payments' | 'operator' | 'admin';

export type FoundKey = {
  readonly keyId: string;
  readonly name: string;
  readonly boundTo: string | null;
  readonly scopes: readonly Scope[];
};

export type KeyRow = {
  readonly id: string;
  readonly name: string;
  readonly creditorId: string | null;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
};

/** The key whose hash this secret has, unless it was revoked. */
export const findApiKey = async (store: Store, secret: string): Promise<FoundKey | null> => {
  const row = await store.db.apiKey.findUnique({ where: { hash: sha256(secret) } });
  if (!row || row.revokedAt !== null) return null;
  return { keyId: row.id, name: row.name, boundTo: row.creditorId, scopes: row.scopes as Scope[] };
};

/** Makes a key; its secret is in this answer and nowhere else. */
export const createApiKey = async (
  store: Store,
  wish: { readonly name: string; readonly creditorId: string | null; readonly scopes: readonly Scope[] },
): Promise<KeyRow & { readonly secret: string }> => {
  if (
    wish.creditorId !== null &&
    !(await store.db.creditor.findUnique({ where: { id: wish.creditorId }, select: { id: true } }))
  )
    throw new Refusal('NOT_FOUND', `expected a known creditor, got ${wish.creditorId}`);
  const secret = `huitaine_${randomBytes(32).toString('base64url')}`;
  const row = await store.db.apiKey.create({
    data: {
      id: newId('key'),
      hash: sha256(secret),
      name: wish.name,
      creditorId: wish.creditorId,
      scopes: [...wish.scopes],
      createdAt: new Date(),
    },
  });
  return { ...keyRow(row), secret };
};

/** All keys, or those bound to one creditor. */
export const listApiKeys = async (store: Store, boundTo: string | null): Promise<readonly KeyRow[]> => {
  const rows = await store.db.apiKey.findMany({
    where: boundTo === null ? {} : { creditorId: boundTo },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(keyRow);
};

/** From now on the key opens nothing; revoking again changes nothing. */
export const revokeApiKey = async (store: Store, id: string, boundTo: string | null): Promise<void> => {
  const row = await store.db.apiKey.findUnique({ where: { id } });
  if (!row || (boundTo !== null && row.creditorId !== boundTo))
    throw new Refusal('NOT_FOUND', `expected the id of a key, got ${id}`);
  await store.db.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
};

const keyRow = (row: {
  id: string;
  name: string;
  creditorId: string | null;
  scopes: string[];
  createdAt: Date;
  revokedAt: Date | null;
}): KeyRow => ({
  id: row.id,
  name: row.name,
  creditorId: row.creditorId,
  scopes: row.scopes as Scope[],
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
