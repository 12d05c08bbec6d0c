import fc from 'fast-check';
import { day } from '../../../domain/day.ts';
import { parsePercent } from '../../../domain/interest/rateTable.ts';
import { REGIME_RULES, type Regime } from '../../../domain/interest/regimes.ts';
import type { LatePaymentRequest, LatePaymentStatement } from '../../../domain/interest/request.ts';
import { money } from '../../../domain/money.ts';
import type { Question, ReferenceAnswer } from './reference.ts';

export const REGIMES = Object.keys(REGIME_RULES) as Regime[];

/** Another seed or number by environment, to repeat a failure or to look longer. */
export const SEED = Number(process.env['HUITAINE_INTEREST_SEED'] ?? Date.now() % 2 ** 31);
export const RUNS = Number(process.env['HUITAINE_INTEREST_RUNS'] ?? 10_000);

const EPOCH = Date.parse('2014-09-01');
const after = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

/** From before the first known half-year until after the last one. */
const dueDays = fc
  .integer({ min: 0, max: 4_600 })
  .map((days) => after(new Date(EPOCH).toISOString().slice(0, 10), days));

const percent = fc.integer({ min: 0, max: 2_000 }).map((hundredths) => (hundredths / 100).toFixed(2));

/** A question of every regime, its days scattered around the due day. */
export const question: fc.Arbitrary<Question> = fc
  .record({
    dueOn: dueDays,
    principal: fc.oneof(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 10 ** 10 })),
  })
  .chain(({ dueOn, principal }) => {
    const from = (min: number, max: number) => fc.integer({ min, max }).map((days) => after(dueOn, days));
    const cents = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: Math.ceil(principal * 0.7) }) },
      { weight: 1, arbitrary: fc.constant(principal) },
    );
    // Often on the very days on which something begins.
    const paid = fc.oneof({ weight: 4, arbitrary: from(-10, 500) }, { weight: 1, arbitrary: from(-1, 1) });
    return fc.record({
      dueOn: fc.constant(dueOn),
      principal: fc.constant(principal),
      regime: fc.constantFrom(...REGIMES),
      contractRate: percent,
      rateCeiling: fc.option(percent, { freq: 3 }),
      payments: fc.array(fc.record({ on: paid, cents }), { maxLength: 4 }),
      creditNotes: fc.array(fc.record({ on: from(-10, 500), cents, fromStart: fc.boolean() }), { maxLength: 2 }),
      statementOn: fc.option(from(-20, 800), { freq: 6 }),
      interestFirst: fc.boolean(),
      formalNoticeOn: fc.option(from(1, 200), { freq: 6 }),
      firstReminder: fc.option(
        fc.record({ sentOn: from(1, 60), channel: fc.constantFrom('electronic' as const, 'postal' as const) }),
        { freq: 6 },
      ),
      sme: fc.boolean(),
      clause: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
      // freq counts how often something is missing: once in so many times.
      openingJudgmentOn: fc.option(from(-5, 600), { freq: 2 }),
      stop: fc.boolean(),
    });
  })
  .map((one) => (one.regime === 'BE_B2C_XIX' ? one : { ...one, rateCeiling: null }))
  .filter((one) => one.statementOn !== null || one.payments.length + one.creditNotes.length > 0);

const euros = (cents: number) => money(cents, 'EUR');
const maybe = (on: string | null) => (on === null ? null : day(on));

/** The same question in the engine's words. */
export const requestOf = (q: Question): LatePaymentRequest => ({
  regime: q.regime as Regime,
  contractRate: q.regime === 'CONTRACT' ? q.contractRate : null,
  principal: euros(q.principal),
  dueOn: day(q.dueOn),
  payments: q.payments.map(({ on, cents }) => ({ on: day(on), amount: euros(cents) })),
  creditNotes: q.creditNotes.map(({ on, cents, fromStart }) => ({
    on: day(on),
    amount: euros(cents),
    effect: fromStart ? 'from-start' : 'from-issue',
  })),
  statementOn: maybe(q.statementOn),
  imputation: q.interestFirst ? 'interest-first' : 'principal-first',
  formalNoticeOn: maybe(q.formalNoticeOn),
  firstReminder: q.firstReminder && { sentOn: day(q.firstReminder.sentOn), channel: q.firstReminder.channel },
  creditorSize: q.sme ? 'sme' : 'large',
  contractClause: q.clause,
  rateCeiling: q.rateCeiling,
  openingJudgmentOn: maybe(q.openingJudgmentOn),
  onUnknownRate: q.stop ? 'stop' : 'refuse',
});

/** The engine's answer in the reference's words, its segments told day by day. */
export const inDays = (statement: LatePaymentStatement): ReferenceAnswer => ({
  interest: statement.interest.minor,
  openInterest: statement.openInterest.minor,
  indemnity: statement.fixedIndemnity.minor,
  openPrincipal: statement.openPrincipal.minor,
  through: statement.through,
  claimableFrom: statement.claimableFrom,
  warnings: statement.warnings,
  days: statement.segments.flatMap(({ from, days, ratePct, outstanding }) =>
    Array.from({ length: days }, (_, n) => {
      return [after(from, n), outstanding.minor, Number(parsePercent(ratePct) / 100n)] as const;
    }),
  ),
});
