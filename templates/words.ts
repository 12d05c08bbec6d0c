import { daysBetween } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import { subtract, sum } from '../domain/money.ts';
import type { Money } from '../domain/money.ts';
import { isPosted } from '../domain/strategy.ts';
import type { WordingContext } from './context.ts';
import { enclosureNumbers } from './enclosures.ts';
import { emailOpening, letterOpening } from './greeting.ts';
import { addressLine } from './legalLines.ts';
import { phrasesIn } from './words/phrasesIn.ts';
import { unbroken } from './words/unbroken.ts';

/** What a template may name: the context as it is, and a few words that follow from it. */
export const wordsFor = (context: WordingContext): object => {
  const { currency } = context.balance;
  const { greeting } = context.contact;
  const phrases = phrasesIn(context.language);
  const byPost = isPosted(context.channel);
  const means: Readonly<Record<string, string>> = phrases.means;
  const numbers = enclosureNumbers(context.history, context.enclosures);
  return {
    ...context,
    sender: { ...context.sender, phone: context.sender.phone && unbroken(context.sender.phone) },
    asked: askedOf(context),
    business: context.debtor.kind === 'business',
    written: context.channel !== 'call' && context.channel !== 'visit',
    byPost,
    formal: greeting === phrases.stranger,
    salutation: letterOpening(greeting, context.language),
    // The first line as the channel wants it, without its comma: « Bonjour Madame Martin », « Madame Martin ».
    opening: (byPost ? letterOpening : emailOpening)(greeting, context.language),
    overdue: context.today > context.invoice.dueOn,
    daysLate: Math.max(0, daysBetween(context.invoice.dueOn as Day, context.today as Day)),
    partlyPaid: context.balance.minor < context.invoice.amount.minor,
    debtorAddress: addressLine(context.debtor.address),
    settled: subtract(context.invoice.amount, context.balance),
    received: sum(
      context.payments.map((payment) => payment.amount),
      currency,
    ),
    credited: sum(
      context.creditNotes.map((note) => note.amount),
      currency,
    ),
    totalOpen: sum(
      context.openInvoices.map((invoice) => invoice.balance),
      currency,
    ),
    // The last talk of which something was noted.
    lastTalk: context.history.findLast(({ channel, summary }) => channel === 'call' && summary !== '') ?? null,
    remindedOn: [...new Set(context.history.map((entry) => entry.on).filter((on) => on > context.invoice.dueOn))],
    silentOutcome: context.call !== null && SILENT.has(context.call.outcome),
    history: context.history.map((entry, index) => ({
      ...entry,
      by: phrases.by[entry.channel],
      exhibit: numbers[index] ?? null,
    })),
    exhibits: numbers.some((number) => number !== null),
    means: context.call?.promise ? (means[context.call.promise.means] ?? context.call.promise.means) : null,
  };
};

/**
 * The one amount that a text asks for, in words, payment box and QR code: with its accessories from the formal notice
 * on, where they are announced.
 */
export const askedOf = ({ level, announces, balance, statement }: WordingContext): Money =>
  level >= 3 && announces.includes('interest') ? statement.total : balance;

/** After these, a text asks for nothing and recalls no law. */
const SILENT = new Set([
  'not-debtor',
  'wrong-person',
  'new-contact',
  'third-party',
  'insolvency',
  'debt-relief',
  'deceased',
]);
