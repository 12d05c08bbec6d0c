/** A fraction of two whole numbers, not negative, to the nearest whole number; a half goes up. */
export const roundHalfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);
