import type { RefusalDetail } from '../../domain/refusal.ts';
import type { Draft } from '../generated/client.ts';

export type EditedText = { readonly subject: string; readonly markdown: string };

/** Says what is wrong with a text that a person changed; empty = it may leave. */
export type WordingChecks = (draft: Draft, edited: EditedText) => Promise<readonly RefusalDetail[]>;

/** What can be said of a text without knowing debtor and step: it isn't empty and no placeholder is left in it. */
export const plainChecks: WordingChecks = async (_draft, { subject, markdown }) =>
  Object.entries({ subject, markdown }).flatMap(([field, text]) => {
    const pointer = `/edit/${field}`;
    if (text.trim() === '') return [{ pointer, code: 'REQUIRED', detail: `expected a ${field}, got an empty one` }];
    if (/\{\{|\{%/.test(text))
      return [{ pointer, code: 'LEFTOVER', detail: `expected a finished ${field}, a placeholder is left in it` }];
    return [];
  });
