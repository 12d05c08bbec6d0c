import { isUnofficial, type RateRow } from '../interest/rateTable.ts';
import type { RatedSegment } from './ratedSegments.ts';

/** A rate that counts from `from` to `to` though nobody official published it, or none was found that did. */
export type UnofficialRate = {
  readonly from: string;
  readonly to: string;
  /** Percent per year as it is applied, as a decimal string. */
  readonly ratePct: string;
} & Pick<RateRow, 'confidence' | 'source'>;

/** Those behind a reckoning, oldest first; a payment in between makes no second one. */
export const unofficialRates = (
  segments: readonly (Pick<UnofficialRate, 'from' | 'to' | 'ratePct'> & Pick<RatedSegment, 'published'>)[],
): readonly UnofficialRate[] =>
  segments.reduce<readonly UnofficialRate[]>((found, { from, to, ratePct, published }) => {
    if (published === null || !isUnofficial(published)) return found;
    const last = found.at(-1);
    if (last?.ratePct === ratePct && last.source === published.source) return [...found.slice(0, -1), { ...last, to }];
    return [...found, { from, to, ratePct, ...published }];
  }, []);
