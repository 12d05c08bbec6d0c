import { expect, test } from 'vitest';
import { statementOf } from '../../../domain/claim/statement.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import { aClaim, euros, figures, law, moved, on } from './aClaim.ts';

// 10,000 € due 30 April 2025; a message of 15 May prints: paid by 22 May, nothing more is asked.
const promised = (...paid: ReturnType<typeof moved>[]) =>
  aClaim({ policy: 'waive-if-paid-by', waivers: [on('2025-05-22')], payments: paid });

test('kept to the day: interest and 40 € are gone for good', () => {
  const kept = promised(moved('2025-05-22', 1_000_000));
  expect(statementOf(kept, on('2025-05-21'), RATES)).toMatchObject({ waived: false, indemnity: euros(4_000) });
  for (const later of ['2025-05-22', '2025-12-31'])
    expect(statementOf(kept, on(later), RATES)).toMatchObject({
      waived: true,
      principal: euros(0),
      interest: euros(0),
      indemnity: euros(0),
      total: euros(0),
      accrued: null,
      warnings: [],
    });
});

test('a day too late, and all of it is owed', () => {
  // 23 days at 13.15 %: 82.863.
  const broken = promised(moved('2025-05-23', 1_000_000));
  expect(figures(broken, '2025-05-23')).toMatchObject({
    principal: 0,
    interest: 8_286,
    indemnity: 4_000,
    total: 12_286,
  });
  expect(statementOf(broken, on('2025-05-23'), RATES).waived).toBe(false);
});

test('kept by part payments, and by a credit note that makes up the rest', () => {
  const parts = promised(moved('2025-05-16', 400_000), moved('2025-05-20', 600_000));
  expect(figures(parts, '2025-05-19')).toMatchObject({ principal: 600_000, indemnity: 4_000 });
  expect(figures(parts, '2025-06-30')).toMatchObject({ interest: 0, indemnity: 0, total: 0 });
  const credited = {
    ...promised(moved('2025-05-16', 400_000)),
    creditNotes: [{ ...moved('2025-05-20', 600_000), effect: 'from-issue' as const }],
  };
  expect(figures(credited, '2025-06-30')).toMatchObject({ interest: 0, indemnity: 0, total: 0 });
});

test('what is missing within the tolerance doesn’t break it, a cent more does', () => {
  expect(figures(promised(moved('2025-05-22', 999_500)), '2025-06-30')).toMatchObject({
    principal: 500,
    interest: 0,
    indemnity: 0,
    total: 500,
  });
  expect(figures(promised(moved('2025-05-22', 999_499)), '2025-06-30')).toMatchObject({ indemnity: 4_000 });
});

test('printed twice with different days, the later one binds as well as the earlier', () => {
  const twice = (paidOn: string) =>
    aClaim({
      policy: 'waive-if-paid-by',
      waivers: [on('2025-05-22'), on('2025-06-07')],
      payments: [moved(paidOn, 1_000_000)],
    });
  for (const day of ['2025-05-20', '2025-05-30', '2025-06-07'])
    expect(statementOf(twice(day), on('2025-12-31'), RATES).waived, day).toBe(true);
  expect(statementOf(twice('2025-06-08'), on('2025-12-31'), RATES).waived).toBe(false);
});

test('before the printed day a promise is neither kept nor broken', () => {
  expect(statementOf(promised(), on('2025-05-20'), RATES)).toMatchObject({ waived: false, indemnity: euros(4_000) });
  expect(statementOf(promised(), on('2025-05-23'), RATES)).toMatchObject({ waived: false, indemnity: euros(4_000) });
});

test('a French public buyer’s interest is owed whatever a message printed', () => {
  const buyer = { ...promised(moved('2025-05-22', 1_000_000)), law: law({ debtorKind: 'public' }) };
  // 3.15 + 8 points, 22 days: 67.205.
  expect(figures(buyer, '2025-12-31')).toMatchObject({
    principal: 0,
    interest: 6_721,
    indemnity: 4_000,
    total: 10_721,
  });
});
