import type { Phrases } from './phrases.ts';
import { unbroken } from './unbroken.ts';

const MESSAGES = {
  email: 'Ons bericht',
  call: 'Verslag van ons gesprek',
  visit: 'Verslag van ons bezoek',
  letter: 'Onze brief',
  'registered-letter': 'Onze aangetekende brief',
};

const STRANGER = 'mevrouw, geachte heer';

/** Dutch as written in Belgium. */
export const nl: Phrases = {
  locale: 'nl-BE',
  and: 'en',
  colon: ': ',
  hour: (hour, minute) => (minute === '00' ? `${hour}\u00a0uur` : `${hour}.${minute}\u00a0uur`),

  titles: { woman: 'mevrouw', man: 'heer', lawyer: 'meester', doctor: 'dokter' },
  stranger: STRANGER,
  emailOpening: (greeting) => `Geachte ${greeting ?? STRANGER}`,
  letterOpening: (greeting) => `Geachte ${greeting ?? STRANGER}`,

  by: {
    email: 'per e-mail',
    call: 'telefonisch',
    letter: 'per brief',
    'registered-letter': 'per aangetekende brief',
    visit: 'mondeling, bij u ter plaatse',
  },
  means: {
    transfer: 'overschrijving',
    cheque: 'cheque',
    card: 'bankkaart',
    'direct-debit': 'domiciliëring',
    cash: 'contant geld',
  },
  talkWith: (name) => `gesprek met ${name}`,

  invoiceCopy: (number) => `Kopie van factuur ${number}`,
  sent: (channel, day) => `${MESSAGES[channel]} van ${day}`,

  personalLine: {
    afterTalk: (day) => `Ik kom terug op ons gesprek van ${day}.`,
    afterPayment: (day) => `Nogmaals dank voor uw betaling van ${day}.`,
    afterDelivery: (day, subject) =>
      `Op ${day} hebben wij u het volgende geleverd: ${subject}; ik hoop dat alles naar wens is.`,
    otherwise: (subject) => `Ik schrijf u persoonlijk over wat wij u geleverd hebben: ${subject}.`,
  },

  legal: {
    capital: (amount) => `kapitaal ${amount}`,
    vat: (number) => `btw ${number}`,
    french: (number, city) => (city ? `RCS ${city} ${unbroken(number)}` : `SIREN ${unbroken(number)}`),
    belgian: (number, city) => (city ? `KBO ${number}, RPR ${city}` : `KBO ${number}`),
  },

  letter: {
    placeAndDate: (city, day) => `${city}, ${day}`,
    subject: (subject) => `Betreft: ${subject}`,
    registered: () => 'Aangetekende zending met ontvangstbewijs',
    notice: (number) => `Ingebrekestelling nr.\u00a0${number}`,
    publicClaim: (number) => `Aanmaning nr.\u00a0${number}`,
    invoice: (number) => `Factuur ${number}`,
    order: (reference) => `Uw bestelling ${reference}`,
    commitment: (reference) => `Uw bestelling ${reference}`,
    service: (reference) => `Uw dienst ${reference}`,
    contact: (name) => `Uw contactpersoon: ${name}`,
    phone: (number) => `Telefoon: ${number}`,
    attention: (name) => `Ter attentie van ${name}`,
    signedFor: (creditor) => `Voor ${creditor}`,
    enclosures: (count) => (count === 1 ? 'Bijlage' : 'Bijlagen'),
    continuation: (creditor, debtor, number) => `${creditor} aan ${debtor} · factuur ${number}`,
    page: { before: 'Pagina ', between: ' van ' },
    kinds: {
      'pre-reminder-letter': 'Aankondiging van de vervaldag',
      'reminder-letter': 'Herinneringsbrief',
      'formal-notice': 'Ingebrekestelling',
      'neutral-letter': 'Brief met de feiten',
    },
  },
};
