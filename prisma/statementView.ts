import { invalidParameter } from '../domain/refusal.ts';
import type { CaseRef } from '../domain/caseRef.ts';
import { countedBy } from '../domain/claim/balance.ts';
import type { Claim, ClaimStatement } from '../domain/claim/claim.ts';
import { asksAccessories, statementOf } from '../domain/claim/statement.ts';
import { promisesBy } from '../domain/claim/waiver.ts';
import type { Day } from '../domain/day.ts';
import { dayAt } from '../domain/instant.ts';
import { readClaim } from './claim.ts';
import { readCreditor } from './profiles.ts';
import { rateTable } from './rates.ts';
import type { Store } from './store.ts';

export type StatementView = Awaited<ReturnType<typeof statementView>>;

/**
 * What is owed on an invoice on a day, and all that the figures depend on; absent = the creditor's today.
 * @throws Refusal NOT_FOUND, VALIDATION (a day before the invoice was issued)
 */
export const statementView = async (store: Store, ref: CaseRef, on?: Day) => {
  const now = await store.now();
  const { invoice, plan, facts } = await store.read(ref);
  const stated = on ?? dayAt(now, plan.timeZone);
  if (stated < invoice.issuedOn)
    throw invalidParameter(
      'on',
      `expected a day from ${invoice.issuedOn} on, when the invoice was issued, got ${stated}`,
    );
  const creditor = await store.db.creditor.findUniqueOrThrow({ where: { id: ref.creditorId } });
  const claim = await readClaim(store.db, {
    invoice,
    plan,
    facts,
    creditor: readCreditor(creditor),
  });
  const statement = statementOf(claim, stated, await rateTable(store.db));
  const { amount, principal, indemnity, notClaimed, total, warnings, missingFrom, claimableFrom } = statement;
  return {
    invoiceId: invoice.id,
    number: invoice.number,
    on: stated,
    dueOn: claim.dueOn,
    case: { status: invoice.status, outcome: facts.closed?.outcome ?? null },
    regime: regimeOf(claim),
    amount,
    ...countedBy(claim, stated),
    refunds: (claim.refunds ?? []).filter((refund) => refund.on <= stated),
    principal,
    interest: interestOf(statement),
    indemnity,
    notClaimed,
    total,
    accessories: {
      policy: claim.policy,
      asked: asksAccessories(claim),
      waived: statement.waived,
      promises: promisesBy(claim, stated),
    },
    formalNoticeOn: claim.presentedOn,
    firstReminder: claim.firstReminder,
    imputation: claim.imputation,
    claimableFrom,
    missingFrom,
    unofficialRates: statement.unofficialRates,
    warnings,
  };
};

const regimeOf = ({ law }: Claim) => ({
  key: law.regime,
  country: law.country,
  reason: law.reason,
  contractRate: law.contractRate,
  creditorSize: law.creditorSize,
  clause: law.clause,
});

const interestOf = ({ interest, accrued }: ClaimStatement) => ({
  amount: interest,
  from: accrued?.from ?? null,
  through: accrued?.through ?? null,
  ratePct: accrued?.ratePct ?? null,
  perDay: accrued?.perDay ?? null,
  segments: accrued?.segments ?? [],
});
