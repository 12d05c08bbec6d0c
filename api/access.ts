import { createHash, timingSafeEqual } from 'node:crypto';
import { findApiKey } from '../prisma/keys/apiKeys.ts';
import { creditorExists } from '../prisma/parties/creditors.ts';
import type { Actor } from '../prisma/store.ts';
import type { ApiDependencies } from './ports.ts';
import { Problem } from './problem.ts';
import { SCOPES, type Route, type Scope, type Sender } from './route.ts';

type Key = Pick<Sender, 'keyId' | 'boundTo' | 'scopes'> & { readonly name: string };

type Headers = (name: string) => string | undefined;

/** Nobody in particular: the sender of a public request. */
export const NOBODY: Sender = {
  keyId: '',
  boundTo: null,
  scopes: [],
  creditorId: '',
  actor: { name: 'anonymous', kind: 'system' },
  person: null,
};

/** Who sends the request and for which creditor; refuses what the key may not do. */
export const identify = async (dependencies: ApiDependencies, route: Route, header: Headers): Promise<Sender> => {
  if (route.access === 'public') return NOBODY;
  const key = await keyOf(dependencies, header('authorization'));
  if (!key)
    throw new Problem(401, 'KEY_INVALID', 'expected Authorization: Bearer <key> with a valid key', [], {
      'WWW-Authenticate': 'Bearer',
    });
  if (!route.access.some((scope) => key.scopes.includes(scope)))
    throw new Problem(
      403,
      'SCOPE_MISSING',
      `expected a key with the scope ${route.access.join(' or ')}, got one with ${key.scopes.join(', ')}`,
    );
  const person = personIn(header('huitaine-actor'));
  if (route.act === 'person' && person === null)
    throw new Problem(
      400,
      'ACTOR_MISSING',
      'expected the header Huitaine-Actor with the name of the person who acts, got none',
    );
  const creditorId = route.installation ? '' : await creditorOf(dependencies, key, header('huitaine-creditor'));
  const { keyId, boundTo, scopes } = key;
  return {
    keyId,
    boundTo,
    scopes,
    creditorId,
    person,
    actor: { name: person ?? key.name, kind: kindOf(route, scopes), boundTo },
  };
};

const keyOf = async (dependencies: ApiDependencies, authorization: string | undefined): Promise<Key | null> => {
  const [, secret] = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(authorization ?? '') ?? [];
  if (secret === undefined) return null;
  const { installationKey } = dependencies.config;
  if (installationKey !== null && sameSecret(secret, installationKey))
    return { keyId: 'installation', boundTo: null, scopes: SCOPES, name: 'installation key' };
  return findApiKey(dependencies.store, secret);
};

/** Compares hashes, in a time that says nothing about them. */
const sameSecret = (a: string, b: string): boolean => {
  const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();
  return timingSafeEqual(digest(a), digest(b));
};

const creditorOf = async (dependencies: ApiDependencies, key: Key, named: string | undefined): Promise<string> => {
  if (key.boundTo !== null) {
    if (named !== undefined && named !== key.boundTo)
      throw new Problem(
        403,
        'CREDITOR_FORBIDDEN',
        `expected creditor ${key.boundTo}, to which the key is bound, got ${named}`,
      );
    return key.boundTo;
  }
  const creditorId = named ?? 'default';
  if (!(await creditorExists(dependencies.store, creditorId)))
    throw new Problem(404, 'CREDITOR_UNKNOWN', `expected a known creditor in Huitaine-Creditor, got ${creditorId}`);
  return creditorId;
};

/** Node reads headers as Latin-1; most clients send names as UTF-8. */
const personIn = (header: string | undefined): string | null => {
  if (header === undefined) return null;
  const decoded = Buffer.from(header, 'latin1').toString('utf8');
  const name = (decoded.includes('\uFFFD') ? header : decoded).trim().slice(0, 120);
  return name === '' ? null : name;
};

/** The strongest of the key's scopes that opens the route. */
const kindOf = (route: Route, scopes: readonly Scope[]): Actor['kind'] => {
  if (route.access === 'public') return 'system';
  const opening = route.access.filter((scope) => scopes.includes(scope));
  return (['admin', 'operator', 'billing', 'payments'] as const).find((kind) => opening.includes(kind)) ?? 'system';
};
