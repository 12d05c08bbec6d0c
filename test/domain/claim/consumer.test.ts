import { expect, test } from 'vitest';
import { consumerWarning } from '../../../domain/claim/consumerWarning.ts';
import { statementOf } from '../../../domain/claim/statement.ts';
import type { LawQuestion } from '../../../domain/claim/law.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import { aClaim, euros, figures, law, moved, on } from './aClaim.ts';

// 1,000 € due 30 April 2025; the free reminder leaves by e-mail on 5 May: 14 days from 6 May, the last is Mo 19 May.
const belgian = (terms: LawQuestion['terms'], changes: Parameters<typeof aClaim>[0] = {}) =>
  aClaim({
    law: law({ creditorCountry: 'BE', debtorKind: 'consumer', debtorCountry: 'BE', terms }),
    amount: euros(100_000),
    firstReminder: { sentOn: on('2025-05-05'), channel: 'electronic' },
    ...changes,
  });
const both = { interestClause: 'art. 4', indemnityClause: 'art. 5' };

test('with both clauses: silence until the wait is over, then both, up to the law’s caps', () => {
  const claim = belgian(both);
  for (const day of ['2025-05-04', '2025-05-06', '2025-05-19'])
    expect(figures(claim, day), day).toMatchObject({ interest: 0, indemnity: 0, total: 100_000 });
  // 65 € and a twentieth of 500 €; 15 days from 6 May at 11.50 %: 4.726.
  expect(figures(claim, '2025-05-20')).toMatchObject({ interest: 473, indemnity: 9_000, total: 109_473 });
  expect(statementOf(claim, on('2025-05-04'), RATES).claimableFrom).toBe('2025-05-20');
});

test('a large creditor’s interest begins after the wait only', () => {
  const claim = belgian(both, {
    law: law({
      creditorCountry: 'BE',
      creditorSize: 'large',
      debtorKind: 'consumer',
      debtorCountry: 'BE',
      terms: both,
    }),
  });
  // 1 day: 0.315.
  expect(figures(claim, '2025-05-20')).toMatchObject({ interest: 32, indemnity: 9_000 });
});

test('only an interest clause: no indemnity; only an indemnity clause: no interest, and no rate is missed', () => {
  expect(figures(belgian({ interestClause: 'art. 4' }), '2025-05-20')).toMatchObject({ interest: 473, indemnity: 0 });
  const claim = belgian({ indemnityClause: 'art. 5' });
  expect(figures(claim, '2025-05-20')).toMatchObject({ interest: 0, indemnity: 9_000, total: 109_000 });
  expect(statementOf(claim, on('2025-05-20'), [])).toMatchObject({
    accrued: null,
    missingFrom: null,
    warnings: [],
    indemnity: euros(9_000),
  });
});

test('a contract that names less than the caps is held to it, one that names more to the caps', () => {
  const less = belgian({ interestRate: '6', indemnity: euros(5_000) });
  // 15 days at 6 %: 2.466.
  expect(figures(less, '2025-05-20')).toMatchObject({ interest: 247, indemnity: 5_000 });
  const more = belgian({ interestRate: '20', indemnity: euros(50_000) });
  expect(figures(more, '2025-05-20')).toMatchObject({ interest: 473, indemnity: 9_000 });
});

test('what is paid in the wait lowers the cap and bears nothing; paid whole, nothing is owed', () => {
  const part = belgian(both, { payments: [moved('2025-05-19', 60_000)] });
  // On 400 €: 30 € and a tenth of 250 €; 15 days: 1.890.
  expect(figures(part, '2025-05-20')).toMatchObject({ principal: 40_000, interest: 189, indemnity: 5_500 });
  const whole = belgian(both, { payments: [moved('2025-05-19', 100_000)] });
  expect(figures(whole, '2025-06-30')).toMatchObject({ interest: 0, indemnity: 0, total: 0 });
});

test('without a clause: the civil rate from the notice’s presentation', () => {
  const claim = belgian(null, { presentedOn: on('2025-06-10') });
  expect(figures(claim, '2025-06-10')).toMatchObject({ interest: 0, indemnity: 0 });
  // 20 days at 4.50 %: 2.466.
  expect(figures(claim, '2025-06-30')).toMatchObject({ interest: 247, indemnity: 0, total: 100_247 });
  expect(statementOf(claim, on('2025-06-30'), RATES).claimableFrom).toBe('2025-05-20');
});

test('a reminder from before a due date that moved later opened no wait', () => {
  const claim = belgian(both, { dueOn: on('2025-05-10') });
  expect(statementOf(claim, on('2025-07-31'), RATES)).toMatchObject({
    interest: euros(0),
    indemnity: euros(0),
    claimableFrom: null,
  });
});

test('not reminded yet: nothing besides the principal', () => {
  expect(figures(belgian(both, { firstReminder: null }), '2025-12-31')).toMatchObject({ total: 100_000 });
});

test('a French consumer owes the legal rate from the notice, and nothing fixed', () => {
  const consumer = law({ debtorKind: 'consumer' });
  expect(figures(aClaim({ law: consumer }), '2025-12-31')).toMatchObject({ interest: 0, indemnity: 0 });
  const noticed = aClaim({ law: consumer, presentedOn: on('2025-05-31') });
  // 30 days at 3.71 %: 30.493.
  expect(figures(noticed, '2025-06-30')).toMatchObject({ interest: 3_049, indemnity: 0 });
});

test('a notice presented on or before the due day asked for nothing yet due', () => {
  const consumer = law({ debtorKind: 'consumer' });
  for (const presented of ['2025-04-30', '2025-04-02'])
    expect(figures(aClaim({ law: consumer, presentedOn: on(presented) }), '2025-12-31')).toMatchObject({ interest: 0 });
});

test('a consumer of a country whose civil rate we don’t know owes the principal', () => {
  const claim = aClaim({ law: law({ debtorKind: 'consumer', debtorCountry: 'NL' }) });
  expect(statementOf(claim, on('2025-12-31'), RATES)).toMatchObject({ regime: null, total: euros(1_000_000) });
});

test('the first reminder names what the contract allows and no more', () => {
  const reminder = { sentOn: on('2025-05-05'), channel: 'electronic' } as const;
  const said = (terms: LawQuestion['terms']) => consumerWarning(belgian(terms), reminder, 100_000, RATES);
  expect(said(both)).toMatchObject({
    wait: { startsOn: '2025-05-06', lastDay: '2025-05-19', claimableFrom: '2025-05-20' },
    indemnity: euros(9_000),
    ratePct: '11.50',
    interestFrom: '2025-05-06',
  });
  expect(said({ interestRate: '6' })).toMatchObject({ indemnity: null, ratePct: '6.00' });
  expect(said({ indemnity: euros(2_500) })).toMatchObject({ indemnity: euros(2_500), ratePct: null });
  expect(said(null)).toMatchObject({ indemnity: null, ratePct: null });
  // What the creditor gives up isn't announced.
  const givenUp = { ...belgian(both), policy: 'never' as const };
  expect(consumerWarning(givenUp, reminder, 100_000, RATES)).toMatchObject({ indemnity: null, ratePct: null });
});

const SIZES = ['sme', 'large'] as const;
const AGREED = [undefined, '6', '11.5', '20'];

test.each(SIZES.flatMap((size) => AGREED.map((rate) => [size, rate] as const)))(
  'a %s creditor, %s %% agreed: what the first reminder warns of is what is counted after the wait',
  (creditorSize, interestRate) => {
    for (const [minor, agreed] of [
      [10_000, undefined],
      [100_000, 5_000],
      [900_000, 500_000],
    ] as const) {
      const terms = {
        ...both,
        ...(interestRate ? { interestRate } : {}),
        ...(agreed ? { indemnity: euros(agreed) } : {}),
      };
      const consumer = law({ creditorCountry: 'BE', creditorSize, debtorKind: 'consumer', debtorCountry: 'BE', terms });
      const claim = belgian(terms, { law: consumer, amount: euros(minor) });
      const reminder = { sentOn: on('2025-05-05'), channel: 'electronic' } as const;
      const { wait, ...warned } = consumerWarning(claim, reminder, minor, RATES);
      const { indemnity, accrued } = statementOf(claim, wait.claimableFrom, RATES);
      expect(warned).toMatchObject({ indemnity, ratePct: accrued?.ratePct, interestFrom: accrued?.from });
    }
  },
);
