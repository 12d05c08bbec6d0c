import type { Phrases } from './phrases.ts';
import { unbroken } from './unbroken.ts';

const MESSAGES = {
  email: 'Our message',
  call: 'Summary of our conversation',
  visit: 'Summary of our visit',
  letter: 'Our letter',
  'registered-letter': 'Our registered letter',
};

const STRANGER = 'Sir or Madam';

/** English as written in Britain and Ireland. */
export const en: Phrases = {
  locale: 'en-GB',
  and: 'and',
  colon: ': ',
  hour: (hour, minute) => `${hour}:${minute}`,

  titles: { woman: 'Ms', man: 'Mr', lawyer: 'Maître', doctor: 'Dr' },
  stranger: STRANGER,
  emailOpening: (greeting) => `Dear ${greeting ?? STRANGER}`,
  letterOpening: (greeting) => `Dear ${greeting ?? STRANGER}`,

  by: {
    email: 'by e-mail',
    call: 'by telephone',
    letter: 'by letter',
    'registered-letter': 'by registered letter',
    visit: 'in person, at your address',
  },
  means: {
    transfer: 'bank transfer',
    cheque: 'cheque',
    card: 'card',
    'direct-debit': 'direct debit',
    cash: 'cash',
  },
  talkWith: (name) => `conversation with ${name}`,

  invoiceCopy: (number) => `Copy of invoice ${number}`,
  sent: (channel, day) => `${MESSAGES[channel]} of ${day}`,

  personalLine: {
    afterTalk: (day) => `I am writing further to our conversation of ${day}.`,
    afterPayment: (day) => `Thank you again for your payment of ${day}.`,
    afterDelivery: (day, subject) => `On ${day} we supplied you with the following: ${subject}; I hope all is well.`,
    otherwise: (subject) => `I am writing to you personally about what we supplied: ${subject}.`,
  },

  legal: {
    capital: (amount) => `share capital ${amount}`,
    vat: (number) => `VAT ${number}`,
    french: (number, city) => (city ? `RCS ${city} ${unbroken(number)}` : `SIREN ${unbroken(number)}`),
    belgian: (number, city) => (city ? `Enterprise no. ${number}, RLP ${city}` : `Enterprise no. ${number}`),
  },

  letter: {
    placeAndDate: (city, day) => `${city}, ${day}`,
    subject: (subject) => `Subject: ${subject}`,
    registered: () => 'Registered letter with acknowledgement of receipt',
    notice: (number) => `Formal notice no.\u00a0${number}`,
    publicClaim: (number) => `Formal claim no.\u00a0${number}`,
    invoice: (number) => `Invoice ${number}`,
    order: (reference) => `Your order ${reference}`,
    commitment: (reference) => `Your order ${reference}`,
    service: (reference) => `Your department ${reference}`,
    contact: (name) => `Your contact: ${name}`,
    phone: (number) => `Telephone: ${number}`,
    attention: (name) => `For the attention of ${name}`,
    signedFor: (creditor) => `For ${creditor}`,
    enclosures: (count) => (count === 1 ? 'Enclosure' : 'Enclosures'),
    continuation: (creditor, debtor, number) => `${creditor} to ${debtor} · invoice ${number}`,
    page: { before: 'Page ', between: ' of ' },
    kinds: {
      'pre-reminder-letter': 'Notice of the due date',
      'reminder-letter': 'Reminder letter',
      'formal-notice': 'Formal notice',
      'neutral-letter': 'Letter of facts',
    },
  },
};
