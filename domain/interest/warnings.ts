import type { Accrual } from './accrual.ts';
import type { BelgianWait } from './belgianConsumer.ts';
import type { RateRow } from './rateTable.ts';
import { legalFloor } from './regimes.ts';
import { WARNINGS, type LatePaymentRequest, type StatementWarning } from './request.ts';

/** What a reader of the statement must know; each said once. */
export const warningsOf = (
  { regime }: LatePaymentRequest,
  table: readonly RateRow[],
  { segments, missingFrom }: Accrual,
  wait: BelgianWait | null,
): StatementWarning[] => {
  const floors =
    regime === 'CONTRACT' ? segments.map(({ from, rate }) => ({ rate, floor: legalFloor(table, from) })) : [];
  const holds: Readonly<Record<StatementWarning, boolean>> = {
    RATE_BELOW_LEGAL_FLOOR: floors.some(({ rate, floor }) => floor && rate.tenThousandths < floor.tenThousandths),
    FLOOR_UNKNOWN: floors.some(({ floor }) => floor === null),
    RATE_UNOFFICIAL:
      segments.some(({ rate }) => rate.unofficial) || floors.some(({ floor }) => floor !== null && floor.unofficial),
    RATE_MISSING_FROM: missingFrom !== null,
    WAIT_ROLLED: wait?.rolled ?? false,
  };
  return WARNINGS.filter((code) => holds[code]);
};
