import type { FaultWords } from './faultWords.ts';

const said =
  (rule: string) =>
  (words?: string): string =>
    `${rule}: “${words}”`;
const lacks =
  (what: string) =>
  (value?: string): string =>
    `missing: ${what}${value ? `, ${value}` : ''}`;

export const en: FaultWords = {
  leftover: said('a placeholder is left empty in the text'),
  empty: () => 'a text needs a subject and a body',
  unknownVariable: (name) => `undefined variable: ${name}`,
  fixed: () => 'the law words this piece: nothing takes its place',

  seizure: said('a message threatens no seizure'),
  bailiffComes: said('a message sends no bailiff'),
  disgrace: said(
    'a message threatens neither with the police, nor with a complaint, nor with naming anybody in public',
  ),
  lastNotice: said('a last notice before proceedings isn’t written before the formal notice'),
  costs: said('no costs are asked of this debtor'),
  courtLook: said('a message doesn’t imitate an act of a court'),
  accessories: said('this step speaks of no interest, penalty or indemnity to this debtor'),
  notice: said('this step announces no formal notice'),
  court: said('this step announces no court'),
  professional: said('this step announces no handing over to a professional'),
  stopDeliveries: said('this step announces no stop of deliveries'),
  sumInWords: said('a sum is written in figures, so that it can be checked'),

  amountUnknown: said('this amount isn’t in the case'),
  rateUnknown: said('this rate isn’t in the case'),
  ibanUnknown: (iban) => `this account isn’t the creditor’s: ${iban}`,
  rateUnreserved: (rate, source) =>
    `missing: the word “provisional”, since the rate of ${rate} isn’t official (source: ${source})`,

  number: lacks('the number of the invoice'),
  amount: lacks('the sum asked for'),
  dueDate: lacks('the due date'),
  demand: (words) => `missing: the words “${words}”`,
  deadline: lacks('the deadline'),
  creditor: lacks('the creditor’s name'),
  enterpriseNumber: lacks('the enterprise number'),
  noEnterpriseNumber: () => 'missing: the creditor’s enterprise number, which his data lack',
  description: lacks('what was supplied'),
  lastDay: lacks('the last day to pay without anything more'),
  indemnity: lacks('the indemnity that will be asked for'),
  rate: lacks('the rate of the interest that will be asked for'),
  block: () => 'missing: the piece that the law wants in a first reminder, whole and as it is',
};
