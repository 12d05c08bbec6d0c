import type { Channel } from '../domain/strategy.ts';
import { hasSource } from './source.ts';

/** Kinds of letters that have a house style of their own; every other letter is a reminder letter. */
export type LetterKind = 'reminder-letter' | 'formal-notice' | 'neutral-letter';

/** The script for a call or visit, the message for anything written; a step without a text of its own gets the common one. */
export const templateFor = (
  strategyKey: string,
  step: { readonly id: string; readonly level: number },
  channel: Channel,
): string => {
  const own = `${strategyKey}/${withoutRepetition(step.id)}`;
  const spoken = channel === 'call' || channel === 'visit';
  if (hasSource(`${spoken ? 'scripts' : 'messages'}/fr/${own}.md`)) return own;
  return spoken ? `common/${channel}` : 'common/reminder';
};

/** Which house style a step's letter takes. */
export const letterKindFor = (step: { readonly id: string }): LetterKind =>
  step.id === 'formal-notice' || step.id === 'neutral-letter' ? step.id : 'reminder-letter';

/** `further-reminder:2` has the texts of `further-reminder`. */
const withoutRepetition = (stepId: string): string => stepId.replace(/:\d+$/, '');
