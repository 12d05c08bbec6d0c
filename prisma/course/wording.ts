import type { Channel } from '../../domain/strategy.ts';
import type { WordingContext } from '../../templates/context.ts';

export type Rendered = {
  readonly subject: string;
  readonly markdown: string;
  readonly text: string;
  readonly html: string;
};
export type LetterKind = 'reminder-letter' | 'formal-notice' | 'neutral-letter';

/** What the course needs of templates/; pure, so it may run while a row is locked. */
export type Wording = {
  readonly templateFor: (
    strategyKey: string,
    step: { readonly id: string; readonly level: number },
    channel: Channel,
  ) => string;
  readonly letterKindFor: (step: { readonly id: string }) => LetterKind;
  readonly message: (template: string, context: WordingContext) => Rendered;
  readonly edited: (subject: string, markdown: string, context: WordingContext) => Rendered;
  readonly script: (template: string, context: WordingContext) => { readonly title: string; readonly markdown: string };
  readonly letterText: (
    kind: LetterKind,
    context: WordingContext,
    template: string,
  ) => { readonly subject: string; readonly markdown: string };
  readonly letter: (
    kind: LetterKind,
    text: { readonly subject: string; readonly markdown: string },
    context: WordingContext,
  ) => Promise<Uint8Array>;
  /** What a text must not contain, or lacks; empty = it may leave. */
  readonly faults: (
    text: { readonly subject: string; readonly markdown: string },
    context: WordingContext,
  ) => readonly { readonly code: string; readonly detail: string }[];
  /** The sentence that isn't from the template, drafted from the history (S0.1). */
  readonly personalLine: (context: WordingContext) => string;
  /** A day as letters print it. */
  readonly longDate: (day: string) => string;
};
