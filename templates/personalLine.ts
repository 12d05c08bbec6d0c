import type { WordingContext } from './context.ts';
import { longDateText } from './formats.ts';

/** The sentence that isn't from the template, drafted from the history: last talk, last payment, else what was supplied (S0.1). */
export const draftPersonalLine = (context: WordingContext): string => {
  const talk = context.history.findLast(({ channel }) => channel === 'call' || channel === 'visit');
  if (talk) return `Je reviens vers vous après notre échange du ${longDateText(talk.on)}.`;
  const payment = context.payments.at(-1);
  if (payment) return `Merci encore pour votre règlement du ${longDateText(payment.on)}.`;
  const delivered = context.invoice.deliveredOn;
  const { subject } = context.invoice;
  if (delivered)
    return `Le ${longDateText(delivered)}, nous vous avons fourni ceci : ${subject} ; j’espère que tout vous convient.`;
  return `Je vous écris personnellement au sujet de ce que nous vous avons fourni : ${subject}.`;
};
