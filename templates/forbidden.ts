import type { WordingContext } from './context.ts';
import type { WordingFault } from './checks.ts';
import { en } from './forbidden/en.ts';
import { fr } from './forbidden/fr.ts';
import { nl } from './forbidden/nl.ts';
import type { Patterns } from './forbidden/patterns.ts';
import type { Language } from './language.ts';

/** What no message of ours contains, whoever wrote it; some depend on the debtor or on what the step announces to him. */
type Rule = {
  readonly of: keyof Patterns;
  readonly code: string;
  /** For the person who edits the text, at the desk. */
  readonly detail: string;
  /** Leaves the rule out; without it the words are forbidden to everybody. */
  readonly unless?: (context: WordingContext) => boolean;
};

const may =
  (...codes: readonly WordingContext['announces'][number][]) =>
  (context: WordingContext): boolean =>
    codes.some((code) => context.announces.includes(code));

/** Whether interest and indemnity may be spoken of: where the step announces them, and in a Belgian consumer's first reminder. */
export const speaksOfAccessories = (context: WordingContext): boolean =>
  may('consequences', 'interest-by', 'interest')(context) || context.legalWait !== null;

const RULES: readonly Rule[] = [
  { of: 'seizure', code: 'THREAT', detail: 'un message ne menace pas d’une saisie' },
  { of: 'bailiffComes', code: 'THREAT', detail: 'un message ne fait pas venir un huissier' },
  {
    of: 'disgrace',
    code: 'THREAT',
    detail: 'un message ne menace ni de la police, ni d’une plainte, ni de publier un nom',
  },
  {
    of: 'lastNotice',
    code: 'LAST_NOTICE',
    detail: 'un dernier avis avant poursuites ne s’écrit pas avant la mise en demeure',
    unless: ({ level }) => level >= 3,
  },
  {
    of: 'costs',
    code: 'COSTS',
    detail: 'aucun frais ne se demande à ce débiteur',
    unless: ({ debtor, level }) => (debtor.kind === 'business' || debtor.kind === 'public') && level >= 3,
  },
  { of: 'courtLook', code: 'COURT_LOOK', detail: 'un message n’imite pas un acte de justice' },
  {
    of: 'accessories',
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape ne parle pas d’intérêts, de pénalités ni d’indemnité à ce débiteur',
    unless: speaksOfAccessories,
  },
  {
    of: 'notice',
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape n’annonce pas de mise en demeure',
    unless: may('notice-next', 'formal-notice'),
  },
  {
    of: 'court',
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape n’annonce pas d’action en justice',
    unless: may('court'),
  },
  {
    of: 'professional',
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape n’annonce pas de remise à un professionnel',
    unless: may('professional'),
  },
  {
    of: 'stopDeliveries',
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape n’annonce pas d’arrêt des livraisons',
    unless: may('stop-deliveries'),
  },
  { of: 'sumInWords', code: 'AMOUNT_IN_WORDS', detail: 'une somme s’écrit en chiffres, que l’on puisse la vérifier' },
];

const PATTERNS: Readonly<Record<Language, Patterns>> = { fr, nl, en };

/** The rules that a text breaks, each with the words that break it. */
export const forbiddenIn = (text: string, context: WordingContext): WordingFault[] =>
  RULES.flatMap(({ of, code, detail, unless }) => {
    if (unless?.(context)) return [];
    const match = PATTERNS[context.language][of].exec(text);
    return match ? [{ code, detail: `${detail} : « ${match[0]} »` }] : [];
  });
