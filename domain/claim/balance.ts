import type { Day } from '../day.ts';
import type { Claim } from './claim.ts';

type Counted = Pick<Claim, 'amount' | 'payments' | 'creditNotes'>;

/** What a statement of a day counts: money up to it, and credit notes that took something back from the start. */
export const countedBy = (
  { payments, creditNotes }: Counted,
  on: Day,
): { readonly payments: Claim['payments']; readonly creditNotes: Claim['creditNotes'] } => ({
  payments: payments.filter((payment) => payment.on <= on),
  creditNotes: creditNotes.filter((note) => note.effect === 'from-start' || note.on <= on),
});

/** Principal at the end of a day, in whole minor units; negative = paid beyond it. */
export const balanceOn = (claim: Counted, on: Day): number => {
  const { payments, creditNotes } = countedBy(claim, on);
  return [...payments, ...creditNotes].reduce((rest, one) => rest - one.amount.minor, claim.amount.minor);
};

/** What we had given back of too much by the end of a day, in whole minor units. */
export const givenBackBy = ({ refunds = [] }: Claim, on: Day): number =>
  refunds.filter((refund) => refund.on <= on).reduce((sum, { amount }) => sum + amount.minor, 0);
