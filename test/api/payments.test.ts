import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rfReference } from '../../domain/references.ts';
import { lockAnnouncement } from '../../prisma/ledger/waiting.ts';
import { aDebtor, anInvoice, euros, ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

let count = 0;

/** An invoice of 1,200.50 € to a debtor of its own. */
const announced = async (given: Record<string, unknown> = {}): Promise<string> => {
  const id = `P-${(count += 1)}`;
  const debtor = { ...aDebtor, id: `debtor-${id}`, name: `Client ${id}` };
  ok(await house.call('POST', '/v1/invoices', anInvoice({ id, number: `NR-${id}`, debtor, ...given })), 201);
  house.told();
  return id;
};

const received = (id: string, minor: number, given: Record<string, unknown> = {}) => ({
  id,
  amount: euros(minor),
  receivedOn: '2031-03-03',
  ...given,
});
const payOn = (invoiceId: string, body: unknown) => house.call('POST', `/v1/invoices/${invoiceId}/payments`, body);
const pay = (body: unknown) => house.call('POST', '/v1/payments', body);
const caseOf = async (id: string) => ok(await house.call('GET', `/v1/invoices/${id}`));
const openTasks = async (kind: string) => ok(await house.call('GET', `/v1/tasks?kind=${kind}&status=open`)).data;

describe('on an invoice', () => {
  test('a payment in full closes the case at once and tells it', async () => {
    const id = await announced();
    const answer = await payOn(
      id,
      received('full', 120_050, { method: 'transfer', payer: { iban: 'FR7630006000011234567890189' } }),
    );
    expect(ok(answer, 201)).toMatchObject({
      status: 'allocated',
      balance: euros(0),
      case: { status: 'closed', outcome: 'paid' },
      unallocated: euros(0),
      overpaid: euros(0),
    });
    expect(house.told()).toEqual([{ creditorId: 'default', invoiceId: id }]);
    expect(await house.db.allocation.findMany({ where: { invoiceId: id } })).toMatchObject([
      { source: 'api', paymentId: 'full', amountMinor: 120_050n, by: 'Claire' },
    ]);
  });

  test('a part payment lowers the claim and moves no day', async () => {
    const id = await announced();
    const before = await caseOf(id);
    expect(ok(await payOn(id, received('part', 20_050)), 201)).toMatchObject({
      balance: euros(100_000),
      case: { status: 'chasing', outcome: null },
    });
    const days = (view: { case: { timetable: { on: string }[] } }) => view.case.timetable.map(({ on }) => on);
    expect(days(await caseOf(id))).toEqual(days(before));
  });

  test('a difference within the tolerance closes the case as paid', async () => {
    const id = await announced();
    expect(ok(await payOn(id, received('short', 119_550)), 201)).toMatchObject({
      balance: euros(500),
      case: { outcome: 'paid' },
    });
    const other = await announced();
    expect(ok(await payOn(other, received('shorter', 119_549)), 201)).toMatchObject({
      balance: euros(501),
      case: { outcome: null },
    });
  });

  test('the same payment again is 200 and counts once; the case is told again; another amount is a conflict', async () => {
    const id = await announced();
    ok(await payOn(id, received('once', 50_000)), 201);
    house.told();
    expect(ok(await payOn(id, received('once', 50_000)), 200).balance).toEqual(euros(70_050));
    expect(house.told()).toHaveLength(1);
    const other = await payOn(id, received('once', 50_001));
    expect(other.body).toMatchObject({ status: 409, code: 'PAYMENT_CONFLICT' });
    expect((await payOn(id, received('once', 50_000, { reference: 'x' }))).status).toBe(409);
    expect((await caseOf(id)).balance).toEqual(euros(70_050));
    expect((await caseOf(await announced())).balance).toEqual(euros(120_050));
    // Another source may use the same id.
    expect(ok(await payOn(id, received('once', 50_000, { source: 'shop' })), 201).balance).toEqual(euros(20_050));
    expect((await house.call('GET', '/v1/payments/once')).body.code).toBe('SOURCE_MISSING');
    expect(ok(await house.call('GET', '/v1/payments/once?source=shop')).source).toBe('shop');
  });

  test('twenty times the same payment at once is one payment', async () => {
    const id = await announced();
    const answers = await Promise.all(Array.from({ length: 20 }, () => payOn(id, received('many', 20_050))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    expect((await caseOf(id)).balance).toEqual(euros(100_000));
  });

  test('on a closed case too much is kept and a person is asked to give it back', async () => {
    const id = await announced();
    ok(await payOn(id, received('paid', 120_050)), 201);
    expect(ok(await payOn(id, received('paid-twice', 120_050)), 201)).toMatchObject({
      balance: euros(-120_050),
      overpaid: euros(120_050),
      case: { outcome: 'paid' },
    });
    const tasks = (await openTasks('refund')).filter((task: { invoiceId: string }) => task.invoiceId === id);
    expect(tasks).toMatchObject([{ details: { amountMinor: 120_050, currency: 'EUR' }, blocking: false }]);
  });

  test('an unknown invoice is 404, another currency 422, and nothing is stored', async () => {
    const id = await announced();
    expect((await payOn('nowhere', received('lost', 1))).body.code).toBe('NOT_FOUND');
    const dollars = await payOn(id, { id: 'lost', amount: { minor: 1, currency: 'USD' }, receivedOn: '2031-03-03' });
    expect(dollars.body).toMatchObject({ status: 422, code: 'CURRENCY_MISMATCH' });
    expect(await house.db.payment.count({ where: { id: 'lost' } })).toBe(0);
  });
});

describe('allocated by its sender', () => {
  test('one payment settles two invoices', async () => {
    const [a, b] = [await announced(), await announced()];
    const allocations = [a, b].map((invoiceId) => ({ invoiceId, amount: euros(120_050) }));
    const body = ok(await pay(received('two', 240_100, { allocations })), 201);
    expect(body).toMatchObject({ status: 'allocated', balance: null });
    expect(body.allocations.map((one: { case: { outcome: string } }) => one.case.outcome)).toEqual(['paid', 'paid']);
    expect(house.told()).toHaveLength(2);
    expect(await openTasks('allocate-payment')).toEqual([]);
  });

  test('more than the payment, an invoice twice, or another currency is refused', async () => {
    const id = await announced();
    const of = (minor: number, currency = 'EUR') => ({ invoiceId: id, amount: { minor, currency } });
    expect((await pay(received('wrong', 100, { allocations: [of(101)] }))).body.code).toBe('ALLOCATION_EXCEEDS');
    expect((await pay(received('wrong', 100, { allocations: [of(50), of(50)] }))).body.code).toBe('VALIDATION');
    expect((await pay(received('wrong', 100, { allocations: [of(50, 'USD')] }))).body.code).toBe('CURRENCY_MISMATCH');
    expect(await house.db.payment.count({ where: { id: 'wrong' } })).toBe(0);
  });

  test('what the sender leaves open is for a person', async () => {
    const id = await announced();
    const body = ok(
      await pay(received('rest', 100_000, { allocations: [{ invoiceId: id, amount: euros(20_050) }] })),
      201,
    );
    expect(body).toMatchObject({ status: 'unmatched', unallocated: euros(79_950), balance: euros(100_000) });
    const [task] = (await openTasks('allocate-payment')).filter(
      (one: { details: { paymentId: string } }) => one.details.paymentId === 'rest',
    );
    expect(task.details).toMatchObject({ source: 'api', amountMinor: 79_950 });
    const done = ok(
      await house.call('POST', `/v1/tasks/${task.id}/completion`, {
        allocations: [{ invoiceId: id, amount: euros(79_950) }],
      }),
    );
    expect(done.task).toMatchObject({ status: 'done', closedBy: 'Claire' });
    expect((await caseOf(id)).balance).toEqual(euros(20_050));
  });

  test('a payment that names invoices not announced yet waits for each of them', async () => {
    const known = await announced();
    const allocations = ['W-1', 'W-2', known].map((invoiceId) => ({ invoiceId, amount: euros(40_000) }));
    const body = ok(await pay(received('early', 120_000, { allocations })), 202);
    expect(body).toMatchObject({ status: 'waiting', waitingFor: ['W-1', 'W-2'] });
    expect((await caseOf(known)).balance).toEqual(euros(80_050));
    expect((await pay(received('early', 120_000, { allocations }))).status).toBe(202);
    const second = ok(await house.call('POST', '/v1/invoices', anInvoice({ id: 'W-2', amount: euros(40_000) })), 201);
    expect(second).toMatchObject({ balance: euros(0), case: { status: 'closed', outcome: 'paid' } });
    expect(ok(await house.call('GET', '/v1/payments/early'))).toMatchObject({ status: 'waiting', waitingFor: ['W-1'] });
    ok(await house.call('POST', '/v1/invoices', anInvoice({ id: 'W-1', amount: euros(50_000) })), 201);
    expect((await caseOf('W-1')).balance).toEqual(euros(10_000));
    expect(ok(await house.call('GET', '/v1/payments/early'))).toMatchObject({
      status: 'allocated',
      waitingFor: [],
      unallocated: euros(0),
    });
    expect(ok(await pay(received('early', 120_000, { allocations })), 200).status).toBe('allocated');
  });

  test('whoever looks whether an invoice is announced waits for an announcement under way', async () => {
    const allocations = [{ invoiceId: 'UNDER-WAY', amount: euros(100) }];
    let paying: Promise<{ status: number }> | undefined;
    await house.db.$transaction(async (db) => {
      await lockAnnouncement(db, 'default', 'UNDER-WAY');
      paying = pay(received('meanwhile', 100, { allocations }));
      await pause(300);
      expect(await house.db.payment.count({ where: { id: 'meanwhile' } })).toBe(0);
    });
    expect((await paying)?.status).toBe(202);
  });

  test('a payment and the announcement of its invoice at once: the payment is never lost', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = `together-${round}`;
      const allocations = [{ invoiceId: id, amount: euros(120_050) }];
      await Promise.all([
        house.call('POST', '/v1/invoices', anInvoice({ id })),
        pay(received(`with-${id}`, 120_050, { allocations })),
      ]);
      expect(await caseOf(id), id).toMatchObject({ balance: euros(0), case: { status: 'closed' } });
    }
  });
});

test('an inline payment that had been reported before counts once', async () => {
  const reported = { ...received('inline-early', 20_050), source: 'bank' };
  ok(await pay({ ...reported, allocations: [{ invoiceId: 'INLINE', amount: euros(20_050) }] }), 202);
  const body = ok(await house.call('POST', '/v1/invoices', anInvoice({ id: 'INLINE', payments: [reported] })), 201);
  expect(body.balance).toEqual(euros(100_000));
});

describe('matched', () => {
  test('by the structured reference, also written in groups', async () => {
    const id = await announced();
    const reference = rfReference(`NR-${id}`);
    expect((await caseOf(id)).payment.reference).toBe(reference);
    const grouped = `VIR CLIENT ${reference.replaceAll(/(.{4})/g, '$1 ')} MERCI`;
    expect(ok(await pay(received('rf', 120_050, { reference: grouped })), 201)).toMatchObject({
      status: 'allocated',
      allocations: [{ invoiceId: id }],
      case: { outcome: 'paid' },
    });
    const wrong = ok(
      await pay(
        received('rf-typo', 7, { reference: reference.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) }),
      ),
      201,
    );
    expect(wrong.status).toBe('unmatched');
  });

  test('by the invoice number among other words', async () => {
    const id = await announced();
    expect(ok(await pay(received('number', 20_050, { reference: `Facture NR-${id}, merci.` })), 201)).toMatchObject({
      status: 'allocated',
      balance: euros(100_000),
    });
  });

  test('by several numbers: the oldest due first, what is too much on the last', async () => {
    const late = await announced({ dueOn: '2031-04-30' });
    const soon = await announced({ dueOn: '2031-03-31' });
    const part = ok(await pay(received('numbers', 150_000, { reference: `NR-${late} NR-${soon}` })), 201);
    expect(
      part.allocations.toSorted((x: { invoiceId: string }, y: { invoiceId: string }) =>
        x.invoiceId < y.invoiceId ? -1 : 1,
      ),
    ).toMatchObject([
      { invoiceId: late, amount: euros(29_950) },
      { invoiceId: soon, amount: euros(120_050) },
    ]);
  });

  test('not by a number that two invoices bear, nor by a part of a number', async () => {
    const [a] = [await announced({ number: 'SAME-77' }), await announced({ number: 'SAME-77' })];
    expect(ok(await pay(received('double', 120_051, { reference: 'SAME-77' })), 201)).toMatchObject({
      status: 'unmatched',
      allocations: [],
    });
    expect(ok(await pay(received('within', 120_052, { reference: `XNR-${a}X` })), 201).status).toBe('unmatched');
  });

  test("by the payer's known IBAN with an exact amount, not with another", async () => {
    const iban = 'BE71096123456769';
    const debtor = { ...aDebtor, id: 'iban-debtor', name: 'Payeur connu' };
    const first = await announced({ debtor });
    const second = await announced({ debtor, amount: euros(33_333) });
    ok(await payOn(first, received('teach', 120_050, { payer: { iban } })), 201);
    const near = ok(await pay(received('near', 33_332, { payer: { iban } })), 201);
    expect(near).toMatchObject({
      status: 'unmatched',
      proposal: { debtorId: 'iban-debtor', allocations: [{ invoiceId: second, amount: euros(33_332) }] },
    });
    expect(ok(await pay(received('exact', 33_333, { payer: { iban } })), 201)).toMatchObject({
      status: 'allocated',
      allocations: [{ invoiceId: second }],
    });
    expect(
      ok(await pay(received('stranger', 33_333, { payer: { iban: 'FR7630006000011234567890189' } })), 201).status,
    ).toBe('unmatched');
  });
});

describe('unmatched', () => {
  test("money that could be a debtor's holds his cases for two business days and asks a person; his answer lets them go on", async () => {
    const debtor = { ...aDebtor, id: 'guess', name: 'Boulangerie Petit' };
    const [a, b] = [await announced({ debtor }), await announced({ debtor, amount: euros(70_000) })];
    house.on('2031-03-06');
    const body = ok(
      await pay(received('guess', 70_000, { reference: 'virement', payer: { name: 'boulangerie petit' } })),
      201,
    );
    expect(body).toMatchObject({
      status: 'unmatched',
      proposal: { debtorId: 'guess', allocations: [{ invoiceId: b, amount: euros(70_000) }] },
    });
    expect(house.told().map(({ invoiceId }) => invoiceId)).toEqual([a, b]);
    for (const id of [a, b]) {
      const { case: shown } = await caseOf(id);
      // Thursday plus two business days is Monday.
      expect(shown).toMatchObject({
        status: 'on-hold',
        hold: 'payment-announced',
        holds: [{ until: '2031-03-10', thenDo: 'resume' }],
      });
    }
    expect(
      ok(await house.call('GET', '/v1/payments?status=unmatched')).data.map((one: { id: string }) => one.id),
    ).toContain('guess');
    ok(await pay(received('guess', 70_000, { reference: 'virement', payer: { name: 'boulangerie petit' } })), 200);
    expect(await house.db.hold.count({ where: { invoiceId: a } })).toBe(1);
    const allocated = ok(
      await house.call('POST', '/v1/payments/guess/allocations', {
        allocations: [{ invoiceId: b, amount: euros(70_000) }],
      }),
      201,
    );
    expect(allocated).toMatchObject({ status: 'allocated', case: { status: 'closed', outcome: 'paid' } });
    expect((await caseOf(a)).case).toMatchObject({ status: 'chasing', holds: [] });
    expect(
      (await openTasks('allocate-payment')).filter(
        (task: { details: { paymentId: string } }) => task.details.paymentId === 'guess',
      ),
    ).toEqual([]);
    house.on('2031-03-03');
  });

  test('money of nobody known holds nobody', async () => {
    house.told();
    const body = ok(await pay(received('nobody', 4_711, { reference: 'loyer mars', payer: { name: 'Inconnu' } })), 201);
    expect(body).toMatchObject({ status: 'unmatched', proposal: null });
    expect(house.told()).toEqual([]);
  });

  test('a person allocates no more than there is, and says who he is', async () => {
    const id = await announced();
    ok(await pay(received('little', 1_000, { reference: 'rien' })), 201);
    const allocate = (minor: number, currency = 'EUR', headers = {}) =>
      house.call(
        'POST',
        '/v1/payments/little/allocations',
        { allocations: [{ invoiceId: id, amount: { minor, currency } }] },
        headers,
      );
    expect((await allocate(1_001)).body).toMatchObject({ status: 422, code: 'ALLOCATION_EXCEEDS' });
    expect((await allocate(1, 'USD')).body.code).toBe('CURRENCY_MISMATCH');
    expect((await allocate(1, 'EUR', { 'Huitaine-Actor': '' })).body).toMatchObject({
      status: 400,
      code: 'ACTOR_MISSING',
    });
    expect(ok(await allocate(400), 201)).toMatchObject({ status: 'unmatched', unallocated: euros(600) });
    expect((await caseOf(id)).balance).toEqual(euros(120_050 - 400));
  });

  test('one rest is given to one of several invoices that want it at once', async () => {
    const ids = [await announced(), await announced(), await announced()];
    ok(await pay(received('wanted', 600, { reference: 'rien non plus' })), 201);
    const give = (invoiceId: string) =>
      house.call('POST', '/v1/payments/wanted/allocations', { allocations: [{ invoiceId, amount: euros(600) }] });
    const answers = await Promise.all(ids.map(give));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422]);
    expect(ok(await house.call('GET', '/v1/payments/wanted'))).toMatchObject({
      unallocated: euros(0),
      status: 'allocated',
    });
  });
});

describe('going back', () => {
  const reverse = (id: string, body: unknown) => house.call('POST', `/v1/payments/${id}/reversals`, body);

  test('a reversal reopens the case under the same id; the same again changes nothing', async () => {
    const id = await announced();
    ok(await payOn(id, received('bounces', 120_050)), 201);
    house.told();
    const back = { id: 'R-1', on: '2031-03-05' };
    expect(ok(await reverse('bounces', back), 201)).toMatchObject({
      balance: euros(120_050),
      case: { status: 'chasing', outcome: null },
      reversals: [{ id: 'R-1', kind: 'reversal', amount: euros(120_050) }],
    });
    expect(house.told()).toEqual([{ creditorId: 'default', invoiceId: id }]);
    expect(ok(await reverse('bounces', back), 200).balance).toEqual(euros(120_050));
    expect(house.told()).toHaveLength(1);
    expect((await reverse('bounces', { ...back, on: '2031-03-06' })).body.code).toBe('REVERSAL_CONFLICT');
    expect((await reverse('bounces', { ...back, id: 'R-2' })).body.code).toBe('ALLOCATION_EXCEEDS');
    expect((await reverse('unknown', back)).status).toBe(404);
    expect((await caseOf(id)).case.status).toBe('chasing');
  });

  test('in part, and of a payment on two invoices, the newest allocation gives back first', async () => {
    const [a, b] = [await announced(), await announced()];
    const allocations = [a, b].map((invoiceId) => ({ invoiceId, amount: euros(120_050) }));
    ok(await pay(received('both', 240_100, { allocations })), 201);
    ok(await reverse('both', { id: 'R-part', on: '2031-03-05', amount: euros(130_050), kind: 'chargeback' }), 201);
    expect([(await caseOf(a)).balance, (await caseOf(b)).balance]).toEqual([euros(10_000), euros(120_050)]);
    expect([(await caseOf(a)).case.status, (await caseOf(b)).case.status]).toEqual(['chasing', 'chasing']);
  });

  test('of a payment that was paid twice, the claim stays settled', async () => {
    const id = await announced();
    ok(await payOn(id, received('twice-1', 120_050)), 201);
    ok(await payOn(id, received('twice-2', 120_050)), 201);
    expect(ok(await reverse('twice-1', { id: 'R', on: '2031-03-05' }), 201)).toMatchObject({
      balance: euros(0),
      case: { status: 'closed', outcome: 'paid' },
    });
    expect((await openTasks('refund')).filter((task: { invoiceId: string }) => task.invoiceId === id)).toEqual([]);
  });

  test('of a payment nobody has placed, no case is moved', async () => {
    ok(await pay(received('placeless', 999, { reference: 'zut' })), 201);
    house.told();
    expect(ok(await reverse('placeless', { id: 'R', on: '2031-03-05' }), 201)).toMatchObject({
      status: 'allocated',
      unallocated: euros(0),
    });
    expect(house.told()).toEqual([]);
    expect(
      (await openTasks('allocate-payment')).filter(
        (task: { details: { paymentId: string } }) => task.details.paymentId === 'placeless',
      ),
    ).toEqual([]);
  });

  test('a refund gives back what was too much and does not reopen', async () => {
    const id = await announced();
    ok(await payOn(id, received('over', 130_050)), 201);
    const refund = (body: unknown) => house.call('POST', '/v1/payments/over/refunds', body);
    expect(ok(await refund({ id: 'RF-1', on: '2031-03-06' }), 201)).toMatchObject({
      refunds: [{ id: 'RF-1', amount: euros(10_000) }],
      overpaid: euros(0),
      case: { status: 'closed' },
    });
    expect((await openTasks('refund')).filter((task: { invoiceId: string }) => task.invoiceId === id)).toEqual([]);
    // More than was too much is our own gift: the claim stays settled.
    expect(ok(await refund({ id: 'RF-2', on: '2031-03-07', amount: euros(120_050) }), 201)).toMatchObject({
      balance: euros(0),
      case: { status: 'closed', outcome: 'paid' },
    });
    expect((await refund({ id: 'RF-3', on: '2031-03-07', amount: euros(1) })).body.code).toBe('ALLOCATION_EXCEEDS');
  });

  test('after a duplicate was refunded, the reversal of the other payment reopens the case', async () => {
    const id = await announced();
    ok(await payOn(id, received('dup-1', 120_050)), 201);
    ok(await payOn(id, received('dup-2', 120_050)), 201);
    ok(await house.call('POST', '/v1/payments/dup-2/refunds', { id: 'RF', on: '2031-03-06' }), 201);
    expect(ok(await reverse('dup-1', { id: 'R', on: '2031-03-07' }), 201)).toMatchObject({
      balance: euros(120_050),
      case: { status: 'chasing' },
    });
  });
});

describe('credit notes', () => {
  const credit = (invoiceId: string, body: unknown) =>
    house.call('POST', `/v1/invoices/${invoiceId}/credit-notes`, body);

  test('one over the whole claim closes the case as credited; the same again counts once', async () => {
    const id = await announced();
    const note = { id: 'AV-1', amount: euros(120_050), issuedOn: '2031-03-04', reason: 'livraison refusée' };
    expect(ok(await credit(id, note), 201)).toMatchObject({
      balance: euros(0),
      effect: 'from-start',
      case: { status: 'closed', outcome: 'credited' },
    });
    expect(ok(await credit(id, note), 200).balance).toEqual(euros(0));
    expect((await credit(id, { ...note, amount: euros(1) })).body.code).toBe('CREDIT_NOTE_CONFLICT');
    expect((await credit('nowhere', note)).status).toBe(404);
  });

  test('after a payment in full it leaves a credit for a person', async () => {
    const id = await announced();
    ok(await payOn(id, received('before-credit', 120_050)), 201);
    expect(
      ok(await credit(id, { id: 'AV', amount: euros(5_000), issuedOn: '2031-03-04', effect: 'from-issue' }), 201),
    ).toMatchObject({ balance: euros(-5_000), case: { outcome: 'paid' } });
    expect((await openTasks('refund')).filter((task: { invoiceId: string }) => task.invoiceId === id)).toHaveLength(1);
  });
});

test('payments are listed by invoice and paged', async () => {
  const id = await announced();
  for (const name of ['l1', 'l2', 'l3']) ok(await payOn(id, received(name, 100)), 201);
  const first = ok(await house.call('GET', `/v1/payments?invoiceId=${id}&limit=2`));
  expect(first.data.map((one: { id: string }) => one.id)).toEqual(['l1', 'l2']);
  expect(ok(await house.call('GET', `/v1/payments?invoiceId=${id}&limit=2&cursor=${first.nextCursor}`))).toMatchObject({
    data: [{ id: 'l3' }],
    nextCursor: null,
  });
});
