import type { Mail } from '../../prisma/course/mail.ts';

/** A message as the reservation puts it together. */
export const aMail: Mail = {
  messageId: 'msg_1@ateliers-morel.example',
  date: new Date('2031-03-05T08:00:01Z'),
  from: '"Morel, Fils & Cie" <compta@ateliers-morel.example>',
  replyTo: null,
  recipients: [{ name: 'Mme Hélène Martin', address: 'martin@dupont.example', copy: false }],
  subject: 'Facture F-1 : 1 200,50 €, échue le lundi 17 février 2031',
  text: 'Bonjour Madame Martin,\n\nla facture était payable.\n',
  html: '<p>Bonjour <img src="cid:pay-1@huitaine"></p>',
  attachments: [
    { filename: 'pay-1.png', mediaType: 'image/png', cid: 'pay-1@huitaine', bytes: new Uint8Array([137, 80, 78, 71]) },
  ],
  automatic: true,
};
