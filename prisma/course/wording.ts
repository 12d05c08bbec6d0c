import type { Channel } from '../../domain/strategy.ts';
import type { WordingContext } from '../../templates/context.ts';
import type { AccountWords, ActivityWords } from '../../templates/letters/reports.ts';
import type { WordingFault } from '../../templates/wordingFault.ts';

/** A picture inside a message: its HTML names it as `cid:<cid>`. */
export type Picture = { readonly cid: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type Rendered = {
  readonly subject: string;
  readonly markdown: string;
  readonly text: string;
  readonly html: string;
  readonly inline: readonly Picture[];
};
export type LetterKind = 'pre-reminder-letter' | 'reminder-letter' | 'formal-notice' | 'neutral-letter';

/** What the course needs of templates/; pure, so it may run while a row is locked. */
export type Wording = {
  readonly templateFor: (
    strategyKey: string,
    step: { readonly id: string; readonly level: number },
    channel: Channel,
    context: Pick<WordingContext, 'language' | 'own'>,
  ) => string;
  readonly letterKindFor: (step: { readonly id: string; readonly level: number }) => LetterKind;
  readonly message: (template: string, context: WordingContext) => Rendered;
  /** `seen` = the pictures of the draft that a person changed: no other one goes with his text. */
  readonly edited: (
    subject: string,
    markdown: string,
    context: WordingContext,
    seen?: readonly Pick<Picture, 'cid'>[],
  ) => Rendered;
  readonly script: (template: string, context: WordingContext) => { readonly title: string; readonly markdown: string };
  readonly letterText: (
    kind: LetterKind,
    context: WordingContext,
    template: string,
  ) => { readonly subject: string; readonly markdown: string; readonly inline: readonly Picture[] };
  /** A text with `inline` gets no other pictures than these. */
  readonly letter: (
    kind: LetterKind,
    text: {
      readonly subject: string;
      readonly markdown: string;
      readonly inline?: readonly Pick<Picture, 'cid'>[];
    },
    context: WordingContext,
    /** The creditor's own letterhead (.docx); null = the house style. */
    paper?: Uint8Array | null,
  ) => Promise<Uint8Array>;
  /** What a text must not contain, or lacks; empty = it may leave. */
  readonly faults: (
    text: { readonly subject: string; readonly markdown: string },
    context: WordingContext,
  ) => readonly WordingFault[];
  /** The sentence that isn't from the template, drafted from the history (S0.1). */
  readonly personalLine: (context: WordingContext) => string;
  /** A day in each way in which texts of that language print it. */
  readonly datesIn: (day: string, language: WordingContext['language']) => readonly string[];
  /** A customer's statement of account, as .docx in his language. */
  readonly statement: (account: AccountWords) => Promise<Uint8Array>;
  /** What was done to recover, as .docx in the creditor's language. */
  readonly activity: (report: ActivityWords) => Promise<Uint8Array>;
};
