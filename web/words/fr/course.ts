import type { Words } from '../en/en.ts';

export const course: Words['course'] = {
  closed: (day, outcome) => `Close le ${day} : ${outcome}.`,
  handedOver: (day) => `Transmise le ${day} : plus rien n’est écrit au débiteur.`,
  onHold: (kind, until) => `En pause (${kind})${until === null ? '' : ` jusqu’au ${until} inclus`}.`,
  waitsFor: (tasks) => `Attend une personne : ${tasks}.`,
  waitBy: (task, day, then) => `${task} (pour le ${day}, ${then})`,
  ended: 'Les étapes sont finies et la facture est impayée : une personne décide.',
  doing: (step) => `En train de se faire : ${step}.`,
  waitsUntil: (day, step) => `Attend le ${day}, jour de cette étape : ${step}.`,
  legalWait: (from, step, day) =>
    `La loi laisse au consommateur le temps de payer : rien avant le ${from}${day === null ? '' : ` ; puis ${step}, le ${day}`}.`,
  passed: (step) => `Cette étape a passé son dernier jour : ${step}.`,
  nothing: 'Plus rien ne sera envoyé.',
  nothingByItself: 'Rien de soi-même.',
  answer: 'Une réponse écrite part à l’instant.',
  holdEnds: (day) => `La pause finit après le ${day}.`,
  holdEndsThen: (day, step, stepDay) => `La pause finit après le ${day} ; puis ${step}, le ${stepDay} au plus tôt.`,
  asks: 'Une personne est sollicitée : transmettre, abandonner ou mettre en pause.',
  deadline: (day) => `Son échéance passe le ${day}.`,
  step: (step, channel, day) => `${step} (${channel}) le ${day}.`,
  reversed: 'Un paiement qui repart la rouvrirait.',
  correction: 'Seule une correction des faits.',
  holdChange: 'Un paiement y met fin ; une personne peut reprendre.',
  waitChange: 'Un paiement y met fin ; qui fait la tâche fait avancer le dossier.',
  change: 'Un paiement y met fin ; une pause l’arrête un temps ; une personne peut faire ou sauter l’étape qui vient.',
};
