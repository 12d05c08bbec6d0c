import type { Claim } from '../../../domain/claim/claim.ts';
import { chooseLaw, type LawQuestion } from '../../../domain/claim/law.ts';
import { statementOf } from '../../../domain/claim/statement.ts';
import { day, type Day } from '../../../domain/day.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import { money, type Money } from '../../../domain/money.ts';

export const euros = (minor: number): Money => money(minor, 'EUR');

export const on = (text: string): Day => day(text);

/** Money of a day, in cents. */
export const moved = (text: string, minor: number): { readonly on: Day; readonly amount: Money } => ({
  on: day(text),
  amount: euros(minor),
});

export const law = (given: Partial<LawQuestion> = {}): Claim['law'] =>
  chooseLaw({
    creditorCountry: 'FR',
    creditorSize: 'sme',
    debtorKind: 'business',
    debtorCountry: 'FR',
    terms: null,
    ...given,
  });

/** A French business that owes 10,000 € since 30 April 2025. */
export const aClaim = (changes: Partial<Claim> = {}): Claim => ({
  law: law(),
  policy: 'claim',
  amount: euros(1_000_000),
  dueOn: on('2025-04-30'),
  payments: [],
  refunds: [],
  creditNotes: [],
  imputation: 'principal-first',
  presentedOn: null,
  firstReminder: null,
  waivers: [],
  toleranceMinor: 500,
  settledOn: null,
  ...changes,
});

/** The amounts of a statement in cents. */
export const figures = (claim: Claim, text: string): Readonly<Record<string, number>> => {
  const { principal, interest, indemnity, notClaimed, total } = statementOf(claim, day(text), RATES);
  return {
    principal: principal.minor,
    interest: interest.minor,
    indemnity: indemnity.minor,
    notClaimed: notClaimed.minor,
    total: total.minor,
  };
};
