import { isSpoken, type Channel } from '../domain/strategy.ts';
import type { WordingContext } from './context.ts';
import { hasSource } from './source.ts';

/** Kinds of letters that have a house style of their own; every other letter is a reminder letter. */
export type LetterKind = 'pre-reminder-letter' | 'reminder-letter' | 'formal-notice' | 'neutral-letter';

/** Made from a message's text; the others have texts of their own. */
export const isMessageByPost = (kind: LetterKind): boolean =>
  kind === 'pre-reminder-letter' || kind === 'reminder-letter';

/**
 * The script for a call or visit, the message for anything written, in the debtor's language: the strategy's text for
 * the step, else one that serves the step in every strategy, else the common one.
 */
export const templateFor = (
  strategyKey: string,
  step: { readonly id: string; readonly level: number },
  channel: Channel,
  { language, own }: Pick<WordingContext, 'language' | 'own'>,
): string => {
  const spoken = isSpoken(channel);
  const folder = spoken ? `scripts/${scriptLanguage(language)}` : `messages/${language}`;
  const id = withoutRepetition(step.id);
  const found = [`${strategyKey}/${id}`, `common/${id}`].find((name) => hasSource(`${folder}/${name}.md`, own));
  return found ?? (spoken ? `common/${channel}` : 'common/reminder');
};

/** Scripts are the desk's, which speaks French unless its language has scripts, too. */
export const scriptLanguage = (language: WordingContext['language']): WordingContext['language'] =>
  hasSource(`scripts/${language}/common/call.md`) ? language : 'fr';

/** Which house style a step's letter takes; before the due date nothing is recalled yet. */
export const letterKindFor = (step: { readonly id: string; readonly level: number }): LetterKind => {
  if (step.id === 'formal-notice' || step.id === 'neutral-letter') return step.id;
  return step.level === 0 ? 'pre-reminder-letter' : 'reminder-letter';
};

/** `further-reminder:2` has the texts of `further-reminder`. */
const withoutRepetition = (stepId: string): string => stepId.replace(/:\d+$/, '');
