import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, anInvoice, ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const { id: _, ...body } = aDebtor;
const put = (id: string, given: Record<string, unknown> = {}, version?: string) =>
  house.call('PUT', `/v1/debtors/${id}`, { ...body, ...given }, version === undefined ? {} : { 'If-Match': version });

test('a debtor is created without If-Match and changed only by who has read him', async () => {
  const created = await put('petit');
  expect(created.status).toBe(201);
  expect(created.headers.get('etag')).toBe('"1"');
  expect(created.headers.get('location')).toBe('/v1/debtors/petit');
  expect((await put('petit', { name: 'Petit SARL' })).body).toMatchObject({ status: 428, code: 'IF_MATCH_MISSING' });
  const changed = await put('petit', { name: 'Petit SARL' }, '"1"');
  expect(changed).toMatchObject({ status: 200, body: { name: 'Petit SARL', version: 2 } });
  const late = await put('petit', { name: 'Autre' }, '"1"');
  expect(late.body).toMatchObject({ status: 412, code: 'VERSION_STALE' });
  expect(late.headers.get('etag')).toBe('"2"');
  expect((await put('petit', {}, '*')).body.code).toBe('IF_MATCH_INVALID');
  expect(ok(await house.call('GET', '/v1/debtors/petit'))).toMatchObject({
    id: 'petit',
    name: 'Petit SARL',
    version: 2,
  });
});

test('of five changes of one version at once, one is written', async () => {
  ok(await put('busy'), 201);
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => put('busy', { name }, '"1"')));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412, 412]);
  expect(ok(await house.call('GET', '/v1/debtors/busy')).version).toBe(2);
});

test('a patch changes what it names; null takes a field away', async () => {
  ok(await put('patch', { preferredChannel: 'letter', metadata: { crm: '7' } }), 201);
  const patched = ok(await house.call('PATCH', '/v1/debtors/patch', { local: true, preferredChannel: null }));
  expect(patched).toMatchObject({ local: true, metadata: { crm: '7' }, version: 2 });
  expect(patched.preferredChannel).toBeUndefined();
  expect((await house.call('PATCH', '/v1/debtors/patch', { local: false }, { 'If-Match': '"1"' })).status).toBe(412);
  expect((await house.call('PATCH', '/v1/debtors/patch', { name: null })).body.errors[0].pointer).toBe('/name');
  expect((await house.call('PATCH', '/v1/debtors/nobody', { local: true })).status).toBe(404);
});

test.each([
  ['an address without a street', { address: { ...body.address, lines: [] } }, '/address/lines'],
  ['an e-mail that is none', { contacts: [{ name: 'X', email: 'x@' }] }, '/contacts/0/email'],
  ['a phone that is none', { contacts: [{ name: 'X', phone: 'call me' }] }, '/contacts/0/phone'],
  ['a kind nobody knows', { kind: 'friend' }, '/kind'],
  ['a country in full', { country: 'France' }, '/country'],
])('%s is refused', async (_name, given, pointer) => {
  const { status, body: problem } = await put('wrong', given);
  expect(status).toBe(422);
  expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
});

test('debtors are listed by id', async () => {
  const first = ok(await house.call('GET', '/v1/debtors?limit=2'));
  expect(first.data).toHaveLength(2);
  const second = ok(await house.call('GET', `/v1/debtors?limit=100&cursor=${first.nextCursor}`));
  const ids = [...first.data, ...second.data].map((debtor: { id: string }) => debtor.id);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

test('when his contacts change, the open draft is withdrawn to be made anew, and the case is told', async () => {
  ok(await house.call('POST', '/v1/invoices', anInvoice({ id: 'DRAFT', debtor: { ...aDebtor, id: 'moved' } })), 201);
  const where = { creditorId: 'default', invoiceId: 'DRAFT' };
  await house.db.step.update({
    where: { creditorId_invoiceId_key: { ...where, key: 'pre-reminder' } },
    data: { status: 'awaiting-approval' },
  });
  const text = { subject: 's', markdown: 'm', text: 't', html: 'h' };
  await house.db.draft.create({
    data: {
      ...where,
      ...text,
      id: 'draft_1',
      stepKey: 'pre-reminder',
      n: 1,
      channel: 'email',
      template: 't',
      language: 'fr',
      recipients: [],
      attachments: [],
      sha256: 'a'.repeat(64),
      balanceMinor: 120_050n,
      madeOn: '2031-03-03',
      madeAt: new Date(),
      status: 'open',
    },
  });
  house.told();
  ok(await house.call('PATCH', '/v1/debtors/moved', { metadata: { note: 'nothing that is printed' } }));
  expect(house.told()).toEqual([]);
  ok(await house.call('PATCH', '/v1/debtors/moved', { contacts: [{ name: 'M. Neuf', email: 'neuf@example.com' }] }));
  expect(house.told()).toEqual([where]);
  expect(await house.db.draft.findUnique({ where: { id: 'draft_1' } })).toMatchObject({
    status: 'withdrawn',
    withdrawnWhy: "the debtor's data changed",
  });
  expect(ok(await house.call('GET', '/v1/invoices/DRAFT')).case.timetable[0].status).toBe('due');
});

test('creditors: default is there, a put creates or replaces, and says which', async () => {
  const { id, version, createdAt, ...creditor } = ok(await house.call('GET', '/v1/creditors/default'));
  expect([id, version, createdAt]).toEqual(['default', 1, '2031-03-03T09:00:00.000Z']);
  expect((await house.call('PUT', '/v1/creditors/second', creditor)).status).toBe(201);
  const replaced = await house.call('PUT', '/v1/creditors/second', { ...creditor, name: 'Deux SAS', sendingHour: 8 });
  expect(replaced).toMatchObject({
    status: 200,
    body: { id: 'second', name: 'Deux SAS', sendingHour: 8, version: 2, sending: 'off' },
  });
  expect(replaced.headers.get('etag')).toBe('"2"');
  for (const [given, pointer] of [
    [{ timeZone: 'Paris' }, '/timeZone'],
    [{ sendingHour: 24 }, '/sendingHour'],
    [{ iban: 'FR76 3000' }, '/iban'],
    [{ name: undefined }, '/name'],
    [{ sending: 'maybe' }, '/sending'],
  ] as const)
    expect((await house.call('PUT', '/v1/creditors/second', { ...creditor, ...given })).body.errors[0].pointer).toBe(
      pointer,
    );
  expect((await house.call('GET', '/v1/creditors/nobody')).status).toBe(404);
});

test('the sum that a contract names is in euros, as its cap is', async () => {
  const named = (currency: string) =>
    put('in-yen', { terms: { reference: 'CGV', indemnity: { minor: 1500, currency } } });
  const refused = await named('JPY');
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/terms/indemnity']);
  expect(refused.body.detail).toContain('expected euros');
  expect((await named('EUR')).status).toBe(201);
});
