import type { Phrases } from './phrases.ts';
import { unbroken } from './unbroken.ts';

const MESSAGES = {
  email: 'Notre message',
  call: 'Résumé de notre entretien',
  visit: 'Résumé de notre visite',
  letter: 'Notre lettre',
  'registered-letter': 'Notre lettre recommandée',
};

const STRANGER = 'Madame, Monsieur';

/** French as written in France and Belgium. */
export const fr: Phrases = {
  locale: 'fr-FR',
  and: 'et',
  colon: '\u00a0: ',
  hour: (hour, minute) => (minute === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minute}`),

  titles: { woman: 'Madame', man: 'Monsieur', lawyer: 'Maître', doctor: 'Docteur' },
  stranger: STRANGER,
  emailOpening: (greeting) => (greeting === null ? 'Bonjour' : `Bonjour ${greeting}`),
  // A name alone opens an e-mail (« Bonjour Claire Martin »), never a letter.
  letterOpening: (greeting, titled) => (greeting !== null && titled ? greeting : STRANGER),

  by: {
    email: 'par e-mail',
    call: 'par téléphone',
    letter: 'par lettre',
    'registered-letter': 'par lettre recommandée',
    visit: 'de vive voix, dans vos locaux',
  },
  means: {
    transfer: 'virement',
    cheque: 'chèque',
    card: 'carte bancaire',
    'direct-debit': 'prélèvement',
    cash: 'espèces',
  },
  talkWith: (name) => `entretien avec ${name}`,

  invoiceCopy: (number) => `Copie de la facture ${number}`,
  sent: (channel, day) => `${MESSAGES[channel]} du ${day}`,

  personalLine: {
    afterTalk: (day) => `Je reviens vers vous après notre échange du ${day}.`,
    afterPayment: (day) => `Merci encore pour votre règlement du ${day}.`,
    afterDelivery: (day, subject) =>
      `J’espère que ce que nous vous avons fourni le ${day} (${subject}) vous donne satisfaction.`,
    otherwise: (subject) => `Je vous écris personnellement au sujet de ce que nous vous avons fourni : ${subject}.`,
  },

  legal: {
    capital: (amount) => `capital de ${amount}`,
    vat: (number) => `TVA ${number}`,
    french: (number, city) => (city ? `RCS ${city} ${unbroken(number)}` : `SIREN ${unbroken(number)}`),
    belgian: (number, city) => (city ? `BCE ${number}, RPM ${city}` : `BCE ${number}`),
  },

  letter: {
    placeAndDate: (city, day) => `${city}, le ${day}`,
    subject: (subject) => `Objet\u00a0: ${subject}`,
    registered: (country) =>
      country === 'BE' ? 'Envoi recommandé avec accusé de réception' : 'Lettre recommandée avec avis de réception',
    notice: (number) => `Mise en demeure n°\u00a0${number}`,
    publicClaim: (number) => `Réclamation n°\u00a0${number}`,
    invoice: (number) => `Facture ${number}`,
    order: (reference) => `Votre commande ${reference}`,
    commitment: (reference) => `Votre engagement ${reference}`,
    service: (reference) => `Votre code service ${reference}`,
    contact: (name) => `Votre interlocuteur\u00a0: ${name}`,
    phone: (number) => `Téléphone\u00a0: ${number}`,
    attention: (name) => `À l’attention de ${name}`,
    signedFor: (creditor) => `Pour ${creditor}`,
    enclosures: (count) => (count === 1 ? 'Pièce jointe' : 'Pièces jointes'),
    continuation: (creditor, debtor, number) => `${creditor} · ${debtor} · facture ${number}`,
    page: { before: 'Page ', between: ' sur ' },
    kinds: {
      'pre-reminder-letter': 'Annonce d’échéance',
      'reminder-letter': 'Lettre de rappel',
      'formal-notice': 'Mise en demeure',
      'neutral-letter': 'Lettre de faits',
    },
  },
};
