import { amountsIn } from './amounts.ts';
import type { WordingFault } from './checks.ts';
import type { WordingContext } from './context.ts';
import { formatsFor } from './formats.ts';
import { fillPartial } from './liquid.ts';
import { plain } from './plain.ts';
import { toPlainText } from './plainText.ts';
import { askedOf } from './words.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** The piece of a Belgian consumer's first reminder that nobody edits (CDE XIX.2 §3). */
export const FIRST_REMINDER_BLOCK = 'be-first-reminder-block';

type Need = readonly [found: boolean, code: string, what: string];

/** What a written reminder must say and doesn't. `said` is the text with its subject, without Markdown. */
export const missingIn = (said: string, context: WordingContext): WordingFault[] => {
  // A text about a talk confirms what was said and isn't a reminder.
  if (context.call !== null || context.channel === 'call' || context.channel === 'visit') return [];
  return [...always(said, context), ...ofNotice(said, context), ...ofFirstReminder(said, context)]
    .filter(([found]) => !found)
    .map(([, code, what]) => ({ code, detail: `il manque ${what}` }));
};

const always = (said: string, context: WordingContext): Need[] => {
  const { invoice, language } = context;
  const { money, date } = formatsFor(language);
  const asked = askedOf(context);
  const sum = said.includes(plain(money(asked))) || amountsIn(said).some(({ minor }) => minor === asked.minor);
  return [
    [said.includes(plain(invoice.number)), 'NUMBER_MISSING', `le numéro de la facture : ${invoice.number}`],
    [sum, 'AMOUNT_MISSING', `la somme demandée : ${money(asked)}`],
    [saysDay(said, invoice.dueOn, context), 'DUE_DATE_MISSING', `l’échéance : ${date(invoice.dueOn)}`],
  ];
};

/** The words that make a letter a formal notice in law. */
const DEMAND = {
  fr: { words: 'mise en demeure', pattern: /mise? en demeure|mettons en demeure/i },
  nl: { words: 'ingebrekestelling', pattern: /ingebrekestelling|in gebreke/i },
  en: { words: 'formal notice', pattern: /formal notice|formally (?:demand|give you notice)/i },
} as const;

const ofNotice = (said: string, context: WordingContext): Need[] => {
  const { announces, notice, language } = context;
  if (!announces.includes('formal-notice')) return [];
  const { words, pattern } = DEMAND[language];
  const deadline = notice?.deadline ?? null;
  return [
    [pattern.test(said), 'DEMAND_MISSING', `les mots « ${words} »`],
    [
      deadline === null || saysDay(said, deadline, context),
      'DEADLINE_MISSING',
      `le délai : ${deadline === null ? '' : formatsFor(language).date(deadline)}`,
    ],
  ];
};

/** CDE XIX.2 §3: without one of these the consumer owes no indemnity. */
const ofFirstReminder = (said: string, context: WordingContext): Need[] => {
  const { legalWait, creditor, invoice, language } = context;
  if (legalWait === null) return [];
  const { date, money, percent } = formatsFor(language);
  const number = enterpriseNumber(context);
  const { indemnity, ratePct } = legalWait;
  const has = (words: string): boolean => said.includes(plain(words));
  return [
    [has(creditor.name), 'CREDITOR_MISSING', `le nom du créancier : ${creditor.name}`],
    [
      number !== null && said.replace(/[ .]/g, '').includes(number.replace(/[ .]/g, '')),
      'ENTERPRISE_NUMBER_MISSING',
      number === null
        ? 'le numéro d’entreprise du créancier, que ses données n’ont pas'
        : `le numéro d’entreprise : ${number}`,
    ],
    [has(invoice.subject), 'DESCRIPTION_MISSING', `ce qui a été fourni : ${invoice.subject}`],
    [
      saysDay(said, legalWait.lastDay, context),
      'LAST_DAY_MISSING',
      `le dernier jour pour payer sans rien de plus : ${date(legalWait.lastDay)}`,
    ],
    [
      indemnity === null || has(money(indemnity)),
      'INDEMNITY_MISSING',
      `l’indemnité qui sera demandée : ${indemnity === null ? '' : money(indemnity)}`,
    ],
    [
      ratePct === null || has(percent(ratePct)),
      'RATE_MISSING',
      `le taux des intérêts qui seront demandés : ${ratePct === null ? '' : percent(ratePct)}`,
    ],
    [
      has(toPlainText(fillPartial(FIRST_REMINDER_BLOCK, { ...context, own: {} }), phrasesIn(language).colon)),
      'BLOCK_CHANGED',
      'le bloc que la loi impose au premier rappel, entier et tel quel',
    ],
  ];
};

/** The Belgian number; a foreign creditor's first registration, or his VAT number. */
const enterpriseNumber = ({ creditor: { registrations, vatNumber } }: WordingContext): string | null => {
  const belgian = registrations.find(({ scheme }) => /^(?:BCE|KBO)$/i.test(scheme));
  return (belgian ?? registrations[0])?.value ?? vatNumber;
};

const saysDay = (said: string, day: string, { language }: WordingContext): boolean => {
  const { date, dateLong, dateShort } = formatsFor(language);
  return [date(day), dateLong(day), dateShort(day)].some((written) => said.includes(plain(written)));
};
