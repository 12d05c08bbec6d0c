import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preferred } from '../../api/negotiate.ts';
import { Problem } from '../../api/problem.ts';
import { writeCsv } from '../../api/writeCsv.ts';
import { letterWords } from '../scenarios/letterWords.ts';
import { aCreditor, aDebtor, anInvoice, euros, ok } from '../support/story.ts';
import { aHouse, KEY, type House } from './aHouse.ts';

// The published rates: French law between businesses 12.15 % in both half-years around New Year 2026.
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let house: House;
beforeAll(async () => {
  house = await aHouse();
  house.on('2025-10-13');
  ok(await house.call('PUT', '/v1/creditors/default', { ...aCreditor, size: 'sme' }));
});
afterAll(() => house.close());

const announce = async (given: Record<string, unknown>): Promise<void> => {
  ok(
    await house.call('POST', '/v1/invoices', anInvoice({ issuedOn: '2025-10-13', dueOn: '2025-11-12', ...given })),
    201,
  );
};

const raw = async (path: string, accept: string): Promise<Response> =>
  fetch(house.url + path, { headers: { Authorization: `Bearer ${KEY}`, Accept: accept } });

const read = async (path: string, accept: string): Promise<{ readonly type: string; readonly bytes: Uint8Array }> => {
  const response = await raw(path, accept);
  expect(response.status).toBe(200);
  return { type: response.headers.get('content-type') ?? '', bytes: new Uint8Array(await response.arrayBuffer()) };
};

describe('the statement of all a debtor owes', () => {
  beforeAll(async () => {
    house.on('2025-10-13');
    await announce({ id: 'F-1', number: '2025/0001', subject: 'Maintenance, octobre' });
    await announce({ id: 'F-2', number: '2025/0002', amount: euros(80_000), dueOn: '2026-02-27', subject: 'Pièces' });
    await announce({ id: 'F-3', number: '2025/0003', amount: euros(50_000), subject: 'Payée' });
    await announce({ id: 'F-4', number: '2025/0004', amount: euros(30_000), debtor: { ...aDebtor, id: 'other' } });
    house.on('2025-12-02');
    const pay = (invoice: string, id: string, minor: number): Promise<unknown> =>
      house.call('POST', `/v1/invoices/${invoice}/payments`, { id, amount: euros(minor), receivedOn: '2025-12-02' });
    ok((await pay('F-1', 'P-1', 20_050)) as never);
    ok((await pay('F-3', 'P-3', 50_000)) as never);
  });

  test('lists what is open on the day, with the figures of the invoice’s own statement', async () => {
    house.on('2026-01-15');
    const { invoices, totals, payments } = ok(await house.call('GET', '/v1/debtors/dupont/statement'));
    // F-3 is settled but for its accessories; they are still claimed while nobody waives them.
    expect(invoices.map(({ invoiceId }: { invoiceId: string }) => invoiceId)).toEqual(
      expect.arrayContaining(['F-1', 'F-2']),
    );
    for (const line of invoices) {
      const own = ok(await house.call('GET', `/v1/invoices/${line.invoiceId}/statement`));
      expect([line.principal, line.interest, line.indemnity, line.total]).toEqual([
        own.principal,
        own.interest.amount,
        own.indemnity,
        own.total,
      ]);
    }
    const [first] = invoices;
    // 1,200.50 € for 20 days (13 Nov to 2 Dec), then 1,000.00 € for 44 days to 15 Jan, at 12.15 %; and 40 €.
    const interest = Math.round((120_050 * 20 * 12.15 + 100_000 * 44 * 12.15) / 36_500);
    expect(first).toMatchObject({
      number: '2025/0001',
      principal: euros(100_000),
      interest: euros(interest),
      indemnity: euros(4000),
      total: euros(104_000 + interest),
      paid: euros(20_050),
      overdue: true,
    });
    for (const name of ['amount', 'settled', 'principal', 'interest', 'indemnity', 'total'])
      expect(totals[0][name].minor).toBe(
        invoices.reduce((sum: number, line: Record<string, { minor: number }>) => sum + line[name]!.minor, 0),
      );
    expect(totals[0].principal.minor + totals[0].interest.minor + totals[0].indemnity.minor).toBe(
      totals[0].total.minor,
    );
    expect(payments).toContainEqual({ on: '2025-12-02', number: '2025/0001', amount: euros(20_050) });
  });

  test('an earlier day knows nothing of what came later', async () => {
    const { invoices, on } = ok(await house.call('GET', '/v1/debtors/dupont/statement?on=2025-11-12'));
    expect(on).toBe('2025-11-12');
    expect(invoices.map(({ invoiceId, total }: any) => [invoiceId, total.minor])).toEqual([
      ['F-1', 120_050],
      ['F-3', 50_000],
      ['F-2', 80_000],
    ]);
  });

  test('as .docx: each invoice, the sums, how to pay with the reference of each, and the interest by period', async () => {
    house.on('2026-01-15');
    const { type, bytes } = await read('/v1/debtors/dupont/statement', DOCX);
    expect(type).toBe(DOCX);
    const said = await letterWords(bytes);
    const { invoices, totals } = ok(await house.call('GET', '/v1/debtors/dupont/statement'));
    const figure = (minor: number): string =>
      new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(minor / 100).replaceAll('\u202f', ' ');
    for (const words of [
      'Relevé de vos factures au 15 janvier 2026',
      'Dupont SA',
      '2 rue Haute',
      'Maintenance, octobre',
    ])
      expect(said).toContain(words);
    for (const { number, total, reference, principal } of invoices)
      for (const words of [number, reference, figure(total.minor), figure(principal.minor)])
        expect(said).toContain(words);
    expect(said).toContain(figure(totals[0].total.minor));
    expect(said).toContain('FR14 2004 1010 0505 0001 3M02 606');
    expect(said).toContain('13/11/2025 – 02/12/2025');
    expect(said).toContain('12,15 %');
    expect(said).toContain('Paiements reçus');
  });

  test('a rate that nobody official published is flagged: line by line as JSON, in the reckoning as .docx', async () => {
    house.on('2026-08-31');
    const { invoices } = ok(await house.call('GET', '/v1/debtors/dupont/statement'));
    const source = expect.stringContaining('verify at the ECB');
    for (const line of invoices)
      expect(line).toMatchObject({
        warnings: ['RATE_UNOFFICIAL'],
        unofficialRates: [{ from: '2026-07-01', to: '2026-08-31', ratePct: '12.40', confidence: 'unofficial', source }],
      });
    const said = await letterWords((await read('/v1/debtors/dupont/statement', DOCX)).bytes);
    expect(said).toContain('12,40 % (provisoire)');
    expect(said).toContain('12,15 %');
    expect(said).not.toContain('12,15 % (provisoire)');
    expect(said).toContain('le taux officiellement publié fait foi');
    const before = await letterWords((await read('/v1/debtors/dupont/statement?on=2026-06-30', DOCX)).bytes);
    expect(before).not.toContain('rovisoire');
  });

  test('to a consumer nothing is added before a notice, in any column', async () => {
    house.on('2025-10-13');
    const consumer = { ...aDebtor, id: 'claire', kind: 'consumer', name: 'Claire Lefèvre' };
    await announce({ id: 'F-9', number: '2025/0009', debtor: consumer });
    house.on('2026-01-15');
    const { totals } = ok(await house.call('GET', '/v1/debtors/claire/statement'));
    expect(totals[0]).toMatchObject({ interest: euros(0), indemnity: euros(0), total: euros(120_050) });
    const said = await letterWords((await read('/v1/debtors/claire/statement', DOCX)).bytes);
    expect(said).not.toMatch(/[Ii]ntérêt|[Ii]ndemnité|12,15/);
  });

  test('is refused for an unknown debtor, a day that is none, and a shape that isn’t offered', async () => {
    expect((await house.call('GET', '/v1/debtors/nobody/statement')).status).toBe(404);
    expect((await house.call('GET', '/v1/debtors/dupont/statement?on=2026-02-30')).status).toBe(400);
    const refused = await raw('/v1/debtors/dupont/statement', 'text/csv');
    expect(refused.status).toBe(406);
    expect(await refused.json()).toMatchObject({ code: 'NOT_ACCEPTABLE' });
  });
});

describe('the activity report', () => {
  beforeAll(async () => {
    house.on('2026-01-15');
    ok(
      await house.call('POST', '/v1/invoices/F-1/calls', {
        outcome: 'refused',
        spokeTo: 'Mme Martin',
        reason: '=HYPERLINK("http://x","clic"), dit-elle',
      }),
    );
    ok(await house.call('POST', '/v1/invoices/F-1/hold', { reason: 'manual', note: 'vérification, « BC-77 »' }));
  });

  test('needs to be told what about', async () => {
    const nothing = await house.call('GET', '/v1/reports/activity');
    expect([nothing.status, nothing.body.errors.map(({ parameter, code }: any) => [parameter, code])]).toEqual([
      422,
      ['invoiceId', 'debtorId', 'from', 'to'].map((parameter) => [parameter, 'REQUIRED']),
    ]);
    expect((await house.call('GET', '/v1/reports/activity?invoiceId=none')).status).toBe(404);
    expect(await house.call('GET', '/v1/reports/activity?from=2026-02-01&to=2026-01-01')).toMatchObject({
      status: 422,
      body: { errors: [{ parameter: 'from', detail: 'expected a day up to 2026-01-01, got 2026-02-01' }] },
    });
  });

  test('as JSON: what was done, what came in, what is open', async () => {
    const { invoices, totals } = ok(await house.call('GET', '/v1/reports/activity?invoiceId=F-1'));
    expect(invoices).toHaveLength(1);
    expect(invoices[0].acts.map(({ on, kind, result }: any) => [on, kind, result])).toEqual(
      expect.arrayContaining([
        ['2025-12-02', 'payment', null],
        ['2026-01-15', 'talk', 'refused'],
        ['2026-01-15', 'hold', 'manual'],
      ]),
    );
    expect(totals).toMatchObject({ invoices: 1, written: 0, spoken: 0, sums: [{ received: euros(20_050) }] });
    const own = ok(await house.call('GET', '/v1/invoices/F-1/statement'));
    expect(totals.sums[0].total).toEqual(own.total);
  });

  test('of a period: only what happened in it, of whom it happened', async () => {
    const { invoices } = ok(await house.call('GET', '/v1/reports/activity?from=2025-12-01&to=2025-12-31'));
    expect(invoices.map(({ invoiceId, acts }: any) => [invoiceId, acts.map(({ on }: any) => on)])).toEqual([
      ['F-1', ['2025-12-02']],
      ['F-3', expect.arrayContaining(['2025-12-02'])],
    ]);
  });

  test('as CSV: whole, quoted, readable in a spreadsheet, and no formula is run', async () => {
    const { type, bytes } = await read('/v1/reports/activity?debtorId=dupont', 'text/csv');
    expect(type).toBe('text/csv; charset=utf-8');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Record<string, string>[] = parse(Buffer.from(bytes), { bom: true, columns: true });
    const talk = rows.find(({ kind }) => kind === 'talk')!;
    expect(talk).toMatchObject({
      number: '2025/0001',
      result: 'refused',
      about: `'=HYPERLINK("http://x","clic"), dit-elle`,
    });
    expect(rows.find(({ kind }) => kind === 'hold')).toMatchObject({ about: 'vérification, « BC-77 »' });
    expect(rows.find(({ kind, invoice_id }) => kind === 'open' && invoice_id === 'F-1')).toMatchObject({
      principal: '1000.00',
      indemnity: '40.00',
    });
    expect(rows.find(({ kind }) => kind === 'payment')).toMatchObject({ amount: '200.50', currency: 'EUR' });
  });

  test('as .docx in the creditor’s language', async () => {
    const french = await letterWords((await read('/v1/reports/activity?invoiceId=F-1', DOCX)).bytes);
    for (const words of [
      'Relances et paiements',
      'Facture 2025/0001 : Dupont SA',
      'refus',
      'Frais de recouvrement enregistrés : aucun',
    ])
      expect(french).toContain(words);
    expect(french).not.toMatch(/undefined|null|NaN|Invalid Date/);
  });

  test('a rate that nobody official published is named with its source, in every shape', async () => {
    house.on('2026-08-31');
    const path = '/v1/reports/activity?invoiceId=F-1';
    const { invoices } = ok(await house.call('GET', path));
    expect(invoices[0]).toMatchObject({
      warnings: ['RATE_UNOFFICIAL'],
      unofficialRates: [{ from: '2026-07-01', to: '2026-08-31', ratePct: '12.40', confidence: 'unofficial' }],
    });
    const rows: Record<string, string>[] = parse(Buffer.from((await read(path, 'text/csv')).bytes), {
      bom: true,
      columns: true,
    });
    expect(rows.find(({ kind }) => kind === 'open')?.['unofficial_rates']).toBe(
      '12.40 from 2026-07-01 to 2026-08-31, unofficial: three independent public files, none of them official; verify at the ECB',
    );
    const said = await letterWords((await read(path, DOCX)).bytes);
    expect(said).toContain(
      'Intérêts comptés à un taux non officiel, à vérifier : 12,40 % du 01/07/2026 au 31/08/2026 (source : three independent',
    );
    const { invoices: before } = ok(await house.call('GET', `${path}&to=2026-06-30`));
    expect(before[0]).toMatchObject({ warnings: [], unofficialRates: [] });
  });
});

describe('which shape an Accept header asks for', () => {
  const OFFERED = ['application/json', 'text/csv'] as const;
  test.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['text/html, */*;q=0.1', 'application/json'],
    ['application/json;q=0.5, text/csv', 'text/csv'],
    ['text/*', 'text/csv'],
    ['*/*, application/json;q=0', 'text/csv'],
    ['TEXT/CSV; q=1.0', 'text/csv'],
  ])('%s → %s', (accept, type) => expect(preferred(accept, OFFERED)).toBe(type));

  test.each(['image/png', 'text/csv;q=0', 'application/json;q=x'])('%s is refused', (accept) => {
    expect(() => preferred(accept, OFFERED)).toThrow(Problem);
  });
});

test('CSV quotes what must be quoted and takes the sting out of formulas', () => {
  const nasty = ['a,b', 'say "x"', 'two\nlines', '=1+1', '+33 4', '-2', '@me', '\tTab', ' edge ', 'plain', "l'eau"];
  const [row] = parse(writeCsv([nasty]), { bom: true });
  expect(row).toEqual([
    'a,b',
    'say "x"',
    'two\nlines',
    "'=1+1",
    "'+33 4",
    "'-2",
    "'@me",
    "'\tTab",
    ' edge ',
    'plain',
    "l'eau",
  ]);
});
