import type { FaultWords } from './faultWords.ts';

const said =
  (rule: string) =>
  (words?: string): string =>
    `${rule} : « ${words} »`;
const lacks =
  (what: string) =>
  (value?: string): string =>
    `il manque ${what}${value ? ` : ${value}` : ''}`;

export const fr: FaultWords = {
  leftover: said('il reste un emplacement vide dans le texte'),
  empty: () => 'il faut un objet et un texte',
  unknownVariable: (name) => `cette variable n’existe pas : ${name}`,
  fixed: () => 'ce bloc est imposé par la loi : il ne se remplace pas',

  seizure: said('un message ne menace pas d’une saisie'),
  bailiffComes: said('un message ne fait pas venir un huissier'),
  disgrace: said('un message ne menace ni de la police, ni d’une plainte, ni de publier un nom'),
  lastNotice: said('un dernier avis avant poursuites ne s’écrit pas avant la mise en demeure'),
  costs: said('aucun frais ne se demande à ce débiteur'),
  courtLook: said('un message n’imite pas un acte de justice'),
  accessories: said('cette étape ne parle pas d’intérêts, de pénalités ni d’indemnité à ce débiteur'),
  notice: said('cette étape n’annonce pas de mise en demeure'),
  court: said('cette étape n’annonce pas d’action en justice'),
  professional: said('cette étape n’annonce pas de remise à un professionnel'),
  stopDeliveries: said('cette étape n’annonce pas d’arrêt des livraisons'),
  sumInWords: said('une somme s’écrit en chiffres, que l’on puisse la vérifier'),

  amountUnknown: said('ce montant n’est pas dans le dossier'),
  rateUnknown: said('ce taux n’est pas dans le dossier'),
  ibanUnknown: (iban) => `ce compte n’est pas celui du créancier : ${iban}`,
  rateUnreserved: (rate, source) =>
    `il manque la réserve « provisoire » : le taux de ${rate} n’est pas officiel (source : ${source})`,

  number: lacks('le numéro de la facture'),
  amount: lacks('la somme demandée'),
  dueDate: lacks('l’échéance'),
  demand: (words) => `il manque les mots « ${words} »`,
  deadline: lacks('le délai'),
  creditor: lacks('le nom du créancier'),
  enterpriseNumber: lacks('le numéro d’entreprise'),
  noEnterpriseNumber: () => 'il manque le numéro d’entreprise du créancier, que ses données n’ont pas',
  description: lacks('ce qui a été fourni'),
  lastDay: lacks('le dernier jour pour payer sans rien de plus'),
  indemnity: lacks('l’indemnité qui sera demandée'),
  rate: lacks('le taux des intérêts qui seront demandés'),
  block: () => 'il manque le bloc que la loi impose au premier rappel, entier et tel quel',
};
