import type { FaultRule } from '../../wordingFault.ts';
import { en } from './en.ts';
import type { FaultWords } from './faultWords.ts';
import { fr } from './fr.ts';

const WORDS: Readonly<Record<'fr' | 'en', FaultWords>> = { fr, en };

/** A fault in a language of the desk; null = it has no rule of ours. */
export const faultInWords = (
  language: 'fr' | 'en',
  { rule, values = [] }: { readonly rule?: string | undefined; readonly values?: readonly string[] | undefined },
): string | null => (rule !== undefined && rule in en ? WORDS[language][rule as FaultRule](...values) : null);
