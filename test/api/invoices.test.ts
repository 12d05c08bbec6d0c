import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, anInvoice, euros, ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const announce = (given: Record<string, unknown> = {}) => house.call('POST', '/v1/invoices', anInvoice(given));

test('an announced invoice is stored with its timetable and the case is told', async () => {
  house.told();
  const answer = await announce({ id: 'A-1', number: '2031/0001' });
  const body = ok(answer, 201);
  expect(answer.headers.get('location')).toBe('/v1/invoices/A-1');
  expect(body.balance).toEqual(euros(120_050));
  expect(body.case).toMatchObject({
    status: 'chasing',
    outcome: null,
    strategy: 'progressive',
    nextStep: 'pre-reminder',
  });
  expect(body.case.timetable[0]).toMatchObject({ key: 'pre-reminder', plannedOn: '2031-03-27', status: 'planned' });
  expect(body.case.links).toEqual({
    temporal: 'http://127.0.0.1:8233/namespaces/default/workflows/invoice%2Fdefault%2FA-1',
    desk: 'http://127.0.0.1:3000/invoices/A-1',
  });
  expect(house.told()).toEqual([{ creditorId: 'default', invoiceId: 'A-1' }]);
  const row = await house.db.invoice.findUniqueOrThrow({
    where: { creditorId_id: { creditorId: 'default', id: 'A-1' } },
  });
  expect(row).toMatchObject({ number: '2031/0001', postedOn: '2031-03-03', amountMinor: 120_050n, currency: 'EUR' });
});

test('number and posting day have their defaults', async () => {
  const body = ok(await announce({ id: 'A-2', number: undefined }), 201);
  expect(body).toMatchObject({ number: 'A-2', postedOn: '2031-03-03', collection: 'transfer' });
});

test('S2.3 an invoice without subject or line is refused', async () => {
  for (const given of [
    { subject: undefined },
    { subject: null },
    { subject: '   ' },
    { subject: undefined, lines: [] },
  ]) {
    const { status, body } = await announce({ id: 'S2.3', ...given });
    expect(status, JSON.stringify(given)).toBe(422);
    expect(body.code).toBe('VALIDATION');
    expect(body.errors[0].pointer).toBe('/subject');
  }
  expect(await house.db.invoice.count({ where: { id: 'S2.3' } })).toBe(0);
});

test('S2.3 a line is enough to say what was supplied', async () => {
  const body = ok(
    await announce({ id: 'lines', subject: undefined, lines: [{ description: 'Deux journées de maintenance' }] }),
    201,
  );
  expect(body.lines).toEqual([{ description: 'Deux journées de maintenance' }]);
});

test('S3.3 an invoice without due date is refused', async () => {
  for (const dueOn of [undefined, null]) {
    const { status, body } = await announce({ id: 'S3.3', dueOn });
    expect(status).toBe(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/dueOn' })]);
  }
  const early = await announce({ id: 'S3.3', dueOn: '2031-03-02' });
  expect(early.status).toBe(422);
  expect(early.body.errors).toEqual([
    { pointer: '/dueOn', code: 'BEFORE_ISSUE', detail: 'expected a day from issuedOn (2031-03-03) on, got 2031-03-02' },
  ]);
  expect(await house.db.invoice.count({ where: { id: 'S3.3' } })).toBe(0);
});

test.each([
  ['an id with a slash', { id: '2026/0042' }, '/id'],
  ['an id of 65 characters', { id: 'x'.repeat(65) }, '/id'],
  ['half a cent', { amount: { minor: 10.5, currency: 'EUR' } }, '/amount/minor'],
  ['nothing owed', { amount: { minor: 0, currency: 'EUR' } }, '/amount/minor'],
  ['an amount as text', { amount: { minor: '1200', currency: 'EUR' } }, '/amount/minor'],
  ['a currency that does not exist', { amount: { minor: 1, currency: 'EUX' } }, '/amount/currency'],
  ['30 February', { dueOn: '2031-02-30' }, '/dueOn'],
  ['a misspelt field', { dueDate: '2031-04-04' }, '/dueDate'],
  ['a misspelt field inside', { debtor: { ...aDebtor, mail: 'x@example.com' } }, '/debtor/mail'],
  ['no debtor', { debtor: undefined }, '/debtor'],
  ['a debtor nobody knows', { debtor: undefined, debtorId: 'nobody' }, '/debtorId'],
  ['an unknown strategy', { strategy: 'gentle' }, '/strategy'],
  ['a step of another strategy', { startAt: 'statement' }, '/startAt'],
  [
    'an inline payment in another currency',
    { payments: [{ id: 'p', amount: { minor: 1, currency: 'USD' }, receivedOn: '2031-03-03' }] },
    '/payments',
  ],
  [
    'too many metadata',
    { metadata: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, 'v'])) },
    '/metadata',
  ],
])('%s is refused with a pointer', async (_, given, pointer) => {
  const { status, body, headers } = await announce({ id: 'refused', ...given });
  expect(status).toBe(422);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  expect(await house.db.invoice.count({ where: { id: 'refused' } })).toBe(0);
});

test('the same announcement again is answered 200, another content 409, and nothing changes', async () => {
  const first = ok(await announce({ id: 'twice', metadata: { order: '7', shop: 'a' } }), 201);
  const again = await announce({ id: 'twice', metadata: { shop: 'a', order: '7' } });
  expect(again.status).toBe(200);
  expect(again.body.case.timetable).toEqual(first.case.timetable);
  const other = await announce({ id: 'twice', amount: euros(1) });
  expect(other.status).toBe(409);
  expect(other.body.code).toBe('INVOICE_CONFLICT');
  ok(await house.call('PATCH', '/v1/invoices/twice', { subject: 'Maintenance, mars' }));
  // The first request as sent counts, not what a correction made of it.
  expect((await announce({ id: 'twice', metadata: { order: '7', shop: 'a' } })).status).toBe(200);
  expect((await house.call('GET', '/v1/invoices/twice')).body.subject).toBe('Maintenance, mars');
});

test('ten announcements of one id at once make one case', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => announce({ id: 'race' })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 200, 200, 200, 200, 200, 200, 200, 200, 201,
  ]);
  expect(await house.db.step.count({ where: { invoiceId: 'race' } })).toBe(answers[0]?.body.case.timetable.length);
});

test('an existing debtor is not overwritten by an embedded one', async () => {
  ok(await announce({ id: 'D-1', debtor: { ...aDebtor, id: 'known' } }), 201);
  const body = ok(await announce({ id: 'D-2', debtor: { ...aDebtor, id: 'known', name: 'Dupond SA' } }), 201);
  expect(body.warnings).toEqual([expect.objectContaining({ code: 'DEBTOR_DIFFERS' })]);
  expect(ok(await house.call('GET', '/v1/debtors/known')).name).toBe('Dupont SA');
  expect(ok(await announce({ id: 'D-3', debtor: { ...aDebtor, id: 'known' } }), 201).warnings).toEqual([]);
});

test('a term over 60 days between businesses is taken with a warning', async () => {
  const warned = ok(await announce({ id: 'term', dueOn: '2031-05-03' }), 201);
  expect(warned.warnings).toEqual([expect.objectContaining({ code: 'TERM_OVER_LEGAL_MAXIMUM' })]);
  expect(ok(await announce({ id: 'term-60', dueOn: '2031-05-02' }), 201).warnings).toEqual([]);
});

test('payments, credit notes, prior reminders, a hold and a later start come with the announcement', async () => {
  const body = ok(
    await announce({
      id: 'inline',
      payments: [{ id: 'inline-1', amount: euros(20_050), receivedOn: '2031-03-02' }],
      creditNotes: [{ id: 'AV-1', amount: euros(10_000), issuedOn: '2031-03-02' }],
      priorReminders: [{ on: '2031-03-01', channel: 'email', level: 1 }],
      hold: { until: '2031-03-10', reason: 'manual', note: 'attend la livraison' },
      startAt: 'first-reminder',
    }),
    201,
  );
  expect(body.balance).toEqual(euros(90_000));
  expect(body.case.holds).toEqual([expect.objectContaining({ kind: 'manual', until: '2031-03-10', thenDo: 'resume' })]);
  expect(body.case.timetable.slice(0, 3).map((row: { status: string }) => row.status)).toEqual([
    'skipped',
    'skipped',
    'planned',
  ]);
});

test('while Temporal is away the row is written, 201 says starting, and the answer is not late', async () => {
  house.temporal('away');
  const body = ok(await announce({ id: 'away' }), 201);
  expect(body.case.status).toBe('starting');
  house.temporal('there');
  expect(ok(await announce({ id: 'away' }), 200).case.status).toBe('chasing');
});

test('before the first reminder a correction changes everything, and asks for something to change', async () => {
  ok(await announce({ id: 'fix' }), 201);
  const body = ok(
    await house.call('PATCH', '/v1/invoices/fix', {
      dueOn: '2031-04-18',
      amount: euros(100_000),
      orderReference: 'BC-77',
    }),
  );
  expect(body).toMatchObject({ dueOn: '2031-04-18', balance: euros(100_000), orderReference: 'BC-77' });
  expect(body.case.timetable[0].on).toBe('2031-04-10');
  expect((await house.call('PATCH', '/v1/invoices/fix', {})).status).toBe(422);
  expect((await house.call('PATCH', '/v1/invoices/fix', { id: 'other' })).body.errors[0].code).toBe('UNKNOWN_FIELD');
});

test('a cancelled invoice is closed and stays so', async () => {
  ok(await announce({ id: 'cancel' }), 201);
  house.told();
  const body = ok(await house.call('POST', '/v1/invoices/cancel/cancellation', { reason: 'émise deux fois' }));
  expect(body.case).toMatchObject({ status: 'closed', outcome: 'cancelled' });
  expect(house.told()).toHaveLength(1);
  ok(await house.call('POST', '/v1/invoices/cancel/cancellation', { reason: 'émise deux fois' }));
  expect((await house.call('PATCH', '/v1/invoices/cancel', { subject: 'x' })).body.code).toBe('CASE_CLOSED');
});

test('lists are paged by a cursor and filtered', async () => {
  const call = house.call;
  ok(
    await call('PUT', '/v1/creditors/lists', {
      ...(await call('GET', '/v1/creditors/default')).body,
      id: undefined,
      version: undefined,
      createdAt: undefined,
    }),
    201,
  );
  const there = { 'Huitaine-Creditor': 'lists' };
  for (const id of ['L-1', 'L-2', 'L-3'])
    ok(await call('POST', '/v1/invoices', anInvoice({ id, number: `N ${id}` }), there), 201);
  const first = ok(await call('GET', '/v1/invoices?limit=2', undefined, there));
  expect(first.data.map((row: { id: string }) => row.id)).toEqual(['L-1', 'L-2']);
  const second = ok(await call('GET', `/v1/invoices?limit=2&cursor=${first.nextCursor}`, undefined, there));
  expect(second).toMatchObject({ data: [{ id: 'L-3' }], nextCursor: null });
  expect(ok(await call('GET', '/v1/invoices?number=N%20L-2', undefined, there)).data).toHaveLength(1);
  expect(ok(await call('GET', '/v1/invoices?status=closed', undefined, there)).data).toEqual([]);
  expect(ok(await call('GET', '/v1/invoices?updatedSince=2031-03-04T00:00:00Z', undefined, there)).data).toEqual([]);
  for (const query of ['limit=101', 'limit=0', 'cursor=zzz', 'state=open', 'updatedSince=yesterday'])
    expect((await call('GET', `/v1/invoices?${query}`, undefined, there)).body, query).toMatchObject({
      status: 400,
      code: 'INVALID_PARAMETER',
    });
});

test('timeline and explanation say what happened and why it waits', async () => {
  ok(await announce({ id: 'why' }), 201);
  const timeline = ok(await house.call('GET', '/v1/invoices/why/timeline'));
  expect(timeline.data[0]).toMatchObject({ type: 'announced', on: '2031-03-03', actor: 'Claire' });
  const { why, next, change } = ok(await house.call('GET', '/v1/invoices/why/explanation'));
  for (const sentence of [why, next, change]) expect(sentence.length).toBeGreaterThan(10);
  for (const path of ['', '/timeline', '/explanation', '/documents', '/steps/pre-reminder'])
    expect((await house.call('GET', `/v1/invoices/unknown${path}`)).body, path).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
});
