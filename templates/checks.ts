import type { WordingContext } from './context.ts';
import { unknownAmounts, unknownRates } from './figures.ts';
import { forbiddenIn } from './forbidden.ts';
import { missingIn } from './mandatory.ts';
import { plain } from './plain.ts';
import { toPlainText } from './plainText.ts';
import { unreserved } from './provisional.ts';
import { wordingFault, type WordingFault } from './wordingFault.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** What is wrong with a text for this debtor and this step; empty when it may leave. */
export const checkWording = (
  text: { readonly subject: string; readonly markdown: string },
  context: WordingContext,
): WordingFault[] => {
  const lines = `${text.subject}\n${toPlainText(text.markdown, phrasesIn(context.language).colon)}`;
  const said = plain(lines);
  return [
    ...leftovers(text),
    ...forbiddenIn(withoutFacts(said, context), context),
    // Line by line: the end of one and the beginning of the next make no figure.
    ...unknownFigures(lines, context),
    ...strangeAccounts(withoutFacts(said, context), context),
    ...missingIn(said, context),
    ...unreserved(lines, context),
  ];
};

const leftovers = ({ subject, markdown }: { readonly subject: string; readonly markdown: string }): WordingFault[] => {
  const match = /\{\{|\}\}|\{%|%\}|\bundefined\b|\bNaN\b|\[object |Invalid Date/.exec(`${subject}\n${markdown}`);
  const empty = subject.trim() === '' || markdown.trim() === '';
  return [...(match ? [wordingFault('leftover', match[0])] : []), ...(empty ? [wordingFault('empty')] : [])];
};

const unknownFigures = (text: string, context: WordingContext): WordingFault[] => [
  ...unknownAmounts(text, context).map((written) => wordingFault('amountUnknown', written)),
  ...unknownRates(text, context).map((written) => wordingFault('rateUnknown', written)),
];

/** A wrong account number is the costliest slip there is, and the commonest fraud. */
const strangeAccounts = (said: string, { payment, creditor }: WordingContext): WordingFault[] => {
  // A creditor reference (RF…) is built like an account number.
  const ours = [payment.iban, creditor.iban, payment.reference].map((iban) => iban?.replace(/\s/g, ''));
  return (
    [...said.matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g)]
      .map(([iban]) => iban.replace(/\s/g, ''))
      // A VAT number looks the same, but no account number is shorter than 15 characters.
      // What follows ours on the same line (« BIC ») is read with it; the letters make no other account of it.
      .filter((iban) => iban.length >= 15 && !ours.some((own) => own && iban.startsWith(own)))
      .map((iban) => wordingFault('ibanUnknown', iban))
  );
};

/** Names and descriptions are the debtor's world, not our words: a bailiff's office may be a customer. */
const withoutFacts = (
  said: string,
  { debtor, creditor, contact, invoice, openInvoices, history, terms, call }: WordingContext,
): string => {
  const facts = [
    debtor.name,
    creditor.name,
    contact.name,
    invoice.subject,
    invoice.orderReference,
    invoice.serviceReference,
    ...[creditor.address, debtor.address].flatMap(({ lines, city }) => [...lines, city]),
    ...openInvoices.map((open) => open.subject),
    ...history.map((entry) => entry.summary),
    terms?.paymentClause,
    terms?.interestClause,
    terms?.reference,
    call?.reason,
    call?.dispute?.reason,
  ];
  return facts
    .filter((fact): fact is string => typeof fact === 'string' && fact.length > 3)
    .map(plain)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, fact) => rest.replaceAll(fact, '…'), said);
};
