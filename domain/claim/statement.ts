import { belgianWait, type FirstReminder } from '../interest/belgianConsumer.ts';
import { roundHalfUp } from '../interest/fraction.ts';
import { parsePercent, type RateRow } from '../interest/rateTable.ts';
import { latePaymentStatement } from '../interest/statement.ts';
import type { LatePaymentStatement, StatementWarning } from '../interest/request.ts';
import { addDays, type Day } from '../day.ts';
import { money, type Money } from '../money.ts';
import { balanceOn, givenBackBy } from './balance.ts';
import type { Accrued, Claim, ClaimStatement } from './claim.ts';
import { indemnityUnder } from './law.ts';
import { ratedSegments } from './ratedSegments.ts';
import { unofficialRates } from './unofficial.ts';
import { isWaived } from './waiver.ts';

/** What is owed on a day. Never refuses for a missing rate: interest then stops on the eve (case.md, "Money"). */
export const statementOf = (claim: Claim, on: Day, rates: readonly RateRow[]): ClaimStatement => {
  const { amount, law, settledOn = null } = claim;
  const waived = isWaived(claim, on);
  const late = asksAccessories(claim) && !waived ? compute(claim, on, rates) : null;
  // A contract that allows an indemnity only: no rate is asked for.
  const bearing = law.clause?.interest === false ? null : late;
  const interest = bearing?.interest.minor ?? 0;
  const indemnity = late ? indemnityOf(claim, late) : 0;
  const left = Math.max(balanceOn(claim, on) + givenBackBy(claim, on) + interest + indemnity, 0);
  const settled = settledOn !== null && settledOn <= on;
  const of = (minor: number): Money => money(minor, amount.currency);
  const accrued = bearing && accruedOf(law, bearing, rates);
  return {
    on,
    regime: law.regime,
    amount,
    principal: of(Math.max(balanceOn(claim, on), 0)),
    interest: of(interest),
    indemnity: of(indemnity),
    notClaimed: of(settled ? left : 0),
    total: of(settled ? 0 : left),
    accrued,
    missingFrom: bearing?.warnings.includes('RATE_MISSING_FROM') ? addDays(bearing.through, 1) : null,
    unofficialRates: unofficialRates(accrued?.segments ?? []),
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
export const asksAccessories = ({ law, policy, amount }: Claim): boolean =>
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

const indemnityOf = ({ law: { clause } }: Claim, { fixedIndemnity: { minor } }: LatePaymentStatement): number =>
  clause === null ? minor : (indemnityUnder(clause, minor) ?? 0);

const accruedOf = (
  { regime }: Claim['law'],
  { segments, through, openPrincipal }: LatePaymentStatement,
  rates: readonly RateRow[],
): Accrued | null => {
  const [first, last] = [segments[0], segments.at(-1)];
  if (regime === null || !first || !last) return null;
  return {
    from: first.from,
    through,
    ratePct: last.ratePct,
    perDay: perDay(openPrincipal, last.ratePct),
    segments: ratedSegments(regime, segments, rates),
  };
};

const perDay = ({ minor, currency }: Money, ratePct: string): Money =>
  money(Number(roundHalfUp(BigInt(minor) * parsePercent(ratePct), 365n * 1_000_000n)), currency);
