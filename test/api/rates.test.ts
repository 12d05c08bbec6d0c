import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCreditor, ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(() => house.on('2027-02-01'));
afterAll(() => house.close());

const ROW = {
  series: 'ECB_MRO',
  from: '2027-01-01',
  ratePct: '2.65',
  confidence: 'official',
  source: 'https://www.ecb.europa.eu, read on 2 January',
  why: 'half-yearly update',
};
const put = (body: unknown) => house.call('PUT', '/v1/rates', body);
const inForce = async (series: string, from: string) =>
  ok(await house.call('GET', `/v1/rates?series=${series}`)).data.find((row: any) => row.from === from);

test('a rate is added with who and why, and from then on the calculator counts with it', async () => {
  const claim = {
    regime: 'FR_B2B_DEFAULT',
    principal: { minor: 1_000_000, currency: 'EUR' },
    dueOn: '2026-12-31',
    statementOn: '2027-01-31',
  };
  const ask = () => house.call('POST', '/v1/late-payment-statements', claim);
  expect(await ask()).toMatchObject({ status: 422, body: { code: 'RATE_UNKNOWN' } });
  const { data } = ok(await put(ROW), 200);
  expect(data).toEqual([
    {
      ...ROW,
      to: '2027-06-30',
      by: 'Claire',
      recordedAt: '2027-02-01T09:00:00.000Z',
      replaces: null,
      flags: [],
    },
  ]);
  // 10,000 × 12.65 % × 31 / 365
  expect(ok(await ask(), 200)).toMatchObject({ interest: { minor: 10_744 }, warnings: [] });
  expect(await inForce('ECB_MRO', '2027-01-01')).toEqual(data[0]);
});

test('a less sure row never replaces a surer one unseen, and nothing is lost', async () => {
  const flag = { ...ROW, from: '2026-01-01', ratePct: '2.2', confidence: 'unofficial', source: 'a newspaper' };
  expect((await put({ ...flag, why: undefined })).body.errors).toMatchObject([{ pointer: '/why', code: 'REQUIRED' }]);
  expect((await put({ ...flag, why: ' ' })).body.errors).toMatchObject([{ pointer: '/why' }]);
  ok(await put({ ...flag, why: 'the list was wrong' }), 200);
  expect(await inForce('ECB_MRO', '2026-01-01')).toMatchObject({
    ratePct: '2.20',
    why: 'the list was wrong',
    replaces: { ratePct: '2.15', confidence: 'secondary' },
    flags: ['RATE_UNOFFICIAL', 'LESS_SURE_THAN_BEFORE'],
  });
  ok(
    await put({ ...flag, ratePct: '2.15', confidence: 'official', source: 'the ECB’s page', why: 'read it again' }),
    200,
  );
  expect(await inForce('ECB_MRO', '2026-01-01')).toMatchObject({
    ratePct: '2.15',
    replaces: { ratePct: '2.20', confidence: 'unofficial', source: 'a newspaper' },
    flags: [],
  });
  const kept = await house.db.rate.findMany({ where: { from: '2026-01-01' }, orderBy: { id: 'asc' } });
  expect(kept.map(({ ratePct, by, why }) => [ratePct, by, why])).toEqual([
    ['2.20', 'Claire', 'the list was wrong'],
    ['2.15', 'Claire', 'read it again'],
  ]);
});

test('the same again is not written twice', async () => {
  const row = { ...ROW, series: 'FR_LEGAL_OTHER', ratePct: '2.7' };
  ok(await put(row), 200);
  ok(await put({ ...row, ratePct: '2.70', to: '2027-06-30' }), 200);
  expect(await house.db.rate.count({ where: { series: 'FR_LEGAL_OTHER', from: '2027-01-01' } })).toBe(1);
  const [shipped] = ok(await house.call('GET', '/v1/rates?series=FR_LEGAL_OTHER')).data;
  const { series, from, ratePct, confidence, source } = shipped;
  ok(await put({ series, from, ratePct, confidence, source, why: 'read again by Claire' }), 200);
  expect(await inForce('FR_LEGAL_OTHER', from)).toMatchObject({ by: 'Claire', ratePct, replaces: { ratePct } });
});

test('a list is entered whole or not at all, its faults told by their places', async () => {
  const before = await house.db.rate.count();
  const refused = await put([
    { ...ROW, series: 'BE_LEGAL', from: '2027-07-01', ratePct: '4.5' },
    { ...ROW, series: 'BE_COMMERCIAL', from: '2027-01-02', ratePct: '105' },
    { ...ROW, series: 'FR_LEGAL_PRIVATE', to: '2027-12-31' },
    { ...ROW, series: 'FR_LEGAL_PRIVATE' },
    { ...ROW, series: 'BE_LEGAL', from: '2029-01-01' },
  ]);
  expect([refused.status, refused.body.code]).toEqual([422, 'VALIDATION']);
  expect(refused.body.errors.map(({ pointer, detail }: any) => `${pointer} ${detail}`)).toEqual([
    '/0/from expected 1 January, on which a rate of BE_LEGAL begins, got 2027-07-01',
    '/1/from expected 1 January or 1 July, on which a rate of BE_COMMERCIAL begins, got 2027-01-02',
    '/1/ratePct expected a percentage from 0 to 30, got 105',
    '/2/to expected 2027-06-30, on which the period of 2027-01-01 ends, or nothing; got 2027-12-31',
    '/3/from expected each half-year of a series once, got FR_LEGAL_PRIVATE from 2027-01-01 twice',
    '/4/from expected a period that begins by 2028-01-01, got 2029-01-01',
  ]);
  expect(await house.db.rate.count()).toBe(before);
  const { data } = ok(
    await put([
      { ...ROW, series: 'BE_LEGAL', ratePct: '0' },
      { ...ROW, series: 'BE_COMMERCIAL', ratePct: '30', confidence: 'derived' },
      { ...ROW, series: 'BE_COMMERCIAL', from: '2027-07-01', ratePct: '11' },
    ]),
    200,
  );
  expect(data.map(({ series, from, to, ratePct, flags }: any) => [series, from, to, ratePct, flags])).toEqual([
    ['BE_COMMERCIAL', '2027-01-01', '2027-06-30', '30.00', ['RATE_UNOFFICIAL']],
    ['BE_COMMERCIAL', '2027-07-01', '2027-12-31', '11.00', []],
    ['BE_LEGAL', '2027-01-01', '2027-12-31', '0.00', []],
  ]);
});

test.each([
  [{ series: 'ECB_DFR' }, '/series', 'INVALID_VALUE'],
  [{ from: '2027-02-30' }, '/from', 'INVALID_VALUE'],
  [{ ratePct: '2,65' }, '/ratePct', 'INVALID_FORMAT'],
  [{ ratePct: '-1' }, '/ratePct', 'INVALID_FORMAT'],
  [{ ratePct: 2.65 }, '/ratePct', 'INVALID_TYPE'],
  [{ ratePct: '30.0001' }, '/ratePct', 'INVALID_VALUE'],
  [{ confidence: 'sure' }, '/confidence', 'INVALID_VALUE'],
  [{ source: '' }, '/source', 'TOO_SMALL'],
  [{ by: 'Marc' }, '/by', 'UNKNOWN_FIELD'],
])('%j is refused with its place', async (change, pointer, code) => {
  const { status, body } = await put({ ...ROW, ...change });
  expect([status, body.errors[0]]).toMatchObject([422, { pointer, code }]);
  expect(body.detail).toContain('expected');
});

test('a body that is no rate is refused', async () => {
  for (const body of [[], 'x', null, [{}]]) expect((await put(body)).status, JSON.stringify(body)).toBe(422);
});

test('a person with the scope admin enters rates, anybody reads them by series', async () => {
  const operator = await house.withScopes(['operator', 'billing', 'payments']);
  expect((await operator('PUT', '/v1/rates', ROW)).body.code).toBe('SCOPE_MISSING');
  expect((await house.call('PUT', '/v1/rates', ROW, { 'Huitaine-Actor': '' })).body.code).toBe('ACTOR_MISSING');
  const { data } = ok(await operator('GET', '/v1/rates?series=BE_LEGAL'));
  expect(new Set(data.map(({ series }: any) => series))).toEqual(new Set(['BE_LEGAL']));
  expect(data[0]).toMatchObject({ from: '2015-01-01', to: '2015-12-31' });
  expect((await operator('GET', '/v1/rates?series=X')).status).toBe(400);
});

test('a key bound to one creditor changes no rate, since the others claim by it, too', async () => {
  ok(await house.call('PUT', '/v1/creditors/other', aCreditor));
  const bound = await house.withScopes(['admin'], 'other');
  const before = await inForce('ECB_MRO', '2025-01-01');
  const refused = await bound('PUT', '/v1/rates', { ...ROW, from: '2025-01-01', ratePct: '30' });
  expect([refused.status, refused.body.code]).toEqual([403, 'CREDITOR_FORBIDDEN']);
  expect(await inForce('ECB_MRO', '2025-01-01')).toEqual(before);
  ok(await bound('GET', '/v1/rates'));
});
