import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../prisma/store.ts';

export const SESSION_COOKIE = 'huitaine_session';
export const SESSION_SECONDS = 12 * 3600;

export type Session = {
  readonly keyId: string;
  /** The creditor that the key is bound to, null = the installation's key. */
  readonly boundTo: string | null;
  readonly creditorId: string;
  /** The person who signed in, and whether he may approve what needs a manager. */
  readonly actor: Actor;
};

export type Sessions = {
  /** Begins a session; the token is in this answer and nowhere else. */
  readonly begin: (session: Session) => string;
  readonly find: (token: string | undefined) => Session | null;
  readonly change: (token: string, creditorId: string) => void;
  readonly end: (token: string | undefined) => void;
};

/** Sessions in memory, by the hash of their token; a restart signs everybody out. */
export const createSessions = (clock: () => number = Date.now): Sessions => {
  const open = new Map<string, { readonly session: Session; readonly until: number }>();
  const forget = (): void => {
    for (const [hash, { until }] of open) if (until <= clock()) open.delete(hash);
  };
  return {
    begin: (session) => {
      forget();
      const token = randomBytes(32).toString('base64url');
      open.set(hashOf(token), { session, until: clock() + SESSION_SECONDS * 1000 });
      return token;
    },
    find: (token) => {
      const found = token === undefined ? undefined : open.get(hashOf(token));
      return found !== undefined && found.until > clock() ? found.session : null;
    },
    change: (token, creditorId) => {
      const found = open.get(hashOf(token));
      if (found) open.set(hashOf(token), { ...found, session: { ...found.session, creditorId } });
    },
    end: (token) => {
      if (token !== undefined) open.delete(hashOf(token));
    },
  };
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
