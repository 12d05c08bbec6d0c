import type { WordingContext } from './context.ts';

/** Something that a text must not say, or fails to say. */
export type WordingFault = { readonly code: string; readonly detail: string };

/** A text that must not leave; `faults` tells what to change. */
export class WordingRefused extends Error {
  override readonly name = 'WordingRefused';
  readonly faults: readonly WordingFault[];

  constructor(faults: readonly WordingFault[]) {
    super(`the text can't be sent: ${faults.map((fault) => fault.detail).join('; ')}`);
    this.faults = faults;
  }
}

/** What is wrong with a text for this debtor and this step; empty when it may leave. */
export const checkWording = (
  text: { readonly subject: string; readonly markdown: string },
  _context: WordingContext,
): WordingFault[] =>
  /\{\{|\{%|undefined|NaN|Invalid Date/.test(text.subject + text.markdown)
    ? [{ code: 'LEFTOVER', detail: 'a placeholder is left in the text' }]
    : [];
