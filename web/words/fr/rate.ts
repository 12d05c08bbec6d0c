import type { Words } from '../en/en.ts';

export const rate: Words['rate'] = {
  lead: 'Les intérêts de retard sont arrêtés à la veille de cette période, et les textes le disent. Saisissez le taux publié.',
  series: 'Taux',
  period: 'En vigueur',
  fromTo: (from, to) => `du ${from} au ${to}`,
  firstInvoice: 'Demandé d’abord pour',
  names: {
    ECB_MRO: 'Banque centrale européenne, opérations principales de refinancement, en vigueur le premier jour',
    FR_LEGAL_PRIVATE: 'France, intérêt légal, créanciers particuliers',
    FR_LEGAL_OTHER: 'France, intérêt légal, tous les autres cas',
    BE_COMMERCIAL: 'Belgique, retard de paiement dans les transactions commerciales',
    BE_LEGAL: 'Belgique, intérêt légal en matière civile, de l’année',
  },
  percent: 'Pour cent par an',
  confidence: 'Fiabilité',
  choose: 'choisissez',
  confidences: {
    official: 'lu sur la page officielle',
    sourced: 'lu sur une page qui cite le texte officiel',
    secondary: 'lu dans une liste tenue par un tiers',
    unofficial: 'non officiel : signalé partout où il sert',
    derived: 'calculé, non publié : signalé partout où il sert',
  },
  source: 'Lu où',
  sourceHint: 'L’adresse de la page, ou le numéro du journal officiel',
  why: 'Pourquoi',
  usual: 'mise à jour semestrielle',
  submit: 'Saisir le taux',
};
