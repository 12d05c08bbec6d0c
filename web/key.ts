import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiDependencies } from '../api/ports.ts';
import { keyHolds } from '../prisma/desk/creditors.ts';
import { findApiKey } from '../prisma/keys/apiKeys.ts';
import type { Session } from './session.ts';

const INSTALLATION = 'installation';

export type DeskKey = Pick<Session, 'keyId' | 'boundTo'> & { readonly kind: 'operator' | 'admin' };

/** What a key opens at the desk; null when it opens nothing: operators and admins only. */
export const openDesk = async ({ store, config }: ApiDependencies, secret: string): Promise<DeskKey | null> => {
  if (config.installationKey !== null && sameSecret(secret, config.installationKey))
    return { keyId: INSTALLATION, boundTo: null, kind: 'admin' };
  const key = await findApiKey(store, secret);
  if (!key) return null;
  const kind = (['admin', 'operator'] as const).find((scope) => key.scopes.includes(scope));
  return kind === undefined ? null : { keyId: key.keyId, boundTo: key.boundTo, kind };
};

/** A revoked key ends its sessions too. */
export const stillOpens = async ({ store }: ApiDependencies, { keyId }: Session): Promise<boolean> =>
  keyId === INSTALLATION || keyHolds(store, keyId);

/** Compares hashes, in a time that says nothing about them. */
const sameSecret = (a: string, b: string): boolean => {
  const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();
  return timingSafeEqual(digest(a), digest(b));
};
