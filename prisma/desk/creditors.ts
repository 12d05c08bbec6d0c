import type { Store } from '../store.ts';

export type DeskCreditor = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly sending: string;
  readonly country: string;
};

const shown = { id: true, name: true, timeZone: true, sending: true, country: true } as const;

/** Whose desk it is; null when there is no such creditor. */
export const deskCreditor = ({ db }: Store, id: string): Promise<DeskCreditor | null> =>
  db.creditor.findUnique({ where: { id }, select: shown });

/** All creditors of the installation, for a key that is bound to none. */
export const deskCreditors = ({ db }: Store): Promise<readonly DeskCreditor[]> =>
  db.creditor.findMany({ select: shown, orderBy: { name: 'asc' } });

/** False as soon as the key was revoked. */
export const keyHolds = async ({ db }: Store, keyId: string): Promise<boolean> =>
  (await db.apiKey.count({ where: { id: keyId, revokedAt: null } })) > 0;
