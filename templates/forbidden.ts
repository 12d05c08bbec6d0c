import type { WordingContext } from './context.ts';
import type { WordingFault } from './checks.ts';

/** Words that no message of ours contains, whoever wrote it; some depend on the debtor or on how far the case is. */
type Rule = {
  readonly code: string;
  readonly detail: string;
  readonly pattern: RegExp;
  /** Leaves the rule out; without it the words are forbidden to everybody. */
  readonly unless?: (context: WordingContext) => boolean;
};

const may =
  (...codes: readonly WordingContext['announces'][number][]) =>
  (context: WordingContext): boolean =>
    codes.some((code) => context.announces.includes(code));

/** Whole words only, also where a word begins or ends with an accent, which \b doesn't know. */
const words = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join('|')})(?![\\p{L}\\d])`, 'iu');

const BAILIFF = '(?:huissiers?|commissaires? de justice)';
const WITHIN = '[^.!?]{0,60}?';

const RULES: readonly Rule[] = [
  {
    code: 'THREAT',
    detail: 'un message ne menace pas d’une saisie',
    pattern: words(
      '(?<!(?:erreurs?|fautes?|date) de )saisies?(?:[- ]\\p{L}+)?',
      "saisi(?:r|s|es|rons|ra|sons) (?:vos|votre|les?|la|tous vos|l') ?(?:biens|comptes?|meubles|salaires?|véhicules?|stocks?|outils?|loyers?)[^.!?]{0,10}",
    ),
  },
  {
    code: 'THREAT',
    detail: 'un message ne fait pas venir un huissier',
    pattern: words(
      `${BAILIFF}${WITHIN}(?:porte|domicile|chez vous|pass\\p{L}+|viendr\\p{L}+|se présent\\p{L}+|se déplac\\p{L}+|vos locaux)`,
      `(?:envo\\p{L}+|enverr\\p{L}+|mand\\p{L}+|dépêch\\p{L}+)${WITHIN}${BAILIFF}`,
    ),
  },
  {
    code: 'THREAT',
    detail: 'un message ne menace ni de la police, ni d’une plainte, ni de publier un nom',
    pattern: words(
      'plainte (?:pénale|au pénal|à la police)',
      '(?:port|dépos)\\p{L}+ plainte',
      'escro\\p{L}+',
      "la police(?! d')",
      'gendarm\\p{L}+',
      'listes? noires?',
      'mauvais payeurs?',
      '(?:publi\\p{L}+|rend\\p{L}+ publi\\p{L}+) votre (?:nom|dette)',
    ),
  },
  {
    code: 'LAST_NOTICE',
    detail: '« dernier avis avant poursuites » ne s’écrit pas avant la mise en demeure',
    pattern: words(
      '(?:derni(?:er|ère)|ultime)s? (?:avis|rappel|relance|avertissement|sommation|chance)s?',
      'avant (?:toutes? )?(?:poursuites?|contentieux|procédure judiciaire|action en justice)',
    ),
    unless: (context) => context.level >= 3,
  },
  {
    code: 'COSTS',
    detail: 'aucun frais ne se demande à ce débiteur',
    pattern: words(
      'à vos frais',
      `frais${WITHIN}(?:à votre charge|vous incomb\\p{L}+|vous seront|s'ajouter\\p{L}+|supplémentaires)`,
      'frais de (?:relance|rappel|recouvrement|dossier|mise en demeure|retard|lettre|courrier|procédure|justice)',
    ),
    unless: (context) => context.debtor.kind === 'business' && context.level >= 3,
  },
  {
    code: 'COURT_LOOK',
    detail: 'un message n’imite pas un acte de justice',
    pattern: words(
      'commandement de payer',
      'sommation (?:de payer|interpellative)',
      `exploit d'huissier`,
      "avis d'huissier",
      '(?:titre|formule) exécutoire',
      'au nom du (?:peuple français|roi)',
      'par ces motifs',
      '(?:le greffier|la greffière)',
      'jugement rendu',
      "(?:acte signifié|signification d'un acte)",
      'citation à comparaître',
      '(?:assignation en justice|vous êtes assignée?s?)',
    ),
  },
  {
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape ne parle pas d’intérêts, de pénalités ni d’indemnité à ce débiteur',
    pattern: words(
      '(?:intérêts?|pénalités?|indemnités?|majorations?) (?:de retard|moratoires?|forfaitaires?|légaux|légales?|contractuel\\p{L}*)',
      '(?:les|des|aux|avec|sans|vos|nos|ces) (?:intérêts|pénalités|indemnités|majorations)',
      "taux (?:légal|d'intérêt)",
    ),
    unless: may('consequences', 'interest-by', 'interest'),
  },
  {
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape n’annonce pas de mise en demeure',
    pattern: words('(?:mise?s?|mett(?:ons|ez|rai|rons|re)) en demeure'),
    unless: may('notice-next', 'formal-notice'),
  },
  {
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape n’annonce pas d’action en justice',
    pattern: words(
      'tribuna(?:l|ux)',
      'juridictions?',
      'poursuites',
      'en justice',
      '(?:procédure|voie)s? judiciaires?',
      '(?:le|au|un|du) juge',
      'injonction de payer',
      'contentieux',
    ),
    unless: may('court'),
  },
  {
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape n’annonce pas de remise à un professionnel',
    pattern: words(
      BAILIFF,
      'avocate?s?',
      '(?:sociétés?|cabinets?|agences?|professionnels?|organismes?) (?:de|du) recouvrement',
      'recouvrement à un professionnel',
    ),
    unless: may('professional'),
  },
  {
    code: 'ANNOUNCES_TOO_MUCH',
    detail: 'cette étape n’annonce pas d’arrêt des livraisons',
    pattern: words(
      `(?:suspend\\p{L}*|arrêt\\p{L}*|interromp\\p{L}*|cess\\p{L}*|bloqu\\p{L}*|ne pouvons (?:donc )?plus)${WITHIN}(?:livr\\p{L}+|fournitures?|prestations|commandes?)`,
      'ne vous livr\\p{L}+ plus',
    ),
    unless: may('stop-deliveries'),
  },
];

/** The rules that a text breaks, each with the words that break it. */
export const forbiddenIn = (text: string, context: WordingContext): WordingFault[] =>
  RULES.flatMap(({ code, detail, pattern, unless }) => {
    if (unless?.(context)) return [];
    const match = pattern.exec(text);
    return match ? [{ code, detail: `${detail} : « ${match[0]} »` }] : [];
  });
