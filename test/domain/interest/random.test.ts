import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, type Day } from '../../../domain/day.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import type { LatePaymentRequest } from '../../../domain/interest/request.ts';
import { latePaymentStatement } from '../../../domain/interest/statement.ts';
import { money } from '../../../domain/money.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { inDays, question, REGIMES, requestOf, RUNS, SEED } from './questions.ts';
import { reference, type Question, type ReferenceAnswer } from './reference.ts';

const engine = (q: Question): ReferenceAnswer | null => {
  try {
    return inDays(latePaymentStatement(requestOf(q), RATES));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'RATE_UNKNOWN') return null;
    throw error;
  }
};

test('random statements over all regimes equal the second implementation', () => {
  const met: Record<string, number> = {};
  const count = (what: string): void => void (met[what] = (met[what] ?? 0) + 1);
  fc.assert(
    fc.property(question, (q) => {
      const answer = engine(q);
      const other = reference(q);
      // As text: to compare hundreds of days field by field takes three times as long.
      expect(JSON.stringify(answer)).toBe(JSON.stringify(other));
      count(q.regime);
      if (answer === null) return count('refused');
      if (answer.interest > 0) count(`${q.regime} with interest`);
      if (answer.interest > answer.openInterest) count('interest paid');
      if (answer.indemnity > 0) count('indemnity');
      for (const warning of answer.warnings) count(warning);
      if (q.openingJudgmentOn !== null && answer.interest > 0) count('judgment');
      if (q.rateCeiling !== null && answer.days.some(([, , rate]) => rate === Math.round(Number(q.rateCeiling) * 100)))
        count('ceiling');
    }),
    { numRuns: RUNS, seed: SEED },
  );
  console.log(`seed ${SEED}: ${RUNS} statements ${JSON.stringify(met)}`);
  for (const regime of REGIMES) expect(met[`${regime} with interest`], regime).toBeGreaterThan(RUNS / 200);
  for (const seen of [
    'refused',
    'interest paid',
    'indemnity',
    'RATE_MISSING_FROM',
    'RATE_UNOFFICIAL',
    'WAIT_ROLLED',
    'ceiling',
    'judgment',
  ])
    expect(met[seen], seen).toBeGreaterThan(0);
});

const stated = (request: LatePaymentRequest, statementOn: Day) =>
  latePaymentStatement({ ...request, statementOn, onUnknownRate: 'stop' }, RATES);

test('interest never falls as days pass', () => {
  fc.assert(
    fc.property(question, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 200 }), (q, days, more) => {
      const request = requestOf(q);
      const on = addDays(request.dueOn, days);
      const [sooner, later] = [stated(request, on), stated(request, addDays(on, more))];
      expect(later.interest.minor).toBeGreaterThanOrEqual(sooner.interest.minor);
      expect(later.fixedIndemnity.minor).toBeGreaterThanOrEqual(sooner.fixedIndemnity.minor);
      expect(later.openPrincipal.minor).toBeLessThanOrEqual(sooner.openPrincipal.minor);
    }),
    { numRuns: RUNS / 2, seed: SEED },
  );
});

/** A rate frozen on the first day, and a wait before anything is owed, can't begin in the middle. */
const DIVISIBLE = REGIMES.filter((regime) => regime !== 'FR_B2G_FROZEN' && regime !== 'BE_B2C_XIX');

test('a period split in two changes nothing but rounding', () => {
  const cut = fc.record({ regime: fc.constantFrom(...DIVISIBLE), first: fc.nat(400), second: fc.nat(400) });
  fc.assert(
    fc.property(question, cut, (q, { regime, first, second }) => {
      // 800 days from here on have their rates.
      const start = day(q.dueOn > '2024' ? '2024-03-31' : q.dueOn);
      const middle = addDays(start, first + 1);
      const end = addDays(middle, second + 1);
      const request: LatePaymentRequest = {
        ...requestOf({
          ...q,
          regime,
          rateCeiling: null,
          dueOn: start,
          interestFirst: false,
          openingJudgmentOn: null,
          statementOn: end,
        }),
        dueOn: addDays(start, -1),
        formalNoticeOn: start,
      };
      const whole = stated(request, end);
      const head = stated(request, middle);
      fc.pre(head.openPrincipal.minor > 0);
      const tail = stated(
        {
          ...request,
          dueOn: regime.includes('LEGAL') && regime !== 'FR_B2B_3X_LEGAL' ? request.dueOn : middle,
          formalNoticeOn: middle,
          principal: money(head.openPrincipal.minor, 'EUR'),
          payments: request.payments.filter(({ on }) => on > middle),
          creditNotes: request.creditNotes.filter(({ on, effect }) => on > middle && effect === 'from-issue'),
        },
        end,
      );
      fc.pre(!whole.warnings.includes('RATE_MISSING_FROM') && !tail.warnings.includes('RATE_MISSING_FROM'));
      const apart = head.interest.minor + tail.interest.minor;
      expect(Math.abs(whole.interest.minor - apart)).toBeLessThanOrEqual(1);
      expect(tail.openPrincipal).toEqual(whole.openPrincipal);
    }),
    { numRuns: RUNS / 2, seed: SEED },
  );
});
