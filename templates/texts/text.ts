import type { DebtorKind } from '../../domain/plan.ts';
import type { FaultRule } from '../wordingFault.ts';

/** What a text is for: something sent, something posted, something said, or a piece of these. */
export type TextKind = 'messages' | 'letters' | 'scripts' | 'partials';

/** A text as it ships with the app. */
export type ShippedText = {
  /** As in templates/, without its ending: messages/fr/progressive/first-reminder. */
  readonly name: string;
  readonly kind: TextKind;
  readonly language: string;
  /** The strategy's key, or `common`; null for letters and partials. */
  readonly strategy: string | null;
  /** The step's id, or the last part of the name. */
  readonly step: string;
  /** In one sentence what it is for; empty for partials. */
  readonly purpose: string;
  readonly source: string;
  /** Worded by the law, so to say: nobody's own text takes its place. */
  readonly fixed: boolean;
};

/** What is wrong with a text, and in which line of its source; null = with the text as a whole. */
export type TextFault = {
  readonly line: number | null;
  readonly code: string;
  /** In English. */
  readonly detail: string;
  /** By these the desk words it in its reader's language; absent = what the engine says of a source. */
  readonly rule?: FaultRule;
  readonly values?: readonly string[];
  /** The kinds of debtor with whom it shows; absent = with all. */
  readonly debtorKinds?: readonly DebtorKind[];
};

/** Something that a text may use: how it is written there, and what it prints for the case at hand. */
export type TextVariable = { readonly name: string; readonly insert: string; readonly sample: string | null };
