import { expect, test } from 'vitest';
import { statementOf } from '../../../domain/claim/statement.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import { money } from '../../../domain/money.ts';
import { aClaim, euros, figures, law, moved, on } from './aClaim.ts';

// 10,000 € due 30 April 2025. ECB 3.15 % (first half of 2025) and 2.15 % (second half), plus ten points.
// 1 May to 30 June = 61 days at 13.15 %: 10,000 × 0.1315 × 61/365 = 219.767; July and August = 62 days at 12.15 %: 206.384.

test('nothing runs up to the due day; from the day after, interest and 40 €', () => {
  const nothing = { interest: 0, indemnity: 0, notClaimed: 0 };
  expect(figures(aClaim(), '2025-03-01')).toEqual({ principal: 1_000_000, ...nothing, total: 1_000_000 });
  expect(figures(aClaim(), '2025-04-30')).toEqual({ principal: 1_000_000, ...nothing, total: 1_000_000 });
  expect(figures(aClaim(), '2025-05-01')).toMatchObject({ interest: 360, indemnity: 4_000, total: 1_004_360 });
  expect(figures(aClaim(), '2025-08-31')).toMatchObject({ interest: 42_615, indemnity: 4_000, total: 1_046_615 });
});

test('a part payment lowers what bears interest from the day after it, and the total by what it is', () => {
  // 46 days to 15 June on 10,000 (165.726), 15 days on 7,000 at 13.15 (37.829), 62 days on 7,000 at 12.15 (144.468).
  const claim = aClaim({ payments: [moved('2025-06-15', 300_000)] });
  expect(figures(claim, '2025-06-14')).toMatchObject({ principal: 1_000_000 });
  expect(figures(claim, '2025-08-31')).toMatchObject({
    principal: 700_000,
    interest: 34_802,
    indemnity: 4_000,
    total: 738_802,
  });
});

test('interest first: the principal is the ledger’s all the same, and the total what is really left', () => {
  const payments = [moved('2025-06-15', 300_000)];
  // 165.73 of the payment settle interest: 7,165.73 go on bearing it. 15 days: 38.724; 62 days: 147.889.
  const claim = aClaim({ payments, imputation: 'interest-first' });
  expect(figures(claim, '2025-08-31')).toMatchObject({
    principal: 700_000,
    interest: 16_573 + 18_661,
    total: 700_000 + 16_573 + 18_661 + 4_000,
  });
});

test('a credit note from the start was never owed, one from its issue was until its day', () => {
  const note = { ...moved('2025-06-15', 300_000) };
  // 61 days on 7,000: 153.837; 62 days: 144.468.
  expect(figures(aClaim({ creditNotes: [{ ...note, effect: 'from-start' }] }), '2025-08-31')).toMatchObject({
    principal: 700_000,
    interest: 29_831,
    total: 733_831,
  });
  const fromStart = aClaim({ creditNotes: [{ ...note, effect: 'from-start' }] });
  expect(figures(fromStart, '2025-05-31')).toMatchObject({ principal: 700_000 });
  expect(figures(aClaim({ creditNotes: [{ ...note, effect: 'from-issue' }] }), '2025-08-31')).toMatchObject({
    principal: 700_000,
    interest: 34_802,
  });
  expect(figures(aClaim({ creditNotes: [{ ...note, effect: 'from-issue' }] }), '2025-05-31')).toMatchObject({
    principal: 1_000_000,
  });
});

test('an invoice that a credit note took back whole from the start leaves nothing, not even 40 €', () => {
  const claim = aClaim({ creditNotes: [{ ...moved('2025-09-01', 1_000_000), effect: 'from-start' }] });
  expect(figures(claim, '2025-12-31')).toMatchObject({ principal: 0, interest: 0, indemnity: 0, total: 0 });
});

test('paid in full late: no further day adds anything; what is paid beyond counts against the accessories', () => {
  // 61 days: 219.77.
  const paid = aClaim({ payments: [moved('2025-06-30', 1_000_000)] });
  expect(figures(paid, '2025-06-30')).toMatchObject({
    principal: 0,
    interest: 21_977,
    indemnity: 4_000,
    total: 25_977,
  });
  expect(figures(paid, '2025-12-31')).toEqual(figures(paid, '2025-06-30'));
  expect(statementOf(paid, on('2025-12-31'), RATES).accrued).toMatchObject({
    perDay: euros(0),
    from: '2025-05-01',
    segments: [{ from: '2025-05-01', to: '2025-06-30', days: 61, ratePct: '13.15' }],
  });
  const more = aClaim({ payments: [moved('2025-06-30', 1_000_000), moved('2025-07-10', 20_000)] });
  expect(figures(more, '2025-07-09')).toMatchObject({ total: 25_977 });
  expect(figures(more, '2025-07-10')).toMatchObject({ principal: 0, interest: 21_977, total: 5_977 });
  const tooMuch = aClaim({ payments: [moved('2025-06-30', 1_100_000)] });
  expect(figures(tooMuch, '2025-07-10')).toMatchObject({ principal: 0, interest: 21_977, total: 0 });
});

test('what each further day adds is counted on what is still open, not on what was', () => {
  const claim = aClaim({ payments: [moved('2025-05-31', 500_000)] });
  // 5,000 × 13.15 % / 365 = 1.8014.
  expect(statementOf(claim, on('2025-05-31'), RATES).accrued).toMatchObject({ ratePct: '13.15', perDay: euros(180) });
});

test('a refund of what was too much makes no interest run again, and leaves what is owed', () => {
  const payments = [moved('2025-06-30', 1_100_000)];
  // 1,000 − 219.77 − 40 was too much: 740.23 € are given back.
  const refunded = aClaim({ payments, refunds: [moved('2025-07-20', 74_023)] });
  expect(figures(refunded, '2025-07-31')).toMatchObject({ principal: 0, interest: 21_977, total: 0 });
  const whole = aClaim({ payments, refunds: [moved('2025-07-20', 100_000)] });
  expect(figures(whole, '2025-07-19')).toMatchObject({ total: 0 });
  expect(figures(whole, '2025-07-20')).toMatchObject({ principal: 0, interest: 21_977, total: 25_977 });
});

test('a non-euro invoice asks its principal only: the law’s sums are in euros', () => {
  const francs = (minor: number) => money(minor, 'CHF');
  const claim = aClaim({
    amount: francs(1_000_000),
    payments: [{ on: on('2025-06-15'), amount: francs(300_000) }],
  });
  expect(statementOf(claim, on('2025-08-31'), RATES)).toMatchObject({
    principal: francs(700_000),
    interest: francs(0),
    indemnity: francs(0),
    total: francs(700_000),
    accrued: null,
    warnings: [],
  });
});

test('`never` asks nothing besides the principal; of a French public buyer interest can’t be given up', () => {
  expect(figures(aClaim({ policy: 'never' }), '2025-08-31')).toMatchObject({
    interest: 0,
    indemnity: 0,
    total: 1_000_000,
  });
  // 3.15 + 8 points, frozen: 123 days at 11.15 %.
  const buyer = aClaim({ policy: 'never', law: law({ debtorKind: 'public' }) });
  expect(figures(buyer, '2025-08-31')).toMatchObject({ interest: 37_574, indemnity: 4_000, total: 1_041_574 });
  const belgian = aClaim({ policy: 'never', law: law({ debtorKind: 'public', debtorCountry: 'BE' }) });
  expect(figures(belgian, '2025-08-31')).toMatchObject({ interest: 0, indemnity: 0 });
});

test('a half-year without a rate stops the interest on its eve; nothing of it is guessed', () => {
  const table = RATES.filter(({ series, from }) => series !== 'ECB_MRO' || from < '2025-07-01');
  const claim = aClaim();
  expect(statementOf(claim, on('2025-08-31'), table)).toMatchObject({
    interest: euros(21_977),
    total: euros(1_025_977),
    missingFrom: '2025-07-01',
    warnings: ['RATE_MISSING_FROM'],
    accrued: { through: '2025-06-30' },
  });
  expect(statementOf(claim, on('2025-06-30'), table)).toMatchObject({ missingFrom: null, warnings: [] });
  expect(statementOf(claim, on('2025-08-31'), [])).toMatchObject({
    interest: euros(0),
    indemnity: euros(4_000),
    accrued: null,
    missingFrom: '2025-05-01',
  });
});

test('once the case has closed nothing more is asked, and what wasn’t claimed is said', () => {
  const payments = [moved('2025-06-30', 999_800)];
  const closed = aClaim({ payments, settledOn: on('2025-06-30') });
  expect(figures(closed, '2025-06-29')).toMatchObject({ notClaimed: 0, total: 1_025_616 });
  expect(figures(closed, '2025-06-30')).toEqual({
    principal: 200,
    interest: 21_977,
    indemnity: 4_000,
    notClaimed: 26_177,
    total: 0,
  });
  const covered = aClaim({ payments: [moved('2025-06-30', 1_025_977)], settledOn: on('2025-06-30') });
  expect(figures(covered, '2025-07-31')).toMatchObject({ interest: 21_977, indemnity: 4_000, notClaimed: 0, total: 0 });
});
