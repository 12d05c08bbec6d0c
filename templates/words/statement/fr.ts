import type { StatementPhrases } from './phrases.ts';

export const fr: StatementPhrases = {
  kind: 'Relevé de compte',
  title: (day) => `Relevé de vos factures au ${day}`,
  intro:
    'Voici vos factures ouvertes chez nous à cette date, avec ce que nous avons reçu. Si une ligne ne correspond pas à vos comptes, dites-le-nous : nous la vérifierons.',
  nothing: 'Aucune facture n’est ouverte à cette date.',
  columns: {
    invoice: 'Facture',
    days: 'Date, échéance',
    amount: 'Montant TTC',
    settled: 'Payé, crédité',
    principal: 'Reste dû',
    interest: 'Intérêts',
    indemnity: 'Indemnité',
    total: 'Total',
  },
  issued: (day) => `du ${day}`,
  due: (day) => `éch. ${day}`,
  sum: (currency) => `Total (${currency})`,
  promise: (number, day) =>
    `Facture ${number} : intérêts et indemnité ne seront pas demandés si le reste dû nous parvient au plus tard le ${day}.`,
  missingRate: (number, day) =>
    `Facture ${number} : aucun taux n’est encore publié à partir du ${day} ; les intérêts sont comptés jusqu’à la veille.`,
  received: 'Paiements reçus',
  forInvoice: (number) => `facture ${number}`,
  howToPay: 'Pour payer',
  account: (iban, bic) =>
    `Par virement sur le compte ${iban}${bic ? ` (BIC ${bic})` : ''}, avec la référence de la facture :`,
  references: 'Référence à indiquer',
  questions: (email, phone) => `Une question ? ${email}${phone ? `, ${phone}` : ''}.`,
  annex: 'Annexe : calcul des intérêts',
  annexIntro: 'Somme × taux × jours / 365, arrondi au centime une seule fois par facture.',
  period: 'Période',
  numberOfDays: 'Jours',
  rate: 'Taux annuel',
  provisional: (rate) => `${rate} (provisoire)`,
  provisionalMeans:
    '« Provisoire » : le taux n’a pas été relevé à une source officielle ; le taux officiellement publié fait foi.',
  outstanding: 'Somme due',
  continuation: (creditor, debtor) => `${creditor} à ${debtor} · relevé de compte`,
};
