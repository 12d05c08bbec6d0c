import type { Words } from '../en/en.ts';

export const statement: Words['statement'] = {
  title: (day) => `Ce qui est dû le ${day}`,
  principal: 'Principal',
  interest: 'Intérêts de retard',
  days: (count) => (count < 2 ? `${count} jour` : `${count} jours`),
  fromTo: (from, to) => (from === to ? from : `${from} – ${to}`),
  percent: (rate) => `${rate.replace('.', ',')} %`,
  on: (amount) => `sur ${amount}`,
  perDay: (amount) => `environ ${amount} de plus par jour`,
  unofficial: 'taux non officiel, à vérifier',
  unofficialTitle: (count) => (count === 1 ? 'Taux non officiel.' : 'Taux non officiels.'),
  unofficialWhat: 'À vérifier. Ce que lit le débiteur le dit provisoire, sous réserve du taux officiellement publié.',
  unofficialBound: 'La limite légale à laquelle le taux du contrat est comparé n’est pas officielle : à vérifier.',
  source: (source) => `source : ${source}`,
  missing: (day) => `Aucun taux n’est connu à partir du ${day} : rien n’est compté depuis ce jour.`,
  indemnity: 'Indemnité forfaitaire',
  paidBeyond: 'Payé au-delà du principal',
  notClaimed: 'Plus demandé depuis que le dossier est clos',
  total: 'En tout',
  law: 'Droit',
  regimes: {
    FR_B2B_DEFAULT: 'France, entre entreprises : BCE + 10 points',
    FR_B2B_3X_LEGAL: 'France, entre entreprises : trois fois le taux légal',
    FR_B2G_FROZEN: 'France, acheteur public : BCE + 8 points du premier semestre',
    FR_LEGAL_OTHER: 'France, taux légal dès la mise en demeure',
    FR_LEGAL_PRIVATE_CREDITOR: 'France, taux légal des particuliers dès la mise en demeure',
    BE_B2B: 'Belgique, transactions commerciales',
    BE_B2C_XIX: 'Belgique, consommateur : ce que permet le contrat, dans les plafonds',
    BE_LEGAL: 'Belgique, taux légal dès la mise en demeure',
    EU_DIRECTIVE: 'Union européenne, entre entreprises : BCE + 8 points',
    CONTRACT: 'Taux du contrat',
    none: 'Le principal seul',
  },
  reasons: [
    [
      /^a business: the contract's law, (\S+?)(?:, at the contract's rate of (\S+) %)?$/,
      (_, country, rate) => `une entreprise : le droit du contrat, ${country}${atRate(rate)}`,
    ],
    [
      /^a business: the creditor's law, (\S+?)(?:, at the contract's rate of (\S+) %)?$/,
      (_, country, rate) => `une entreprise : le droit du créancier, ${country}${atRate(rate)}`,
    ],
    [
      /^a public body: its own country's law, (\S+)$/,
      (_, country) => `un organisme public : le droit de son pays, ${country}`,
    ],
    [
      /^neither business nor consumer: the civil law of (\S+)$/,
      (_, country) => `ni entreprise ni consommateur : le droit civil, ${country}`,
    ],
    [
      /^a consumer: the protection of his country, (\w+)(.*)$/,
      (_, country, clause = '') =>
        `un consommateur : la protection de son pays, ${country}${clause === '' ? '' : clause.includes('no clause') ? ', aucune clause au contrat' : ', avec une clause au contrat'}`,
    ],
  ],
  belowFloor: 'Le taux du contrat est sous le minimum que permet le droit français.',
  floorUnknown: 'Le taux du contrat n’a pas pu être comparé : le taux légal n’est pas connu.',
  policy: 'Outre le principal',
  policies: {
    'waive-if-paid-by': 'Abandonné si payé au jour qu’un message imprime',
    claim: 'Réclamé',
    never: 'Jamais demandé',
    notAsked: 'Rien ne peut être demandé ici',
  },
  promised: (day) => `Promis : rien de plus si le principal est payé au plus tard le ${day}`,
  kept: (day) => `Payé au plus tard le ${day} comme convenu : plus rien n’est dû`,
  broken: (day) => `Pas payé au ${day} : la promesse ne tient plus`,
  claimableFrom: (day) => `Délai du consommateur : rien ne peut être réclamé avant le ${day}.`,
};

const atRate = (rate: string | undefined): string =>
  rate === undefined ? '' : `, au taux du contrat de ${rate.replace('.', ',')} %`;

export const accessories: Words['accessories'] = {
  lead: 'Le principal est payé. Aucune relance ne demande le reste ; une personne dit ce qu’il devient.',
  left: 'Reste',
  counted: 'Comment c’est compté',
  paid: 'Déjà payé',
  waive: 'Ne plus rien demander : clore comme payée',
  otherwise: 'Ou bien',
  options: {
    'hand-over': 'Transmettre à un professionnel',
    'write-off': 'Abandonner la créance',
    irrecoverable: 'Clore comme irrécouvrable',
  },
  submit: 'Décider',
};
