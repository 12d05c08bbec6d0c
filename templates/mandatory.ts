import { isSpoken } from '../domain/strategy.ts';
import { amountsIn } from './amounts.ts';
import type { WordingContext } from './context.ts';
import { formatsFor } from './formats.ts';
import { fillPartial } from './liquid.ts';
import { plain } from './plain.ts';
import { toPlainText } from './plainText.ts';
import { wordingFault, type FaultRule, type WordingFault } from './wordingFault.ts';
import { askedOf } from './words.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** The piece of a Belgian consumer's first reminder that nobody edits (CDE XIX.2 §3). */
export const FIRST_REMINDER_BLOCK = 'be-first-reminder-block';

type Need = readonly [found: boolean, rule: FaultRule, ...values: readonly string[]];

/** What a written reminder must say and doesn't. `said` is the text with its subject, without Markdown. */
export const missingIn = (said: string, context: WordingContext): WordingFault[] => {
  // A text about a talk confirms what was said and isn't a reminder.
  if (context.call !== null || isSpoken(context.channel)) return [];
  return [...always(said, context), ...ofNotice(said, context), ...ofFirstReminder(said, context)]
    .filter(([found]) => !found)
    .map(([, rule, ...values]) => wordingFault(rule, ...values));
};

const always = (said: string, context: WordingContext): Need[] => {
  const { invoice, language } = context;
  const { money, date } = formatsFor(language);
  const asked = askedOf(context);
  const sum = said.includes(plain(money(asked))) || amountsIn(said).some(({ minor }) => minor === asked.minor);
  return [
    [said.includes(plain(invoice.number)), 'number', invoice.number],
    [sum, 'amount', money(asked)],
    [saysDay(said, invoice.dueOn, context), 'dueDate', date(invoice.dueOn)],
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
    [pattern.test(said), 'demand', words],
    ...(deadline === null
      ? []
      : [[saysDay(said, deadline, context), 'deadline', formatsFor(language).date(deadline)] as const]),
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
  const block = toPlainText(fillPartial(FIRST_REMINDER_BLOCK, { ...context, own: {} }), phrasesIn(language).colon);
  return [
    [has(creditor.name), 'creditor', creditor.name],
    number === null
      ? [false, 'noEnterpriseNumber']
      : [said.replace(/[ .]/g, '').includes(number.replace(/[ .]/g, '')), 'enterpriseNumber', number],
    [has(invoice.subject), 'description', invoice.subject],
    [saysDay(said, legalWait.lastDay, context), 'lastDay', date(legalWait.lastDay)],
    ...(indemnity === null ? [] : [[has(money(indemnity)), 'indemnity', money(indemnity)] as const]),
    ...(ratePct === null ? [] : [[has(percent(ratePct)), 'rate', percent(ratePct)] as const]),
    [has(block), 'block'],
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
