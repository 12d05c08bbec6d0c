import { addDays, daysBetween, earlier, type Day } from '../day.ts';
import { roundHalfUp } from './fraction.ts';
import { halfYearEnd, type Rate } from './rateTable.ts';

/** Money that lowers the claim, in cents, from the day after `on`. */
export type Movement = { readonly on: Day; readonly cents: bigint; readonly kind: 'payment' | 'credit-note' };

/** Days `from` to `to`, both counted. */
export type AccruedSegment = {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly rate: Rate;
  readonly cents: bigint;
};

export type Accrual = {
  readonly segments: readonly AccruedSegment[];
  /** Cents; rounded once at the end, with interest-first also at each payment. */
  readonly interest: bigint;
  readonly openInterest: bigint;
  readonly openPrincipal: bigint;
  /** The first day on which something was owed and no rate is known; nothing accrues from it on. */
  readonly missingFrom: Day | null;
};

/** Days × ten-thousandths of a percent → years × one: 365 days always, 100 percent of 10,000 parts. */
const YEAR = 365n * 100n * 10_000n;

/**
 * Simple interest by the day, 365 days in every year, each day at the rate of its half-year.
 * `movements` are later than the eve of `from`, sorted; those after `until` still lower the principal.
 */
export const accrue = (given: {
  readonly cents: bigint;
  readonly from: Day;
  readonly until: Day;
  readonly movements: readonly Movement[];
  readonly imputation: 'principal-first' | 'interest-first';
  readonly rateOn: (on: Day) => Rate | null;
}): Accrual => {
  const segments: AccruedSegment[] = [];
  const { until } = given;
  let { cents, from } = given;
  let missingFrom: Day | null = null;
  // Whole numbers over YEAR since the last rounding.
  let exact = 0n;
  let interest = 0n;
  let openInterest = 0n;

  const pass = (to: Day): void => {
    while (from <= to) {
      const end = earlier(to, halfYearEnd(from));
      const rate = cents > 0n ? given.rateOn(from) : null;
      if (rate) {
        const days = daysBetween(from, end) + 1;
        exact += cents * rate.tenThousandths * BigInt(days);
        segments.push({ from, to: end, days, rate, cents });
      } else if (cents > 0n) {
        // `from` stays here: later rates don't bridge the gap.
        missingFrom = from;
        return;
      }
      from = addDays(end, 1);
    }
  };
  const round = (): void => {
    const charged = roundHalfUp(exact, YEAR);
    interest += charged;
    openInterest += charged;
    exact = 0n;
  };

  for (const movement of given.movements) {
    pass(earlier(movement.on, until));
    let left = movement.cents;
    if (movement.kind === 'payment' && given.imputation === 'interest-first') {
      round();
      const settled = left < openInterest ? left : openInterest;
      openInterest -= settled;
      left -= settled;
    }
    cents = left < cents ? cents - left : 0n;
  }
  pass(until);
  round();
  return { segments, interest, openInterest, openPrincipal: cents, missingFrom };
};
