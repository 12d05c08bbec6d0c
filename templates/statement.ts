import type { ClaimStatement } from '../domain/claim/claim.ts';
import { isUnofficial } from '../domain/interest/rateTable.ts';
import { add } from '../domain/money.ts';
import type { StatementWords } from './context.ts';

/** The one computation of a claim as wording speaks of it. */
export const statementWords = (statement: ClaimStatement): StatementWords => {
  const { on, principal, interest, indemnity, total, accrued, missingFrom, unofficialRates, regime } = statement;
  return {
    on,
    principal,
    interest,
    indemnity,
    total,
    accessories: add(interest, indemnity),
    accrued: accrued && {
      ...accrued,
      segments: accrued.segments.map(({ published, ...segment }) => ({
        ...segment,
        unofficial: published !== null && isUnofficial(published),
      })),
    },
    missingFrom,
    unofficialRates,
    regime,
  };
};
