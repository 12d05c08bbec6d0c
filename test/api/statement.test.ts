import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { STATEMENT_EXAMPLE } from '../../api/schemas/statement.ts';
import { aCreditor, aDebtor } from '../support/parties.ts';
import { ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
  ok(await house.call('PUT', '/v1/creditors/default', aCreditor));
});
afterAll(() => house.close());
beforeEach(() => house.on('2025-04-01'));

const euros = (minor: number) => ({ minor, currency: 'EUR' });

/** 10,000 € due 30 April 2025; the rates of these half-years ship with the app. */
const announce = async (id: string, given: Record<string, unknown> = {}): Promise<any> =>
  ok(
    await house.call('POST', '/v1/invoices', {
      id,
      issuedOn: '2025-03-31',
      dueOn: '2025-04-30',
      amount: euros(1_000_000),
      subject: 'Maintenance',
      strategy: 'five-days',
      debtor: { ...aDebtor, id: `debtor-of-${id}` },
      ...given,
    }),
  );

const pay = async (id: string, n: number, on: string, minor: number): Promise<any> => {
  house.on(on);
  return ok(
    await house.call('POST', `/v1/invoices/${id}/payments`, { id: `${id}-${n}`, amount: euros(minor), receivedOn: on }),
  );
};

const statement = async (id: string, on?: string): Promise<any> =>
  ok(await house.call('GET', `/v1/invoices/${id}/statement${on === undefined ? '' : `?on=${on}`}`));

test('principal, payments, interest by period with what stands behind each rate, indemnity and total', async () => {
  await announce('F-1', { number: '2025/0042' });
  await pay('F-1', 1, '2025-06-15', 300_000);
  // 46 days on 10,000 € at 13.15 %: 165.726; 15 on 7,000 €: 37.829; 62 at 12.15 %: 144.468.
  expect(await statement('F-1', '2025-08-31')).toEqual(STATEMENT_EXAMPLE);
});

test('absent, the day is the creditor’s today; a day to come says what will be owed then', async () => {
  await announce('F-2');
  expect(await statement('F-2')).toMatchObject({ on: '2025-04-01', total: euros(1_000_000) });
  house.on('2025-05-01');
  expect(await statement('F-2')).toMatchObject({ on: '2025-05-01', total: euros(1_004_360) });
  expect(await statement('F-2', '2025-06-30')).toMatchObject({ total: euros(1_025_977) });
  await pay('F-2', 1, '2025-05-20', 400_000);
  expect(await statement('F-2', '2025-05-19')).toMatchObject({ payments: [], principal: euros(1_000_000) });
  expect(await statement('F-2', '2025-05-20')).toMatchObject({ principal: euros(600_000) });
});

test.each([
  ['2025-02-30', 'INVALID_FORMAT', 'expected a calendar day as YYYY-MM-DD, got "2025-02-30"'],
  ['tomorrow', 'INVALID_FORMAT', 'expected a calendar day as YYYY-MM-DD, got "tomorrow"'],
  ['', 'INVALID_FORMAT', 'expected a calendar day as YYYY-MM-DD, got ""'],
  ['2200-01-01', 'INVALID_VALUE', 'expected a day from 1970 to 2199, got "2200-01-01"'],
])('a statement of %s, of an invoice or a debtor, is refused alike', async (on, code, detail) => {
  if (on === '2025-02-30') await announce('F-3');
  for (const of of ['invoices/F-3', 'debtors/dupont'])
    expect(await house.call('GET', `/v1/${of}/statement?on=${on}`), of).toMatchObject({
      status: 400,
      body: { code: 'INVALID_PARAMETER', errors: [{ parameter: 'on', code, detail }] },
    });
});

test('before it was issued, an invoice has no statement', async () => {
  expect(await house.call('GET', '/v1/invoices/F-3/statement?on=2025-03-30')).toMatchObject({
    status: 422,
    body: {
      code: 'VALIDATION',
      errors: [
        {
          parameter: 'on',
          code: 'INVALID_VALUE',
          detail: 'expected a day from 2025-03-31 on, when the invoice was issued, got 2025-03-30',
        },
      ],
    },
  });
});

test('an invoice that isn’t announced has none; what isn’t known in the query is refused', async () => {
  expect((await house.call('GET', '/v1/invoices/nobody/statement')).status).toBe(404);
  await announce('F-4');
  expect((await house.call('GET', '/v1/invoices/F-4/statement?day=2025-05-01')).status).toBe(400);
});

/** What the calculator is asked for the same figures. */
const asked = ({ regime, amount, ...said }: any) => ({
  regime: regime.key,
  contractRate: regime.contractRate,
  principal: amount,
  dueOn: said.dueOn,
  payments: said.payments,
  creditNotes: said.creditNotes,
  statementOn: said.on,
  imputation: said.imputation,
  formalNoticeOn: said.formalNoticeOn,
  firstReminder: said.firstReminder,
  creditorSize: regime.creditorSize,
  contractClause: regime.clause !== null,
  onUnknownRate: 'stop',
});

test.each([
  ['business', 'FR_B2B_DEFAULT', {}],
  ['contract', 'CONTRACT', { terms: { reference: 'CGV', interestRate: '9.5' } }],
  ['public', 'FR_B2G_FROZEN', { kind: 'public' }],
  ['belgian-public', 'BE_B2B', { kind: 'public', country: 'BE' }],
  ['association', 'FR_LEGAL_OTHER', { kind: 'non-professional' }],
  ['consumer', 'FR_LEGAL_OTHER', { kind: 'consumer' }],
  ['belgian-consumer', 'BE_LEGAL', { kind: 'consumer', country: 'BE' }],
])('the calculator says the same of a %s', async (id, key, debtor) => {
  await announce(id, { debtor: { ...aDebtor, id: `debtor-of-${id}`, ...debtor } });
  await pay(id, 1, '2025-06-15', 300_000);
  ok(
    await house.call('POST', `/v1/invoices/${id}/credit-notes`, {
      id: `${id}-a`,
      amount: euros(50_000),
      issuedOn: '2025-06-14',
      effect: 'from-issue',
    }),
  );
  for (const on of ['2025-04-30', '2025-06-14', '2026-08-31']) {
    const said = await statement(id, on);
    expect(said.regime.key).toBe(key);
    const calculated = ok(await house.call('POST', '/v1/late-payment-statements', asked(said)), 200);
    expect(said.interest.amount).toEqual(calculated.interest);
    expect(said.indemnity).toEqual(calculated.fixedIndemnity);
    expect(said.interest.segments).toEqual(calculated.segments);
    expect(said.unofficialRates).toEqual(calculated.unofficialRates);
    expect(said.warnings).toEqual(calculated.warnings);
    expect(said.total.minor).toBe(said.principal.minor + said.interest.amount.minor + said.indemnity.minor);
  }
});

test('a rate that isn’t official is flagged, and one that is missing said', async () => {
  await announce('F-5');
  const flagged = await statement('F-5', '2026-07-31');
  expect(flagged.warnings).toEqual(['RATE_UNOFFICIAL']);
  expect(flagged.unofficialRates).toMatchObject([
    { from: '2026-07-01', to: '2026-07-31', ratePct: '12.40', confidence: 'unofficial' },
  ]);
  expect(flagged.interest.segments.map((one: any) => [one.from, one.published.confidence])).toEqual([
    ['2025-05-01', 'secondary'],
    ['2025-07-01', 'secondary'],
    ['2026-01-01', 'secondary'],
    ['2026-07-01', 'unofficial'],
  ]);
  expect(await statement('F-5', '2027-02-01')).toMatchObject({
    warnings: ['RATE_UNOFFICIAL', 'RATE_MISSING_FROM'],
    missingFrom: '2027-01-01',
    interest: { through: '2026-12-31' },
  });
});

test('a reversed payment was never made; what a refund gives back makes nothing run again', async () => {
  await announce('F-6');
  await pay('F-6', 1, '2025-06-15', 300_000);
  ok(await house.call('POST', '/v1/payments/F-6-1/reversals', { id: 'r-1', on: '2025-06-20', kind: 'reversal' }));
  expect(await statement('F-6', '2025-06-30')).toMatchObject({
    payments: [],
    principal: euros(1_000_000),
    interest: { amount: euros(21_977) },
  });
});

test('a non-euro invoice and the policy `never` ask the principal', async () => {
  await announce('F-7', { amount: { minor: 1_000_000, currency: 'CHF' } });
  expect(await statement('F-7', '2025-08-31')).toMatchObject({
    accessories: { asked: false },
    total: { minor: 1_000_000, currency: 'CHF' },
  });
});

test('a day of receipt still to come counts as the day on which we were told, as in the ledger', async () => {
  await announce('F-8');
  house.on('2025-05-10');
  ok(
    await house.call('POST', '/v1/invoices/F-8/payments', {
      id: 'early',
      amount: euros(400_000),
      receivedOn: '2025-05-12',
    }),
  );
  expect(await statement('F-8')).toMatchObject({
    on: '2025-05-10',
    payments: [{ on: '2025-05-10', amount: euros(400_000) }],
    principal: euros(600_000),
  });
});

test('a due date that moves later takes its delay along; a notice from before it starts nothing', async () => {
  await announce('F-9', { debtor: { ...aDebtor, id: 'debtor-of-F-9', kind: 'consumer' } });
  await house.db.document.create({
    data: {
      id: 'doc-F-9',
      creditorId: 'default',
      invoiceId: 'F-9',
      debtorId: 'debtor-of-F-9',
      kind: 'formal-notice',
      filename: 'notice.docx',
      mediaType: 'application/octet-stream',
      bytes: new Uint8Array([1]),
      sha256: 'of the test',
      madeOn: '2025-05-05',
      madeAt: new Date('2025-05-05T08:00:00Z'),
      printedDate: '2025-05-23',
      postedOn: '2025-05-05',
    },
  });
  const presented = (on: string): Promise<any> =>
    house.call('POST', '/v1/letters/doc-F-9/events', { kind: 'presented', on });
  house.on('2025-06-10');
  ok(await presented('2025-05-08'));
  // 53 days at 3.71 %: 53.871.
  expect(await statement('F-9', '2025-06-30')).toMatchObject({
    formalNoticeOn: '2025-05-08',
    interest: { amount: euros(5_387) },
  });
  ok(await house.call('PATCH', '/v1/invoices/F-9', { dueOn: '2025-05-31', reason: 'agreed on the telephone' }));
  expect(await statement('F-9', '2025-06-30')).toMatchObject({ formalNoticeOn: null, interest: { amount: euros(0) } });
  ok(await presented('2025-06-10'));
  // 20 days: 20.329.
  expect(await statement('F-9', '2025-06-30')).toMatchObject({
    formalNoticeOn: '2025-06-10',
    interest: { amount: euros(2_033) },
  });
});
