import { amountsIn, amountsOf } from './amounts.ts';
import type { WordingContext } from './context.ts';
import { forbiddenIn } from './forbidden.ts';
import { formatsFor } from './formats.ts';
import { toPlainText } from './plainText.ts';
import { askedOf, wordsFor } from './words.ts';
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
  const said = plain(`${text.subject}\n${toPlainText(text.markdown, phrasesIn(context.language).colon)}`);
  return [
    ...leftovers(text),
    ...forbiddenIn(withoutFacts(said, context), context),
    ...unknownFigures(said, context),
    ...strangeAccounts(withoutFacts(said, context), context),
    ...missing(said, context),
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

const unknownFigures = (said: string, context: WordingContext): WordingFault[] => {
  // The personal line is somebody's own words: its amounts are checked like all others.
  const known = new Set([...amountsOf({ ...wordsFor(context), personalLine: null }), ...byLaw(context)]);
  const strange = amountsIn(said).filter((amount) => !known.has(amount.minor));
  const rates = unknownRates(said, context);
  return [
    ...strange.map(({ written }) => ({
      code: 'AMOUNT_UNKNOWN',
      detail: `ce montant n’est pas dans le dossier : ${written}`,
    })),
    ...rates.map((rate) => ({ code: 'RATE_UNKNOWN', detail: `ce taux n’est pas dans le dossier : ${rate}` })),
  ];
};

/** Rates are compared as numbers: « 12,15 % », "12.15%" and "12,150 percent" are one. */
const unknownRates = (said: string, context: WordingContext): string[] => {
  const { statement, legalWait, terms } = context;
  const known = new Set(
    [
      ...(statement.accrued
        ? [statement.accrued.ratePct, ...statement.accrued.segments.map(({ ratePct }) => ratePct)]
        : []),
      ...(legalWait?.ratePct ? [legalWait.ratePct] : []),
      ...ratesIn(plain(JSON.stringify([terms, context.history, context.call]))).map(({ value }) => value),
    ].map(Number),
  );
  return ratesIn(said)
    .filter(({ value }) => !known.has(Number(value)))
    .map(({ written }) => written);
};

const ratesIn = (text: string): { readonly written: string; readonly value: string }[] =>
  [...text.matchAll(/(\d+(?:[.,]\d+)?) ?(?:%|pour cent|procent|per ?cent)/giu)].map(([written, figure = '']) => ({
    written,
    value: figure.replace(',', '.'),
  }));

/** The indemnity that the law fixes between businesses; the only figure that isn't a fact of the case. */
const byLaw = ({ debtor, announces }: WordingContext): number[] =>
  debtor.kind === 'business' &&
  announces.some((code) => code === 'consequences' || code === 'interest' || code === 'interest-by')
    ? [4000]
    : [];

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

const missing = (said: string, context: WordingContext): WordingFault[] => {
  const { invoice, notice, announces } = context;
  // A text about a talk confirms what was said and isn't a reminder.
  if (context.call !== null || context.channel === 'call' || context.channel === 'visit') return [];
  const formal = announces.includes('formal-notice');
  const formats = formatsFor(context.language);
  const saysDay = (day: string): boolean =>
    [formats.date(day), formats.dateLong(day), formats.dateShort(day)].some((written) => said.includes(plain(written)));
  const asked = askedOf(context);
  const amounts = new Set(amountsIn(said).map((amount) => amount.minor));
  const needs: [boolean, string, string][] = [
    [said.includes(plain(invoice.number)), 'NUMBER_MISSING', `le numéro de la facture : ${invoice.number}`],
    [
      amounts.has(asked.minor) || said.includes(plain(formats.money(asked))),
      'AMOUNT_MISSING',
      `la somme demandée : ${formats.money(asked)}`,
    ],
    [saysDay(invoice.dueOn), 'DUE_DATE_MISSING', `l’échéance : ${formats.date(invoice.dueOn)}`],
    [
      !formal || DEMAND[context.language].test(said),
      'DEMAND_MISSING',
      `les mots « ${DEMAND_WORDS[context.language]} »`,
    ],
    [
      !formal || notice === null || saysDay(notice.deadline),
      'DEADLINE_MISSING',
      `le délai : ${notice ? formats.date(notice.deadline) : ''}`,
    ],
  ];
  return needs.filter(([found]) => !found).map(([, code, what]) => ({ code, detail: `il manque ${what}` }));
};

/** The words that make a letter a formal notice in law. */
const DEMAND_WORDS = { fr: 'mise en demeure', nl: 'ingebrekestelling', en: 'formal notice' } as const;
const DEMAND = {
  fr: /mise? en demeure|mettons en demeure/i,
  nl: /ingebrekestelling|in gebreke/i,
  en: /formal notice|formally (?:demand|give you notice)/i,
} as const;

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

/** Spaces, line breaks and the shape of an apostrophe must not hide a word from its check. */
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').replaceAll('’', "'");
