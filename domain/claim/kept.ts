import type { Day } from '../day.ts';

/** One payment's part on an invoice, in whole minor units, with what of it went back. */
export type Received = {
  readonly on: Day;
  readonly minor: number;
  /** Money that the debtor's bank took back: never paid. */
  readonly reversedMinor: number;
  /** What we gave back because it was too much. */
  readonly refunds: readonly Moved[];
};

export type Moved = { readonly on: Day; readonly minor: number };

/** What of the payments counts, and what we gave back of it. */
export type Kept = { readonly payments: readonly Moved[]; readonly refunds: readonly Moved[] };

/**
 * A refund of what was too much leaves the payment on its day: it never was a debt again. Only where the claim is open
 * all the same (another payment was reversed since) does what we gave back count as never paid.
 * @param creditedMinor what credit notes took off the invoice
 */
export const keptOf = (amountMinor: number, creditedMinor: number, received: readonly Received[]): Kept => {
  const parts = received.map(({ on, minor, reversedMinor, refunds }) => ({
    on,
    minor: minor - reversedMinor,
    refunds,
  }));
  const refunds = parts.flatMap((part) => part.refunds);
  const covered = total(parts) - total(refunds) + creditedMinor >= amountMinor;
  const payments = parts
    .map((part) => ({ on: part.on, minor: covered ? part.minor : part.minor - total(part.refunds) }))
    .filter(({ minor }) => minor > 0)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { payments, refunds: covered ? refunds : [] };
};

const total = (of: readonly { readonly minor: number }[]): number => of.reduce((sum, { minor }) => sum + minor, 0);
