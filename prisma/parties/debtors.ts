import type { DebtorInput, DebtorPatch, DebtorView } from '../../api/schemas/debtor.ts';
import type { CaseRef } from '../../domain/caseRef.ts';
import { Refusal } from '../../domain/refusal.ts';
import { compact } from '../../api/schemas/compact.ts';
import { sameContent } from '../content.ts';
import type { Debtor, Prisma } from '../generated/client.ts';
import type { Actor, Store } from '../store.ts';
import { partyChanged } from './partyChanged.ts';

export type DebtorRef = { readonly creditorId: string; readonly debtorId: string };

/** `stale` = the version asked for isn't the stored one; `unasked` = a version is needed and none was named. */
export type Put =
  | { readonly is: 'created' | 'changed'; readonly debtor: DebtorView; readonly cases: readonly CaseRef[] }
  | { readonly is: 'stale'; readonly version: number }
  | { readonly is: 'unasked'; readonly version: number };

/** Writes a debtor whole. An existing one is changed only by who has read its version. */
export const putDebtor = async (
  store: Store,
  ref: DebtorRef,
  body: DebtorInput,
  version: number | null,
  actor: Actor,
): Promise<Put> => {
  const at = new Date(await store.now());
  const { count } = await store.db.debtor.createMany({
    data: { creditorId: ref.creditorId, id: ref.debtorId, ...columns(body), createdAt: at, updatedAt: at },
    skipDuplicates: true,
  });
  if (count === 1) return { is: 'created', debtor: await getDebtor(store, ref), cases: [] };
  return change(store, ref, version, actor, () => body);
};

/** Changes the fields given; null takes a field away. */
export const patchDebtor = (
  store: Store,
  ref: DebtorRef,
  patch: DebtorPatch,
  version: number | null,
  actor: Actor,
): Promise<Put> =>
  change(store, ref, version, actor, (before) => compact<unknown>({ ...before, ...given(patch) }) as DebtorInput);

const given = (patch: DebtorPatch): Partial<DebtorInput> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<DebtorInput>;

/** The row's version is the condition of the write: of two at once one is told that it read an older one. */
const change = async (
  store: Store,
  ref: DebtorRef,
  version: number | null,
  actor: Actor,
  edit: (before: DebtorInput) => DebtorInput,
): Promise<Put> => {
  const row = await read(store, ref);
  if (version === null) return { is: 'unasked', version: row.version };
  if (version !== row.version) return { is: 'stale', version: row.version };
  const before = profileOf(row);
  const after = edit(before);
  const at = new Date(await store.now());
  const { count } = await store.db.debtor.updateMany({
    where: { creditorId: ref.creditorId, id: ref.debtorId, version },
    data: { ...columns(after), version: { increment: 1 }, updatedAt: at },
  });
  if (count === 0) return { is: 'stale', version: (await read(store, ref)).version };
  const cases = reachable(before, after) ? [] : await partyChanged(store, ref, actor);
  return { is: 'changed', debtor: await getDebtor(store, ref), cases };
};

/** What texts already made depend on: whom they reach, under which name and law. */
const REACHED_BY = [
  'kind',
  'country',
  'name',
  'contacts',
  'address',
  'billingAddress',
  'language',
  'preferredChannel',
  'terms',
] as const;

const reachable = (before: DebtorInput, after: DebtorInput): boolean =>
  REACHED_BY.every((field) => sameContent(before[field] ?? null, after[field] ?? null));

export const getDebtor = async (store: Store, ref: DebtorRef): Promise<DebtorView> => view(await read(store, ref));

/** One page of debtors by id. */
export const listDebtors = async (
  store: Store,
  creditorId: string,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<{ readonly data: readonly DebtorView[]; readonly last: string | null }> => {
  const rows = await store.db.debtor.findMany({
    where: { creditorId, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: limit + 1,
  });
  const data = rows.slice(0, limit).map(view);
  return { data, last: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
};

const read = async (store: Store, { creditorId, debtorId }: DebtorRef): Promise<Debtor> => {
  const row = await store.db.debtor.findUnique({ where: { creditorId_id: { creditorId, id: debtorId } } });
  if (!row) throw new Refusal('NOT_FOUND', `expected a debtor of creditor ${creditorId}, got the id ${debtorId}`);
  return row;
};

/** Shown and replaced as it is, even damaged: that is how a person mends it. */
const profileOf = (row: Pick<Debtor, 'profile'>): DebtorInput => row.profile as unknown as DebtorInput;

const view = (row: Debtor): DebtorView => ({
  id: row.id,
  ...profileOf(row),
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const columns = (
  body: DebtorInput,
): Pick<Prisma.DebtorCreateManyInput, 'kind' | 'name' | 'country' | 'language' | 'profile'> => ({
  kind: body.kind,
  name: body.name,
  country: body.country,
  language: body.language,
  profile: body,
});
