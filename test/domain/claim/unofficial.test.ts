import { expect, test } from 'vitest';
import { belgianWait } from '../../../domain/interest/belgianConsumer.ts';
import { consumerWarning } from '../../../domain/claim/consumerWarning.ts';
import { statementOf } from '../../../domain/claim/statement.ts';
import type { RateRow } from '../../../domain/interest/rateTable.ts';
import { aClaim, euros, law, moved, on } from './aClaim.ts';

const row = (
  series: RateRow['series'],
  [from, to]: readonly [string, string],
  ratePct: string,
  confidence: RateRow['confidence'],
): RateRow => ({ series, from, to, ratePct, confidence, source: `${confidence} of ${from}` });
const FIRST = ['2031-01-01', '2031-06-30'] as const;
const SECOND = ['2031-07-01', '2031-12-31'] as const;

const found = (
  rates: readonly RateRow[],
  claim = aClaim({ dueOn: on('2031-06-10') }),
  day = '2031-08-31',
): readonly (readonly string[])[] =>
  statementOf(claim, on(day), rates).unofficialRates.map(({ from, to, ratePct, confidence, source }) => [
    from,
    to,
    ratePct,
    confidence,
    source,
  ]);

test('each rate behind the interest that nobody official published is named once, whatever was paid in between', () => {
  const rates = [row('ECB_MRO', FIRST, '2.4', 'official'), row('ECB_MRO', SECOND, '2.9', 'derived')];
  const paid = aClaim({
    dueOn: on('2031-06-10'),
    payments: [moved('2031-07-15', 100_000), moved('2031-08-01', 50_000)],
  });
  expect(found(rates, paid)).toEqual([['2031-07-01', '2031-08-31', '12.90', 'derived', 'derived of 2031-07-01']]);
  expect(found(rates, paid, '2031-06-30')).toEqual([]);
});

test('sourced and secondary figures are trusted, unofficial and derived ones are not', () => {
  for (const [confidence, counted] of [
    ['official', 0],
    ['sourced', 0],
    ['secondary', 0],
    ['unofficial', 1],
    ['derived', 1],
  ] as const)
    expect(found([row('ECB_MRO', FIRST, '2.4', confidence)], undefined, '2031-06-20'), confidence).toHaveLength(
      counted,
    );
});

test('a rate frozen in its first half-year stays as unofficial as it was then', () => {
  const town = aClaim({ law: law({ debtorKind: 'public' }), dueOn: on('2031-06-10') });
  const rates = [row('ECB_MRO', FIRST, '2.4', 'unofficial'), row('ECB_MRO', SECOND, '2.9', 'official')];
  expect(found(rates, town)).toEqual([['2031-06-11', '2031-08-31', '10.40', 'unofficial', 'unofficial of 2031-01-01']]);
});

const consumer = (interestRate?: string) => {
  const terms = { interestClause: 'oui', indemnityClause: 'oui', ...(interestRate ? { interestRate } : {}) };
  return law({ creditorCountry: 'BE', debtorKind: 'consumer', debtorCountry: 'BE', terms });
};
const reminder = { sentOn: on('2031-03-31'), channel: 'electronic' } as const;

test('what a consumer’s contract names itself is no published figure; the cap that it stays under warns all the same', () => {
  const rates = [row('BE_COMMERCIAL', FIRST, '10.5', 'unofficial')];
  const claim = (interestRate?: string) =>
    aClaim({ law: consumer(interestRate), dueOn: on('2031-03-28'), firstReminder: reminder });
  expect(belgianWait(reminder).claimableFrom).toBe('2031-04-16');
  expect(found(rates, claim(), '2031-04-16')).toEqual([
    ['2031-04-01', '2031-04-16', '10.50', 'unofficial', 'unofficial of 2031-01-01'],
  ]);
  expect(found(rates, claim('5'), '2031-04-16')).toEqual([]);
  const warned = statementOf(claim('5'), on('2031-04-16'), rates);
  expect([warned.accrued?.ratePct, warned.warnings]).toEqual(['5.00', ['RATE_UNOFFICIAL', 'WAIT_ROLLED']]);
});

test('the free first reminder names such a rate, too', () => {
  const warn = (confidence: RateRow['confidence'], interestRate?: string) =>
    consumerWarning({ law: consumer(interestRate), policy: 'claim', amount: euros(120_050) }, reminder, 120_050, [
      row('BE_COMMERCIAL', FIRST, '10.5', confidence),
    ]);
  expect(warn('derived')).toMatchObject({
    ratePct: '10.50',
    unofficialRates: [{ from: '2031-04-01', to: '2031-06-30', ratePct: '10.50', source: 'derived of 2031-01-01' }],
  });
  expect(warn('official').unofficialRates).toEqual([]);
  expect(warn('derived', '5')).toMatchObject({ ratePct: '5.00', unofficialRates: [] });
});
