import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../../domain/claim/claim.ts';
import { ratedSegments } from '../../../domain/claim/ratedSegments.ts';
import { statementOf } from '../../../domain/claim/statement.ts';
import { addDays } from '../../../domain/day.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import type { LatePaymentRequest } from '../../../domain/interest/request.ts';
import { latePaymentStatement } from '../../../domain/interest/statement.ts';
import { question, REGIMES, requestOf, SEED } from '../interest/questions.ts';
import { aClaim } from './aClaim.ts';

const RUNS = 1_000;

/** A claim that depends on the same facts as a question to the calculator. */
const claimOf = (request: LatePaymentRequest): Claim =>
  aClaim({
    law: {
      country: request.regime === 'BE_B2C_XIX' ? 'BE' : 'FR',
      regime: request.regime,
      contractRate: request.contractRate ?? null,
      clause: request.contractClause
        ? { interest: true, ratePct: request.rateCeiling ?? null, indemnity: true, indemnityMinor: null }
        : null,
      creditorSize: request.creditorSize ?? 'large',
      reason: 'of the test',
    },
    amount: request.principal,
    dueOn: request.dueOn,
    payments: request.payments,
    creditNotes: request.creditNotes.map((note) => ({ ...note, effect: note.effect ?? 'from-issue' })),
    imputation: request.imputation ?? 'principal-first',
    presentedOn: request.formalNoticeOn ?? null,
    firstReminder: request.firstReminder ?? null,
  });

const asked = fc.tuple(question, fc.integer({ min: -20, max: 800 })).map(([q, days]): LatePaymentRequest => {
  const request = requestOf(q);
  return {
    ...request,
    statementOn: addDays(request.dueOn, days),
    openingJudgmentOn: null,
    onUnknownRate: 'stop',
  };
});

test('in every regime the statement says what the calculator says', () => {
  const met: Record<string, number> = {};
  fc.assert(
    fc.property(asked, (request) => {
      const on = request.statementOn!;
      const calculated = latePaymentStatement(request, RATES);
      const stated = statementOf(claimOf(request), on, RATES);
      expect(stated.interest).toEqual(calculated.interest);
      expect(stated.indemnity).toEqual(calculated.fixedIndemnity);
      expect(stated.accrued?.segments ?? []).toEqual(ratedSegments(request.regime, calculated.segments, RATES));
      expect(stated.warnings).toEqual(calculated.warnings);
      expect(stated.missingFrom).toBe(
        calculated.warnings.includes('RATE_MISSING_FROM') ? addDays(calculated.through, 1) : null,
      );
      expect(request.regime === 'BE_B2C_XIX' ? stated.claimableFrom : null).toBe(calculated.claimableFrom);
      if (stated.interest.minor > 0) met[request.regime] = (met[request.regime] ?? 0) + 1;
    }),
    { seed: SEED, numRuns: RUNS },
  );
  for (const regime of REGIMES) expect(met[regime], regime).toBeGreaterThan(0);
});

test('what is paid first changes what accrues, never what the parts add up to', () => {
  let met = 0;
  fc.assert(
    fc.property(asked, (request) => {
      for (const imputation of ['principal-first', 'interest-first'] as const) {
        const calculated = latePaymentStatement({ ...request, imputation }, RATES);
        const stated = statementOf(claimOf({ ...request, imputation }), request.statementOn!, RATES);
        const { openPrincipal, openInterest, fixedIndemnity } = calculated;
        const left = openPrincipal.minor + openInterest.minor + fixedIndemnity.minor;
        // Where more came than principal and interest, the calculator forgets it; the ledger doesn't.
        expect(stated.total.minor).toBeLessThanOrEqual(left);
        expect(openPrincipal.minor > 0 ? stated.total.minor : left).toBe(left);
        if (imputation === 'interest-first' && calculated.interest.minor > openInterest.minor) met += 1;
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(met).toBeGreaterThan(0);
});
