import { rowOn, type RateRow } from '../interest/rateTable.ts';
import { ruleOf, type Regime } from '../interest/regimes.ts';
import type { Segment } from '../interest/request.ts';

/** A segment with the published figure behind its rate; null where the contract names the rate. */
export type RatedSegment = Segment & { readonly published: Pick<RateRow, 'confidence' | 'source'> | null };

/** How far each segment's rate may be trusted, and where it was read. */
export const ratedSegments = (
  regime: Regime,
  segments: readonly Segment[],
  rates: readonly RateRow[],
): readonly RatedSegment[] => {
  const { rate, frozen } = ruleOf(regime);
  return segments.map((segment) => {
    const day = frozen ? (segments[0]?.from ?? segment.from) : segment.from;
    const row = rate && rowOn(rates, rate.series, day);
    return { ...segment, published: row ? { confidence: row.confidence, source: row.source } : null };
  });
};
