import { shippedNamed } from './names.ts';
import { SHIPPED } from '../../templates/texts/catalogue.ts';
import type { ShippedText, TextFault } from '../../templates/texts/text.ts';
import type { Actor, Store } from '../store.ts';

/** One version of a creditor's own text; `source` null = back to the shipped one. */
export type TextVersion = {
  readonly version: number;
  readonly source: string | null;
  readonly by: string;
  readonly createdAt: Date;
};

/** A text as a list shows it. Version 0 = never changed. */
export type TextLine = Omit<ShippedText, 'source'> & {
  readonly own: boolean;
  readonly version: number;
  readonly by: string | null;
  readonly changedAt: Date | null;
};

/** A text with its history, newest first. `source` is in force. */
export type TextView = TextLine & {
  readonly source: string;
  readonly shipped: string;
  readonly versions: readonly TextVersion[];
};

/** Every text there is, with the version in force. */
export const listTexts = async ({ db }: Store, creditorId: string): Promise<readonly TextLine[]> => {
  const rows = await db.templateVersion.findMany({
    where: { creditorId },
    orderBy: { version: 'asc' },
    select: { name: true, version: true, by: true, createdAt: true, source: true },
  });
  const newest = new Map(rows.map((row) => [row.name, row]));
  return SHIPPED.map((text) => lineOf(text, newest.get(text.name)));
};

export const readText = async ({ db }: Store, creditorId: string, name: string): Promise<TextView> => {
  const text = shippedNamed(name);
  const versions = await db.templateVersion.findMany({
    where: { creditorId, name },
    orderBy: { version: 'desc' },
    select: { version: true, source: true, by: true, createdAt: true },
  });
  const [newest] = versions;
  return { ...lineOf(text, newest), source: newest?.source ?? text.source, shipped: text.source, versions };
};

const lineOf = (text: ShippedText, newest: TextVersion | undefined): TextLine => {
  const { name, kind, language, strategy, step, purpose, fixed } = text;
  return {
    ...{ name, kind, language, strategy, step, purpose, fixed },
    own: typeof newest?.source === 'string',
    version: newest?.version ?? 0,
    by: newest?.by ?? null,
    changedAt: newest?.createdAt ?? null,
  };
};

/** `stale` = somebody else saved meanwhile; `faulty` = nothing was saved, the text in force stays. */
export type Saved =
  | { readonly is: 'saved' | 'unchanged'; readonly text: TextView }
  | { readonly is: 'stale'; readonly version: number }
  | { readonly is: 'faulty'; readonly faults: readonly TextFault[] };

export type Edit = {
  readonly creditorId: string;
  readonly name: string;
  /** null = back to the shipped text */
  readonly source: string | null;
  /** The version that the author has read. */
  readonly version: number;
  /** What is wrong with the new text; not asked for the shipped one. */
  readonly faults: readonly TextFault[];
};

/** Adds a version; nothing is ever overwritten. */
export const saveText = async (store: Store, edit: Edit, actor: Actor): Promise<Saved> => {
  const { creditorId, name, source, version, faults } = edit;
  const before = await readText(store, creditorId, name);
  if (before.version !== version) return { is: 'stale', version: before.version };
  if (faults.length > 0) return { is: 'faulty', faults };
  if (source === (before.own ? before.source : null)) return { is: 'unchanged', text: before };
  // Of two at once the second finds its number taken.
  const { count } = await store.db.templateVersion.createMany({
    data: {
      creditorId,
      name,
      version: version + 1,
      source,
      by: actor.name,
      createdAt: new Date(await store.now()),
    },
    skipDuplicates: true,
  });
  const text = await readText(store, creditorId, name);
  return count === 0 ? { is: 'stale', version: text.version } : { is: 'saved', text };
};
