import { addDays, earlier, later, type Day } from '../day.ts';
import { money, type Money } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { accrue, type Accrual, type Movement } from './accrual.ts';
import { belgianIndemnityCap, belgianWait, interestFrom, type BelgianWait } from './belgianConsumer.ts';
import { checkRequest } from './check.ts';
import { formatPercent, parsePercent, type Rate, type RateRow } from './rateTable.ts';
import { cappedRate, ruleOf } from './regimes.ts';
import type { LatePaymentRequest, LatePaymentStatement } from './request.ts';
import { warningsOf } from './warnings.ts';

/** Interest counts from `from`; it is owed only if something is still unpaid when `freeUntil` ends. */
type Claim = { readonly from: Day; readonly freeUntil: Day };

/**
 * What is owed for late payment of one invoice up to a day. The figures follow one convention (docs/adr/0013): actual
 * days over 365, simple, half-up to the cent once at the end, a payment counting from the day after it.
 * Throws Refusal RATE_UNKNOWN where a rate is missing (unless asked to stop there), VALIDATION, CURRENCY_MISMATCH.
 */
export const latePaymentStatement = (request: LatePaymentRequest, table: readonly RateRow[]): LatePaymentStatement => {
  checkRequest(request);
  const wait = waitOf(request);
  const lastDay = lastDayOf(request);
  const until = request.openingJudgmentOn ? earlier(lastDay, addDays(request.openingJudgmentOn, -1)) : lastDay;
  const claim = claimOf(request, wait);
  const movements = movementsOf(request, lastDay);
  const free = movements.filter(({ on }) => claim === null || on <= claim.freeUntil);
  const owed = lowered(neverCredited(request), free);
  const late = claim !== null && owed > 0n && until > claim.freeUntil;
  const accrual = accrue({
    cents: owed,
    from: late ? claim.from : addDays(until, 1),
    until,
    movements: movements.slice(free.length),
    imputation: request.imputation ?? 'principal-first',
    rateOn: rateOf(request, table, claim?.from ?? until),
  });
  if (accrual.missingFrom && request.onUnknownRate !== 'stop') throw rateUnknown(request, accrual.missingFrom);
  return {
    interest: euros(accrual.interest),
    openInterest: euros(accrual.openInterest),
    fixedIndemnity: euros(late ? indemnityOf(request, owed) : 0n),
    segments: segmentsOf(accrual),
    openPrincipal: euros(accrual.openPrincipal),
    through: accrual.missingFrom ? addDays(accrual.missingFrom, -1) : until,
    warnings: warningsOf(request, table, accrual, wait),
    claimableFrom: wait?.claimableFrom ?? null,
  };
};

const waitOf = ({ regime, firstReminder }: LatePaymentRequest): BelgianWait | null =>
  ruleOf(regime).start === 'first-reminder' && firstReminder ? belgianWait(firstReminder) : null;

/** null = nothing makes interest run: no formal notice, no reminder, or no clause that allows it. */
const claimOf = (request: LatePaymentRequest, wait: BelgianWait | null): Claim | null => {
  const { dueOn, formalNoticeOn, firstReminder, creditorSize, contractClause } = request;
  const after = (on: Day): Claim => ({ from: addDays(on, 1), freeUntil: on });
  switch (ruleOf(request.regime).start) {
    case 'due-day':
      return after(dueOn);
    case 'formal-notice':
      return formalNoticeOn ? after(formalNoticeOn) : null;
    case 'first-reminder':
      if (!wait || !firstReminder || contractClause !== true) return null;
      // What a consumer pays during the wait bears no interest (CDE XIX.4: on what remains to be paid).
      return { from: interestFrom(firstReminder, creditorSize), freeUntil: wait.lastDay };
  }
};

/** The statement's day; where none is given, the day of the last payment or credit note after the due day. */
const lastDayOf = ({ statementOn, payments, creditNotes, dueOn }: LatePaymentRequest): Day =>
  statementOn ?? [...payments, ...creditNotes].map(({ on }) => on).reduce(later, dueOn);

/** The principal without what a credit note took back from the start, in cents. */
const neverCredited = ({ principal, creditNotes }: LatePaymentRequest): bigint =>
  lowered(
    BigInt(principal.minor),
    creditNotes.filter(({ effect }) => effect === 'from-start').map(({ amount }) => ({ cents: BigInt(amount.minor) })),
  );

const lowered = (cents: bigint, by: readonly Pick<Movement, 'cents'>[]): bigint => {
  const left = by.reduce((rest, one) => rest - one.cents, cents);
  return left > 0n ? left : 0n;
};

/** Payments and dated credit notes up to the statement's day, sorted. */
const movementsOf = ({ payments, creditNotes }: LatePaymentRequest, lastDay: Day): Movement[] =>
  [
    ...payments.map(({ on, amount }): Movement => ({ on, cents: BigInt(amount.minor), kind: 'payment' })),
    ...creditNotes
      .filter(({ effect }) => effect !== 'from-start')
      .map(({ on, amount }): Movement => ({ on, cents: BigInt(amount.minor), kind: 'credit-note' })),
  ]
    .filter(({ on }) => on <= lastDay)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const rateOf = (
  { regime, contractRate, rateCeiling }: LatePaymentRequest,
  table: readonly RateRow[],
  firstDay: Day,
): ((on: Day) => Rate | null) => {
  const { rate, frozen } = ruleOf(regime);
  if (!rate) return () => ({ tenThousandths: parsePercent(contractRate ?? ''), unofficial: false });
  return (on) => cappedRate(table, rate, frozen ? firstDay : on, rateCeiling ?? null);
};

const rateUnknown = ({ regime }: LatePaymentRequest, from: Day): Refusal =>
  new Refusal('RATE_UNKNOWN', `expected a rate of ${regime} for ${from}, got none: the table ends before`, [
    { code: 'RATE_UNKNOWN', detail: `no rate is known from ${from}` },
  ]);

const indemnityOf = ({ regime }: LatePaymentRequest, owed: bigint): bigint => {
  switch (ruleOf(regime).indemnity) {
    case 'forty':
      return 4_000n;
    case 'none':
      return 0n;
    case 'belgian-consumer':
      return belgianIndemnityCap(owed);
  }
};

const segmentsOf = ({ segments }: Accrual): LatePaymentStatement['segments'] =>
  segments.map(({ from, to, days, rate, cents }) => ({
    from,
    to,
    days,
    ratePct: formatPercent(rate.tenThousandths),
    outstanding: euros(cents),
  }));

const euros = (cents: bigint): Money => {
  if (cents > BigInt(Number.MAX_SAFE_INTEGER)) throw tooLarge();
  return money(Number(cents), 'EUR');
};

const tooLarge = (): Refusal => {
  const detail = 'expected a claim whose interest can be told in whole cents, got a larger one';
  return new Refusal('VALIDATION', `/principal: ${detail}`, [{ pointer: '/principal', code: 'TOO_BIG', detail }]);
};
