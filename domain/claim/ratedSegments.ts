import { formatPercent, rowOn, type RateRow } from '../interest/rateTable.ts';
import { publishedRate, ruleOf, type Regime } from '../interest/regimes.ts';
import type { Segment } from '../interest/request.ts';

/** A segment with the published figure behind its rate; null where the contract names the rate. */
export type RatedSegment = Segment & { readonly published: Pick<RateRow, 'confidence' | 'source'> | null };

/** How far each segment's rate may be trusted, and where it was read. */
export const ratedSegments = <S extends Pick<Segment, 'from' | 'ratePct'>>(
  regime: Regime,
  segments: readonly S[],
  rates: readonly RateRow[],
): readonly (S & Pick<RatedSegment, 'published'>)[] => {
  const { rate, frozen } = ruleOf(regime);
  return segments.map((segment) => {
    const day = frozen ? (segments[0]?.from ?? segment.from) : segment.from;
    const row = rate && rowOn(rates, rate.series, day);
    const figure = rate && publishedRate(rates, rate, day);
    // A consumer's contract may name less than the law's cap: then its rate is no published one.
    const isIt = figure !== null && formatPercent(figure.tenThousandths) === segment.ratePct;
    return { ...segment, published: row && isIt ? { confidence: row.confidence, source: row.source } : null };
  });
};
