import { belgianIndemnityCap, belgianWait, type BelgianWait, type FirstReminder } from '../interest/belgianConsumer.ts';
import { roundHalfUp } from '../interest/fraction.ts';
import { formatPercent, parsePercent, rateOn, type RateRow } from '../interest/rateTable.ts';
import { latePaymentStatement } from '../interest/statement.ts';
import type { LatePaymentStatement, StatementWarning } from '../interest/request.ts';
import { ruleOf } from '../interest/regimes.ts';
import { addDays, type Day } from '../day.ts';
import { money, type Money } from '../money.ts';
import type { Accrued, Claim, ClaimStatement } from './claim.ts';

/** What is owed on a day. Never refuses for a missing rate: interest then stops on the eve (case.md, "Money"). */
export const statementOf = (claim: Claim, on: Day, rates: readonly RateRow[]): ClaimStatement => {
  const { amount, law, settledOn = null } = claim;
  const waived = isWaived(claim, on);
  const late = asks(claim) && !waived ? compute(claim, on, rates) : null;
  // A contract that allows an indemnity only: no rate is asked for.
  const bearing = law.clause?.interest === false ? null : late;
  const interest = bearing?.interest.minor ?? 0;
  const indemnity = late ? indemnityOf(claim, late) : 0;
  const left = Math.max(balanceOn(claim, on) + givenBack(claim, on) + interest + indemnity, 0);
  const settled = settledOn !== null && settledOn <= on;
  const of = (minor: number): Money => money(minor, amount.currency);
  return {
    on,
    regime: law.regime,
    amount,
    principal: of(Math.max(balanceOn(claim, on), 0)),
    interest: of(interest),
    indemnity: of(indemnity),
    notClaimed: of(settled ? left : 0),
    total: of(settled ? 0 : left),
    accrued: bearing && accruedOf(bearing),
    missingFrom: bearing?.warnings.includes('RATE_MISSING_FROM') ? addDays(bearing.through, 1) : null,
    warnings: warningsOf(law, late, bearing),
    waived,
    claimableFrom: claimableFrom(claim),
  };
};

const RATES_OF_CONTRACT: readonly StatementWarning[] = ['RATE_BELOW_LEGAL_FLOOR', 'FLOOR_UNKNOWN', 'RATE_UNOFFICIAL'];
const OF_RATES: readonly StatementWarning[] = ['RATE_UNOFFICIAL', 'RATE_MISSING_FROM'];

/** A contract's rate is compared with the French floor, which binds no other law's contracts. */
const warningsOf = (
  { country, regime }: Claim['law'],
  late: LatePaymentStatement | null,
  bearing: LatePaymentStatement | null,
): readonly StatementWarning[] => {
  const abroad = regime === 'CONTRACT' && country !== 'FR';
  return (late?.warnings ?? []).filter(
    (code) => !(abroad && RATES_OF_CONTRACT.includes(code)) && !(bearing === null && OF_RATES.includes(code)),
  );
};

/** A reminder from before the due day that now holds opened no wait. */
const opened = ({ firstReminder, dueOn }: Claim): FirstReminder | null =>
  firstReminder !== null && firstReminder.sentOn > dueOn ? firstReminder : null;

const claimableFrom = (claim: Claim): Day | null => {
  const reminder = opened(claim);
  return reminder && belgianWait(reminder).claimableFrom;
};

/** The law's fixed sums are in euros; interest on a public buyer can't be given up (CCP L2192-13). */
const asks = ({ law, policy, amount }: Claim): boolean =>
  law.regime !== null && amount.currency === 'EUR' && (policy !== 'never' || law.regime === 'FR_B2G_FROZEN');

const compute = (claim: Claim, on: Day, rates: readonly RateRow[]): LatePaymentStatement | null => {
  const { law, dueOn, presentedOn } = claim;
  if (law.regime === null) return null;
  return latePaymentStatement(
    {
      regime: law.regime,
      contractRate: law.contractRate,
      principal: claim.amount,
      dueOn,
      payments: claim.payments,
      creditNotes: claim.creditNotes,
      statementOn: on,
      imputation: claim.imputation,
      formalNoticeOn: presentedOn !== null && presentedOn > dueOn ? presentedOn : null,
      firstReminder: opened(claim),
      creditorSize: law.creditorSize,
      contractClause: law.clause !== null,
      rateCeiling: law.clause?.ratePct ?? null,
      onUnknownRate: 'stop',
    },
    rates,
  );
};

const indemnityOf = ({ law: { clause } }: Claim, { fixedIndemnity }: LatePaymentStatement): number => {
  if (clause === null) return fixedIndemnity.minor;
  if (!clause.indemnity) return 0;
  return Math.min(fixedIndemnity.minor, clause.indemnityMinor ?? fixedIndemnity.minor);
};

/** Whole minor units; negative = paid beyond the principal. */
const balanceOn = ({ amount, payments, creditNotes }: Claim, on: Day): number => {
  const paid = payments.filter((payment) => payment.on <= on);
  const credited = creditNotes.filter((note) => note.effect === 'from-start' || note.on <= on);
  return [...paid, ...credited].reduce((rest, one) => rest - one.amount.minor, amount.minor);
};

const givenBack = ({ refunds = [] }: Claim, on: Day): number =>
  refunds.filter((refund) => refund.on <= on).reduce((sum, { amount }) => sum + amount.minor, 0);

/** The principal was in by a day that a message printed. A French public buyer's interest can't be given up. */
const isWaived = (claim: Claim, on: Day): boolean =>
  claim.law.regime !== 'FR_B2G_FROZEN' &&
  claim.waivers.some((payBy) => balanceOn(claim, payBy < on ? payBy : on) <= claim.toleranceMinor);

const accruedOf = ({ segments, through, openPrincipal }: LatePaymentStatement): Accrued | null => {
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last) return null;
  return { from: first.from, through, ratePct: last.ratePct, perDay: perDay(openPrincipal, last.ratePct), segments };
};

const perDay = ({ minor, currency }: Money, ratePct: string): Money =>
  money(Number(roundHalfUp(BigInt(minor) * parsePercent(ratePct), 365n * 1_000_000n)), currency);

/** What a Belgian consumer's first reminder must say (CDE XIX.2 §3). */
export type ConsumerWarning = {
  readonly wait: BelgianWait;
  /** Null where the contract has no clause for it. */
  readonly indemnity: Money | null;
  /** Percent per year; null where the contract has no clause, or the rate isn't published yet. */
  readonly ratePct: string | null;
  readonly interestFrom: Day;
};

/** The wait that a first reminder of a day opens, and what will be claimed if nothing is paid in it. */
export const consumerWarning = (
  { law, amount: { currency } }: Pick<Claim, 'law' | 'amount'>,
  reminder: FirstReminder,
  balanceMinor: number,
  rates: readonly RateRow[],
): ConsumerWarning => {
  const wait = belgianWait(reminder);
  const { clause } = law;
  const interestFrom = law.creditorSize === 'sme' ? addDays(reminder.sentOn, 1) : wait.claimableFrom;
  const cap = Number(belgianIndemnityCap(BigInt(Math.max(balanceMinor, 0))));
  return {
    wait,
    indemnity: clause?.indemnity ? money(Math.min(cap, clause.indemnityMinor ?? cap), currency) : null,
    ratePct: clause?.interest ? ceiling(rates, interestFrom, clause.ratePct) : null,
    interestFrom,
  };
};

const ceiling = (rates: readonly RateRow[], on: Day, contractual: string | null): string | null => {
  const { rate } = ruleOf('BE_B2C_XIX');
  const published = rate && rateOn(rates, rate.series, on);
  if (!published) return null;
  const agreed = contractual === null ? published.tenThousandths : parsePercent(contractual);
  return formatPercent(agreed < published.tenThousandths ? agreed : published.tenThousandths);
};
