import type { Call } from './call.ts';
import { ok } from './story.ts';

/** Enters the rates of both halves of 2031, for which none is published: stories about other things then lack none. */
export const enterRates = async (call: Call): Promise<void> => {
  const rate = { confidence: 'official', source: 'of the tests', why: 'so that no rate is missing' };
  const halfYearly = ['ECB_MRO', 'FR_LEGAL_OTHER', 'BE_COMMERCIAL'].map((series) => ({
    ...rate,
    series,
    ratePct: '2.5',
  }));
  ok(
    await call('PUT', '/v1/rates', [
      ...['2031-01-01', '2031-07-01'].flatMap((from) => halfYearly.map((one) => ({ ...one, from }))),
      { ...rate, series: 'BE_LEGAL', from: '2031-01-01', ratePct: '4' },
    ]),
    200,
  );
};
