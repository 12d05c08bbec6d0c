import type { WordingContext } from './context.ts';
import { en } from './forbidden/en.ts';
import { fr } from './forbidden/fr.ts';
import { nl } from './forbidden/nl.ts';
import type { Patterns } from './forbidden/patterns.ts';
import type { Language } from './language.ts';
import { wordingFault, type WordingFault } from './wordingFault.ts';

type May = (context: WordingContext) => boolean;

const may =
  (...codes: readonly WordingContext['announces'][number][]): May =>
  (context) =>
    codes.some((code) => context.announces.includes(code));

/** Whether interest and indemnity may be spoken of: where the step announces them, and in a Belgian consumer's first reminder. */
export const speaksOfAccessories = (context: WordingContext): boolean =>
  may('consequences', 'interest-by', 'interest')(context) || context.legalWait !== null;

const never: May = () => false;

/** What no message of ours contains, whoever wrote it; some of it may be said to some debtors or by some steps. */
const ALLOWED: Readonly<Record<keyof Patterns, May>> = {
  seizure: never,
  bailiffComes: never,
  disgrace: never,
  lastNotice: ({ level }) => level >= 3,
  costs: ({ debtor, level }) => (debtor.kind === 'business' || debtor.kind === 'public') && level >= 3,
  courtLook: never,
  accessories: speaksOfAccessories,
  notice: may('notice-next', 'formal-notice'),
  court: may('court'),
  professional: may('professional'),
  stopDeliveries: may('stop-deliveries'),
  sumInWords: never,
};

const RULES = Object.keys(ALLOWED) as readonly (keyof Patterns)[];

const PATTERNS: Readonly<Record<Language, Patterns>> = { fr, nl, en };

/** The rules that a text breaks, each with the words that break it. */
export const forbiddenIn = (text: string, context: WordingContext): WordingFault[] =>
  RULES.filter((rule) => !ALLOWED[rule](context)).flatMap((rule) => {
    const match = PATTERNS[context.language][rule].exec(text);
    return match ? [wordingFault(rule, match[0])] : [];
  });
