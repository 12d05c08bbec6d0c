import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const euros = (whole: number) => ({ minor: whole * 100, currency: 'EUR' });
const ask = (body: Record<string, unknown>) => house.call('POST', '/v1/late-payment-statements', body);

/** 10,000 euros due on 30 April 2025, 3,000 and 7,000 paid late. */
const FR12 = {
  regime: 'FR_B2B_DEFAULT',
  principal: euros(10_000),
  dueOn: '2025-04-30',
  payments: [
    { on: '2025-06-15', amount: euros(3_000) },
    { on: '2025-08-31', amount: euros(7_000) },
  ],
};

const published = {
  confidence: 'secondary',
  source: "a third party's list of ECB changes; agrees with what was announced",
};

test('a statement tells interest by period, the indemnity, and what is open', async () => {
  expect(ok(await ask(FR12), 200)).toEqual({
    interest: { minor: 34_802, currency: 'EUR' },
    openInterest: { minor: 34_802, currency: 'EUR' },
    fixedIndemnity: { minor: 4_000, currency: 'EUR' },
    segments: [
      { from: '2025-05-01', to: '2025-06-15', days: 46, ratePct: '13.15', outstanding: euros(10_000), published },
      { from: '2025-06-16', to: '2025-06-30', days: 15, ratePct: '13.15', outstanding: euros(7_000), published },
      { from: '2025-07-01', to: '2025-08-31', days: 62, ratePct: '12.15', outstanding: euros(7_000), published },
    ],
    openPrincipal: { minor: 0, currency: 'EUR' },
    through: '2025-08-31',
    unofficialRates: [],
    warnings: [],
    claimableFrom: null,
  });
  expect(ok(await ask({ ...FR12, imputation: 'interest-first' }))).toMatchObject({
    interest: { minor: 35_234 },
    openInterest: { minor: 0 },
    openPrincipal: { minor: 35_234 },
  });
});

test('up to the due day nothing is owed for lateness', async () => {
  expect(
    ok(await ask({ regime: 'BE_B2B', principal: euros(100), dueOn: '2025-04-30', statementOn: '2025-04-30' })),
  ).toEqual({
    interest: { minor: 0, currency: 'EUR' },
    openInterest: { minor: 0, currency: 'EUR' },
    fixedIndemnity: { minor: 0, currency: 'EUR' },
    segments: [],
    openPrincipal: euros(100),
    through: '2025-04-30',
    unofficialRates: [],
    warnings: [],
    claimableFrom: null,
  });
});

test('a Belgian consumer owes nothing more before the wait is over', async () => {
  const claim = {
    regime: 'BE_B2C_XIX',
    principal: euros(320),
    dueOn: '2025-03-31',
    firstReminder: { sentOn: '2025-04-07', channel: 'electronic' },
    creditorSize: 'sme',
    contractClause: true,
  };
  const waiting = { interest: { minor: 0 }, fixedIndemnity: { minor: 0 }, warnings: ['WAIT_ROLLED'] };
  expect(ok(await ask({ ...claim, statementOn: '2025-04-22' }))).toMatchObject({
    ...waiting,
    claimableFrom: '2025-04-23',
  });
  const over = { interest: { minor: 161 }, fixedIndemnity: { minor: 4_700 } };
  expect(ok(await ask({ ...claim, statementOn: '2025-04-23' }))).toMatchObject(over);
  const partly = { ...claim, payments: [{ on: '2025-04-14', amount: euros(170) }], statementOn: '2025-04-23' };
  expect(ok(await ask(partly))).toMatchObject({
    interest: { minor: 76 },
    fixedIndemnity: { minor: 2_000 },
    segments: [{ from: '2025-04-08', outstanding: euros(150) }],
  });
  expect(ok(await ask({ ...claim, contractClause: false, statementOn: '2025-05-23' }))).toMatchObject(waiting);
});

test('an unknown rate is refused, or the statement stops before it and says so', async () => {
  const claim = { regime: 'FR_B2B_DEFAULT', principal: euros(1_000), dueOn: '2026-12-01', statementOn: '2027-01-31' };
  expect(await ask(claim)).toMatchObject({ status: 422, body: { code: 'RATE_UNKNOWN', status: 422 } });
  expect(ok(await ask({ ...claim, onUnknownRate: 'stop' }))).toMatchObject({
    through: '2026-12-31',
    segments: [
      { from: '2026-12-02', to: '2026-12-31', days: 30, ratePct: '12.40', published: { confidence: 'unofficial' } },
    ],
    unofficialRates: [
      { from: '2026-12-02', to: '2026-12-31', ratePct: '12.40', source: expect.stringContaining('verify at the ECB') },
    ],
    warnings: ['RATE_UNOFFICIAL', 'RATE_MISSING_FROM'],
  });
  expect(ok(await ask({ ...claim, dueOn: '2027-01-10', onUnknownRate: 'stop' }))).toMatchObject({
    interest: { minor: 0 },
    fixedIndemnity: { minor: 4_000 },
    through: '2027-01-10',
  });
  expect(ok(await ask({ ...claim, regime: 'FR_B2G_FROZEN' }))).toMatchObject({ through: '2027-01-31' });
  expect(ok(await ask({ ...claim, regime: 'CONTRACT', contractRate: '9' }))).toMatchObject({
    through: '2027-01-31',
    segments: [
      { ratePct: '9.00', published: null },
      { ratePct: '9.00', published: null },
    ],
    unofficialRates: [],
    warnings: ['FLOOR_UNKNOWN', 'RATE_UNOFFICIAL'],
  });
  // Settled before: no rate is needed.
  expect(ok(await ask({ ...claim, payments: [{ on: '2026-12-24', amount: euros(1_000) }] }))).toMatchObject({
    through: '2027-01-31',
    openPrincipal: { minor: 0 },
  });
});

test('what makes no sense is refused with its place', async () => {
  const refused = async (change: Record<string, unknown>) => {
    const { status, body } = await ask({ ...FR12, ...change });
    return [status, body.code, body.errors[0]?.pointer];
  };
  expect(await refused({ regime: 'CONTRACT' })).toEqual([422, 'VALIDATION', '/contractRate']);
  expect(await refused({ contractRate: '5' })).toEqual([422, 'VALIDATION', '/contractRate']);
  expect(await refused({ regime: 'CONTRACT', contractRate: '5,5' })).toEqual([422, 'VALIDATION', '/contractRate']);
  expect(await refused({ regime: 'FR_LEGAL_OTHER', formalNoticeOn: '2025-04-30' })).toEqual([
    422,
    'VALIDATION',
    '/formalNoticeOn',
  ]);
  expect(await refused({ regime: 'BE_B2C_XIX', firstReminder: { sentOn: '2025-04-29', channel: 'postal' } })).toEqual([
    422,
    'VALIDATION',
    '/firstReminder/sentOn',
  ]);
  expect(await refused({ payments: [] })).toEqual([422, 'VALIDATION', '/statementOn']);
  expect(await refused({ principal: { minor: 1, currency: 'CHF' } })).toEqual([
    422,
    'CURRENCY_MISMATCH',
    '/principal/currency',
  ]);
  expect(await refused({ regime: 'NL_B2B' })).toEqual([422, 'VALIDATION', '/regime']);
  expect(await refused({ tip: 1 })).toEqual([422, 'VALIDATION', '/tip']);
  // Of a consumer's contract, known to the case; the calculator takes a regime as the law has it.
  expect(await refused({ rateCeiling: '4' })).toEqual([422, 'VALIDATION', '/rateCeiling']);
  const vast = { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' };
  const contract = { regime: 'CONTRACT', contractRate: '999', principal: vast, payments: [] };
  expect(await refused({ ...contract, statementOn: '2199-12-31' })).toEqual([422, 'VALIDATION', '/principal']);
});

test('rates are listed with source and confidence, and any scope reads', async () => {
  const payments = await house.withScopes(['payments']);
  const { data } = ok(await payments('GET', '/v1/rates'));
  expect(data.length).toBe(4 * 24 + 12);
  expect(data).toContainEqual({
    series: 'FR_LEGAL_OTHER',
    from: '2026-01-01',
    to: '2026-06-30',
    ratePct: '2.62',
    confidence: 'sourced',
    source: expect.stringContaining('juriblio'),
    why: null,
    by: null,
    recordedAt: null,
    replaces: null,
    flags: [],
  });
  ok(await payments('POST', '/v1/late-payment-statements', FR12), 200);
});
