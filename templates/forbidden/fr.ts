import { WITHIN, words, type Patterns } from './patterns.ts';

const BAILIFF = '(?:huissiers?|commissaires? de justice)';
/** « sans frais », « aucun frais » and the law's own name of the 40 euros claim nothing. */
const NOT_DENIED = '(?<!(?:sans|aucuns?|ni|indemnité forfaitaire pour) )';

export const fr: Patterns = {
  seizure: words(
    '(?<!(?:erreurs?|fautes?|date) de )saisies?(?:[- ]\\p{L}+)?',
    "saisi(?:r|s|es|rons|ra|sons) (?:vos|votre|les?|la|tous vos|l') ?(?:biens|comptes?|meubles|salaires?|véhicules?|stocks?|outils?|loyers?)[^.!?]{0,10}",
  ),
  bailiffComes: words(
    `${BAILIFF}${WITHIN}(?:porte|domicile|chez vous|pass\\p{L}+|viendr\\p{L}+|se présent\\p{L}+|se déplac\\p{L}+|vos locaux)`,
    `(?:envo\\p{L}+|enverr\\p{L}+|mand\\p{L}+|dépêch\\p{L}+)${WITHIN}${BAILIFF}`,
  ),
  disgrace: words(
    'plainte (?:pénale|au pénal|à la police)',
    '(?:port|dépos)\\p{L}+ plainte',
    'escro\\p{L}+',
    "la police(?! d')",
    'gendarm\\p{L}+',
    'listes? noires?',
    'mauvais payeurs?',
    '(?:publi\\p{L}+|rend\\p{L}+ publi\\p{L}+) votre (?:nom|dette)',
  ),
  lastNotice: words(
    '(?:derni(?:er|ère)|ultime)s? (?:avis|rappel|relance|avertissement|sommation|chance)s?',
    'avant (?:toutes? )?(?:poursuites?|contentieux|procédure judiciaire|action en justice)',
  ),
  costs: words(
    'à vos frais',
    `${NOT_DENIED}frais${WITHIN}(?:à votre charge|vous incomb\\p{L}+|vous seront|s'ajouter\\p{L}+|supplémentaires)`,
    `${NOT_DENIED}frais de (?:relance|rappel|recouvrement|dossier|mise en demeure|retard|lettre|courrier|procédure|justice)`,
  ),
  courtLook: words(
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
  accessories: words(
    '(?:intérêts?|pénalités?|indemnités?|majorations?) (?:de retard|moratoires?|forfaitaires?|légaux|légales?|contractuel\\p{L}*)',
    '(?:les|des|aux|avec|sans|vos|nos|ces|aucuns?) (?:intérêts?|pénalités?|indemnités?|majorations?)',
    '(?:une|cette) (?:pénalité|indemnité|majoration)',
    "taux (?:légal|d'intérêt)",
  ),
  notice: words('(?:mise?s?|mett(?:ons|ez|rai|rons|re)) en demeure'),
  court: words(
    'tribuna(?:l|ux)',
    'juridictions?',
    'poursuites',
    'en justice',
    '(?:procédure|voie)s? judiciaires?',
    '(?:le|au|un|du) juge',
    'injonction de payer',
    'contentieux',
  ),
  professional: words(
    BAILIFF,
    'avocate?s?',
    '(?:sociétés?|cabinets?|agences?|professionnels?|organismes?) (?:de|du) recouvrement',
    'recouvrement[^.!?]{0,30} à un professionnel',
  ),
  stopDeliveries: words(
    `(?:suspend\\p{L}*|arrêt\\p{L}*|interromp\\p{L}*|cess\\p{L}*|bloqu\\p{L}*|ne pouvons (?:donc )?plus)${WITHIN}(?:livr\\p{L}+|fournitures?|prestations|commandes?)`,
    'ne vous livr\\p{L}+ plus',
  ),
  sumInWords: words(
    "(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cents?|mille)(?: d')? ?euros?",
  ),
};
