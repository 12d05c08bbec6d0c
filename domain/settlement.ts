import type { Outcome } from './facts.ts';

export type Ledger = {
  /** All in whole minor units of the invoice's currency. */
  readonly amountMinor: number;
  readonly paymentsMinor: number;
  readonly reversalsMinor: number;
  readonly creditNotesMinor: number;
  readonly toleranceMinor: number;
};

/** Principal still owed: amount − payments − credit notes + reversals; negative = paid too much. */
export const balanceOf = (ledger: Ledger): number =>
  ledger.amountMinor - ledger.paymentsMinor - ledger.creditNotesMinor + ledger.reversalsMinor;

/** `paid` at or below the tolerance, `credited` where credit notes alone did it, null while the claim is open. */
export const settlementOf = (ledger: Ledger): Extract<Outcome, 'paid' | 'credited'> | null => {
  if (balanceOf(ledger) > ledger.toleranceMinor) return null;
  return ledger.paymentsMinor - ledger.reversalsMinor > 0 || ledger.creditNotesMinor === 0 ? 'paid' : 'credited';
};
