import { isSpoken } from '../domain/strategy.ts';
import type { WordingContext } from './context.ts';
import { formatsFor } from './formats.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** The sentence that isn't from the template, drafted from the history: last talk, last payment, else what was supplied (S0.1). */
export const draftPersonalLine = ({ history, payments, invoice, language }: WordingContext): string => {
  const { afterTalk, afterPayment, afterDelivery, otherwise } = phrasesIn(language).personalLine;
  const { dateLong } = formatsFor(language);
  const talk = history.findLast(({ channel }) => isSpoken(channel));
  if (talk) return afterTalk(dateLong(talk.on));
  const payment = payments.at(-1);
  if (payment) return afterPayment(dateLong(payment.on));
  if (invoice.deliveredOn) return afterDelivery(dateLong(invoice.deliveredOn), invoice.subject);
  return otherwise(invoice.subject);
};
