import { addDays, type Day } from '../../domain/day.ts';
import type { Money } from '../../domain/money.ts';
import { UNWRITTEN } from '../../prisma/people/talk.ts';
import { CALL_OUTCOMES, type CallOutcome } from '../../domain/outcome.ts';
import { isAttempt, isMisdirected } from '../../prisma/people/talkNeeds.ts';
import type { Language } from '../../templates/language.ts';
import type { Column } from './columns.ts';

/** A talk as the record keeps it, without its instant and channel. */
export type TalkRow = {
  readonly outcome: CallOutcome;
  readonly spokeTo: string | null;
  readonly summary: string | null;
  readonly answers: Record<string, string | { minor: number; currency: string } | { name: string }>;
};

/** How a call before the due date ends well; after it, a talk must end otherwise. */
export const PLEASED: readonly CallOutcome[] = ['satisfied'];

/** The outcomes after the due date that are confirmed in writing. */
export const ANSWERED: readonly CallOutcome[] = CALL_OUTCOMES.filter(
  (outcome) =>
    !PLEASED.includes(outcome) && !isAttempt(outcome) && !isMisdirected(outcome) && !UNWRITTEN.includes(outcome),
);

/** What the operator notes, in the debtor's language: he reads it in the summary. */
const NOTED: Readonly<
  Record<
    Language,
    {
      readonly delay: string;
      readonly complaint: string;
      readonly refusal: string;
      readonly paysAfter: string;
      readonly pleased: string;
      readonly colleague: string;
    }
  >
> = {
  fr: {
    delay: 'la facture attend une signature',
    complaint: 'une partie du travail n’est pas terminée',
    refusal: 'le prix dépasse le devis',
    paysAfter: 'Le paiement partira après la signature',
    pleased: 'La facture est bien arrivée',
    colleague: 'M. Roche',
  },
  nl: {
    delay: 'de factuur wacht op een handtekening',
    complaint: 'een deel van het werk is niet klaar',
    refusal: 'de prijs ligt boven de offerte',
    paysAfter: 'De betaling vertrekt na de handtekening',
    pleased: 'De factuur is goed aangekomen',
    colleague: 'dhr. Maes',
  },
  en: {
    delay: 'the invoice awaits a signature',
    complaint: 'part of the work is not finished',
    refusal: 'the price is above the quotation',
    paysAfter: 'The payment will leave after the signature',
    pleased: 'The invoice has arrived',
    colleague: 'Mr Byrne',
  },
};

const PROMISED_AFTER_DAYS = 4;

/** A talk with that outcome and with what the outcome needs. */
export const aTalk = (
  { language, debtor: { contacts } }: Column,
  outcome: CallOutcome,
  balance: Money,
  today: Day,
): TalkRow => {
  const { delay, complaint, refusal, paysAfter, pleased, colleague } = NOTED[language];
  const spokeTo = contacts[0]?.name ?? null;
  const on = outcome === 'paid-already' ? addDays(today, -2) : addDays(today, PROMISED_AFTER_DAYS);
  const needs: Readonly<Partial<Record<CallOutcome, TalkRow['answers']>>> = {
    promise: { on, amount: balance, means: 'transfer', reason: delay },
    'cheque-posted': { on: today, amount: balance, trackingNumber: '1A 204 117 9301 6' },
    'paid-already': { on, amount: balance, means: 'transfer' },
    dispute: { reason: complaint, amount: { ...balance, minor: 60_000 } },
    'not-satisfied': { reason: complaint },
    forwarded: { contact: { name: colleague } },
    refused: { reason: refusal },
  };
  return {
    outcome,
    spokeTo,
    summary: outcome === 'promise' ? paysAfter : outcome === 'satisfied' ? pleased : null,
    answers: needs[outcome] ?? {},
  };
};
