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

/** The outcomes that are confirmed in writing. */
export const ANSWERED: readonly CallOutcome[] = CALL_OUTCOMES.filter(
  (outcome) => !isAttempt(outcome) && !isMisdirected(outcome) && !UNWRITTEN.includes(outcome),
);

/** What the operator notes, in the debtor's language: he reads it in the summary. */
const NOTED: Readonly<
  Record<Language, { readonly reason: string; readonly summary: string; readonly colleague: string }>
> = {
  fr: { reason: 'la facture attend une signature', summary: 'Le dossier est en cours', colleague: 'M. Roche' },
  nl: {
    reason: 'de factuur wacht op een handtekening',
    summary: 'Het dossier is in behandeling',
    colleague: 'Dhr. Maes',
  },
  en: { reason: 'the invoice awaits a signature', summary: 'It is being dealt with', colleague: 'Mr Byrne' },
};

const PROMISED_AFTER_DAYS = 4;

/** A talk with that outcome and with what the outcome needs. */
export const aTalk = (
  { language, debtor: { contacts } }: Column,
  outcome: CallOutcome,
  balance: Money,
  today: Day,
): TalkRow => {
  const { reason, summary, colleague } = NOTED[language];
  const spokeTo = contacts[0]?.name ?? null;
  const on = outcome === 'paid-already' ? addDays(today, -2) : addDays(today, PROMISED_AFTER_DAYS);
  const needs: Readonly<Partial<Record<CallOutcome, TalkRow['answers']>>> = {
    promise: { on, amount: balance, means: 'transfer', reason },
    'cheque-posted': { on: today, amount: balance, trackingNumber: '1A 204 117 9301 6' },
    'paid-already': { on, amount: balance, means: 'transfer' },
    dispute: { reason, amount: { ...balance, minor: 60_000 } },
    'not-satisfied': { reason },
    forwarded: { contact: { name: colleague } },
    refused: { reason },
  };
  return {
    outcome,
    spokeTo,
    summary: outcome === 'promise' || outcome === 'satisfied' ? summary : null,
    answers: needs[outcome] ?? {},
  };
};
