import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ECB_BASE_URL, mainRate } from '../../api/ecb.ts';
import { readConfig } from '../../api/config.ts';
import { ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';
import { answering, CHANGES, csvOf, ecbServer } from './ecbServer.ts';

let ecb: Awaited<ReturnType<typeof ecbServer>>;
let house: House;
beforeAll(async () => {
  ecb = await ecbServer();
  house = await aHouse({ config: { ecbBaseUrl: ecb.url } });
});
beforeEach(() => {
  ecb.answers(answering(200, 'text/csv', csvOf(CHANGES)));
  house.on('2027-01-04');
});
afterAll(async () => {
  await house.close();
  await ecb.close();
});

const propose = () => house.call('POST', '/v1/rates/proposals');
const shown = ({ data }: any): string[] =>
  data.map(
    (one: any) =>
      `${one.because} ${one.rate.series} ${one.rate.from} ${one.rate.ratePct} ${one.rate.confidence} ${one.observedOn}`,
  );

test('what is missing or differs is proposed from the change in force on the first day, and nothing is stored', async () => {
  const before = await house.db.rate.count();
  const answer = ok(await propose(), 200);
  // 2015 to 2024 agree with the shipped table. In 2026-H2 the change of 16 September plays no part; its Belgian rate agrees.
  expect(shown(answer)).toEqual([
    'confirms ECB_MRO 2025-01-01 3.15 official 2024-12-18',
    'confirms ECB_MRO 2025-07-01 2.15 official 2025-06-11',
    'confirms ECB_MRO 2026-01-01 2.15 official 2025-06-11',
    'confirms ECB_MRO 2026-07-01 2.40 official 2026-06-17',
    'missing ECB_MRO 2027-01-01 2.65 official 2026-09-16',
    'missing BE_COMMERCIAL 2027-01-01 11.00 derived 2026-09-16',
  ]);
  expect(answer.latest).toEqual({ on: '2026-09-16', ratePct: '2.65' });
  expect(answer.data[4]).toMatchObject({
    rate: { to: '2027-06-30', source: expect.stringContaining('MRR_FR') },
    inForce: null,
  });
  expect(answer.data[3].inForce).toMatchObject({ ratePct: '2.40', confidence: 'unofficial' });
  expect(ecb.asked.at(-1)).toBe('/service/data/FM/B.U2.EUR.4F.KR.MRR_FR.LEV?format=csvdata');
  expect(await house.db.rate.count()).toBe(before);
});

test('a half-year that hasn’t begun isn’t proposed, and a change on its first day counts', async () => {
  house.on('2026-12-31');
  expect(shown(ok(await propose())).filter((one) => one.includes('2027'))).toEqual([]);
  house.on('2027-01-01');
  ecb.answers(answering(200, 'text/csv', csvOf([...CHANGES, ['2027-01-01', '2.9']])));
  expect(shown(ok(await propose())).filter((one) => one.includes('2027'))).toEqual([
    'missing ECB_MRO 2027-01-01 2.90 official 2027-01-01',
    'missing BE_COMMERCIAL 2027-01-01 11.00 derived 2027-01-01',
  ]);
});

test('another figure than the table’s is proposed; a Belgian rate that was published stands', async () => {
  ecb.answers(
    answering(200, 'text/csv', csvOf(CHANGES.map(([on, value]) => (on === '2024-06-12' ? [on, '4.6'] : [on, value])))),
  );
  const proposals = ok(await propose());
  expect(shown(proposals)[0]).toBe('differs ECB_MRO 2024-07-01 4.60 official 2024-06-12');
  expect(proposals.data[0].inForce).toMatchObject({ ratePct: '4.25', confidence: 'official' });
  expect(shown(proposals).filter((one) => one.includes('BE_COMMERCIAL 2024'))).toEqual([]);
});

test('a line for each day, other columns, quotes and a byte-order mark read the same', async () => {
  const rows = [
    ['2026-06-29', '2.15'],
    ['2026-06-30', '2.15'],
    ['2026-07-01', '2.4'],
    ['2026-07-02', '2.65'],
  ].map(([on, value]) => `"a ""b"", c",${value},FM.B.U2.EUR.4F.KR.MRR_FR.LEV,${on}`);
  ecb.answers(answering(200, 'text/csv', `\uFEFFTITLE,OBS_VALUE,KEY,TIME_PERIOD\r\n${rows.join('\r\n')}`));
  const found = shown(ok(await propose()));
  expect(found.filter((one) => one.includes(' 2026-07-01 '))).toEqual([
    'confirms ECB_MRO 2026-07-01 2.40 official 2026-07-01',
  ]);
  // Nothing is known of the days before the first line.
  expect(found.some((one) => one.includes('2026-01-01'))).toBe(false);
});

test('a proposal is entered by a person as it stands, and then proposed no more', async () => {
  const { data } = ok(await propose());
  const rows = data.map(({ rate }: any) => rate).filter(({ from }: any) => from === '2027-01-01');
  const entered = ok(await house.call('PUT', '/v1/rates', rows, { 'Huitaine-Actor': 'Claire' }), 200).data;
  expect(entered).toMatchObject([
    { series: 'ECB_MRO', ratePct: '2.65', by: 'Claire', flags: [] },
    { series: 'BE_COMMERCIAL', ratePct: '11.00', by: 'Claire', flags: ['RATE_UNOFFICIAL'] },
  ]);
  expect(shown(ok(await propose())).filter((one) => one.includes('2027'))).toEqual([]);
});

test.each([
  ['HTML', 200, 'text/html', '<!DOCTYPE html><html><body>Maintenance</body></html>', 'columns KEY, TIME_PERIOD'],
  ['JSON', 200, 'application/json', '{"dataSets":[]}', 'expected CSV'],
  ['nothing', 200, 'text/csv', '', 'columns KEY, TIME_PERIOD'],
  ['a header alone', 200, 'text/csv', csvOf([]), 'at least one value'],
  ['another series', 200, 'text/csv', csvOf(CHANGES).replaceAll('MRR_FR.LEV', 'DFR.LEV'), 'the series FM.B.U2'],
  ['a word for a value', 200, 'text/csv', csvOf([['2026-06-17', 'n/a']]), 'a percentage in line 2'],
  ['another form of days', 200, 'text/csv', csvOf([['2026-06', '2.4']]), 'a day as YYYY-MM-DD in line 2'],
  ['a quote that never ends', 200, 'text/csv', `${csvOf(CHANGES)}"FM`, 'expected CSV'],
  ['no such series', 404, 'application/json', '{"title":"Not Found"}', 'status 200, got 404'],
])('%s instead of its CSV: 502 says so', async (_, status, type, text, what) => {
  ecb.answers(answering(status, type, text));
  const { status: answered, body } = await propose();
  expect([answered, body.code]).toEqual([502, 'ECB_UNREADABLE']);
  expect(body.detail).toContain(what);
});

test('a service that is down, refuses for now, or breaks off is away', async () => {
  for (const away of [
    answering(503, 'text/html', '<html>'),
    answering(429, 'text/plain', 'slow down'),
    (request: any) => void request.socket.destroy(),
    (_: any, response: any) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': '1000' }).write('KEY,');
      setTimeout(() => response.destroy(), 20);
    },
  ]) {
    ecb.answers(away);
    const { status, body, headers } = await propose();
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'ECB_AWAY', '60']);
  }
  const other = await ecbServer();
  await other.close();
  await expect(mainRate(other.url)).rejects.toMatchObject({ status: 503, code: 'ECB_AWAY' });
});

test('it is waited for so long and no longer, also in the middle of its answer', async () => {
  ecb.answers(() => undefined);
  await expect(mainRate(ecb.url, 50)).rejects.toMatchObject({
    code: 'ECB_AWAY',
    message: expect.stringContaining('0.05 s'),
  });
  ecb.answers((_, response) => void response.writeHead(200).write('KEY,TIME_PERIOD,OBS_VALUE\n'));
  await expect(mainRate(ecb.url, 50)).rejects.toMatchObject({ code: 'ECB_AWAY' });
});

test('its address comes from the environment, the ECB’s own when missing', () => {
  const needed = { DATABASE_URL: 'postgresql://127.0.0.1/huitaine' };
  expect(readConfig(needed).api.ecbBaseUrl).toBe(ECB_BASE_URL);
  expect(readConfig({ ...needed, ECB_BASE_URL: 'https://proxy.example/ecb/' }).api.ecbBaseUrl).toBe(
    'https://proxy.example/ecb',
  );
  expect(() => readConfig({ ...needed, ECB_BASE_URL: 'ecb' })).toThrow('ECB_BASE_URL');
});

test('only an admin asks', async () => {
  const operator = await house.withScopes(['operator']);
  expect((await operator('POST', '/v1/rates/proposals')).body.code).toBe('SCOPE_MISSING');
});
