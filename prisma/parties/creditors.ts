import type { CreditorProfile, CreditorView } from '../../api/schemas/creditor.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Creditor, Prisma } from '../generated/client.ts';
import type { Store } from '../store.ts';

/** What `default` says of itself until a person has written its real data. */
const DEFAULT_PROFILE: CreditorProfile = {
  name: 'Ma société',
  registrations: [],
  country: 'FR',
  timeZone: 'Europe/Paris',
  language: 'fr',
  address: { lines: ['1 rue de la Paix'], postalCode: '75002', city: 'Paris', country: 'FR' },
  email: 'comptabilite@example.com',
  size: 'large',
  tolerance: { minor: 500, currency: 'EUR' },
  imputation: 'principal-first',
  bankDays: 2,
  closingDays: [],
  sendingHour: 9,
  sending: 'off',
  defaultStrategy: 'progressive',
};

/** The creditor `default` exists from the start; one that exists stays as it is. */
export const ensureDefaultCreditor = async (store: Store): Promise<void> => {
  const at = new Date(await store.now());
  await store.db.creditor.createMany({
    data: { id: 'default', ...columns(DEFAULT_PROFILE), createdAt: at },
    skipDuplicates: true,
  });
};

/** Creditors are never deleted, so what was seen once stays true. */
const seen = new WeakMap<object, Set<string>>();

export const creditorExists = async (store: Store, id: string): Promise<boolean> => {
  const known = seen.get(store.db) ?? new Set<string>();
  seen.set(store.db, known);
  if (known.has(id)) return true;
  const found = await store.db.creditor.findUnique({ where: { id }, select: { id: true } });
  if (found) known.add(id);
  return found !== null;
};

/** Writes the creditor whole; `created` tells a new one from a changed one. */
export const putCreditor = async (
  store: Store,
  id: string,
  profile: CreditorProfile,
): Promise<{ readonly created: boolean; readonly creditor: CreditorView }> => {
  const at = new Date(await store.now());
  const { count } = await store.db.creditor.createMany({
    data: { id, ...columns(profile), createdAt: at },
    skipDuplicates: true,
  });
  if (count === 0)
    await store.db.creditor.update({ where: { id }, data: { ...columns(profile), version: { increment: 1 } } });
  return { created: count === 1, creditor: await getCreditor(store, id) };
};

export const getCreditor = async (store: Store, id: string): Promise<CreditorView> => {
  const row = await store.db.creditor.findUnique({ where: { id } });
  if (!row) throw new Refusal('NOT_FOUND', `expected the id of a creditor, got ${id}`);
  return view(row);
};

/** Shown and replaced as it is, even damaged: that is how a person mends it. */
const profileOf = (row: Pick<Creditor, 'profile'>): CreditorProfile => row.profile as unknown as CreditorProfile;

const view = (row: Creditor): CreditorView => ({
  id: row.id,
  ...profileOf(row),
  sending: row.sending as CreditorProfile['sending'],
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

const columns = (profile: CreditorProfile): Omit<Prisma.CreditorCreateManyInput, 'id' | 'createdAt'> => ({
  name: profile.name,
  country: profile.country,
  timeZone: profile.timeZone,
  language: profile.language,
  sending: profile.sending,
  profile,
});
