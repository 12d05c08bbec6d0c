import type { Claim } from '../../domain/claim/claim.ts';
import type { Law } from '../../domain/claim/law.ts';
import { consumerWarning } from '../../domain/claim/consumerWarning.ts';
import { statementOf } from '../../domain/claim/statement.ts';
import type { Day } from '../../domain/day.ts';
import type { RateRow } from '../../domain/interest/rateTable.ts';
import { money, type Money } from '../../domain/money.ts';
import type { Plan } from '../../domain/plan.ts';
import type { LegalWaitWords, StatementWords, WordingContext } from '../context.ts';
import { statementWords } from '../statement.ts';

const row = (series: RateRow['series'], ratePct: string): Omit<RateRow, 'confidence'> => ({
  series,
  from: '2030-07-01',
  to: '2031-12-31',
  ratePct,
  source: 'made up for the samples',
});

/** Nobody has published a rate for these half-years: the samples' own. */
const RATES = [
  row('ECB_MRO', '2.15'),
  row('FR_LEGAL_PRIVATE', '6.65'),
  row('FR_LEGAL_OTHER', '2.62'),
  row('BE_COMMERCIAL', '10.50'),
  row('BE_LEGAL', '4.50'),
];

/** What the figures of a sample depend on. */
export type SampleClaim = {
  readonly law: Law;
  readonly policy: Plan['accessories'];
  readonly amount: Money;
  readonly dueOn: string;
  readonly payments: WordingContext['payments'];
  readonly creditNotes: WordingContext['creditNotes'];
  /** The free first reminder left; null = it has not. */
  readonly remindedOn: string | null;
  /** Rates end with this day; null = with the year. */
  readonly ratesThrough: string | null;
  readonly ratesFrom: RateRow['confidence'];
};

/** The figures of a made-up claim, by the app's one computation. */
export const sampleStatement = (claim: SampleClaim, on: string): StatementWords => {
  return statementWords(statementOf(claimOf(claim), on as Day, ratesOf(claim)));
};

/** What a Belgian consumer's first reminder of a day says. */
export const sampleWait = (claim: SampleClaim, balance: Money, sentOn: string, byPost: boolean): LegalWaitWords => {
  const reminder = { sentOn: sentOn as Day, channel: byPost ? ('postal' as const) : ('electronic' as const) };
  const { wait, ...claimed } = consumerWarning(claimOf(claim), reminder, balance.minor, ratesOf(claim));
  return { startsOn: wait.startsOn, lastDay: wait.lastDay, claimableFrom: wait.claimableFrom, ...claimed };
};

const ratesOf = ({ ratesThrough, ratesFrom }: SampleClaim): readonly RateRow[] =>
  RATES.map((rate) => ({ ...rate, to: ratesThrough ?? rate.to, confidence: ratesFrom }));

const claimOf = ({ law, policy, amount, dueOn, payments, creditNotes, remindedOn }: SampleClaim): Claim => ({
  law,
  policy,
  amount,
  dueOn: dueOn as Day,
  payments: payments.map((payment) => ({ on: payment.on as Day, amount: payment.amount })),
  creditNotes: creditNotes.map((note) => ({ on: note.on as Day, amount: note.amount, effect: 'from-start' })),
  imputation: 'principal-first',
  presentedOn: null,
  firstReminder: remindedOn === null ? null : { sentOn: remindedOn as Day, channel: 'electronic' },
  waivers: [],
  toleranceMinor: 500,
});

export const eur = (minor: number): Money => money(minor, 'EUR');
