import type { WordingContext } from './context.ts';
import { unknownAmounts, unknownRates } from './figures.ts';
import { forbiddenIn } from './forbidden.ts';
import { missingIn } from './mandatory.ts';
import { plain } from './plain.ts';
import { toPlainText } from './plainText.ts';
import { unreserved } from './provisional.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** Something that a text must not say, or fails to say; `detail` is for the person who edits it, in French. */
export type WordingFault = { readonly code: string; readonly detail: string };

/** A text that must not leave; `faults` tells what to change. */
export class WordingRefused extends Error {
  override readonly name = 'WordingRefused';
  readonly faults: readonly WordingFault[];

  constructor(faults: readonly WordingFault[]) {
    super(`the text can't be sent: ${faults.map((fault) => `${fault.code} (${fault.detail})`).join('; ')}`);
    this.faults = faults;
  }
}

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
  return [
    ...(match ? [{ code: 'LEFTOVER', detail: `il reste un emplacement vide dans le texte : « ${match[0]} »` }] : []),
    ...(empty ? [{ code: 'EMPTY', detail: 'il faut un objet et un texte' }] : []),
  ];
};

const unknownFigures = (text: string, context: WordingContext): WordingFault[] => [
  ...unknownAmounts(text, context).map((written) => ({
    code: 'AMOUNT_UNKNOWN',
    detail: `ce montant n’est pas dans le dossier : « ${written} »`,
  })),
  ...unknownRates(text, context).map((written) => ({
    code: 'RATE_UNKNOWN',
    detail: `ce taux n’est pas dans le dossier : « ${written} »`,
  })),
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
      .map((iban) => ({ code: 'IBAN_UNKNOWN', detail: `ce compte n’est pas celui du créancier : ${iban}` }))
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
