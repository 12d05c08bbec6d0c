import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCreditor, anInvoice, ok, setUp } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

const NAME = 'messages/fr/progressive/first-reminder';
const path = (name: string): string => `/v1/templates/${encodeURIComponent(name)}`;

const own = (body: string, subject = 'Facture {{ invoice.number }} : un oubli ?'): string =>
  `---\nsubject: "${subject}"\npurpose: "Signale le retard."\n---\n${body}\n`;

const GOOD = own(
  '{% include "greeting" %}\n\nVotre facture {{ invoice.number }}, échue le {{ invoice.dueOn | date }}, attend {{ balance | money }}.\n\n{% include "payment" %}\n\n{% include "closing" %}',
);

let house: House;
beforeAll(async () => {
  house = await aHouse();
  await setUp(house.call);
  ok(await house.call('POST', '/v1/invoices', anInvoice({ id: 'F-1', number: 'F-1' })));
});
afterAll(() => house.close());

const put = (name: string, source: string, version: number) =>
  house.call('PUT', path(name), { source }, { 'If-Match': `"${version}"` });

test('every text is listed with its purpose, and none is changed at first', async () => {
  const { data } = ok(await house.call('GET', '/v1/templates'));
  const first = data.find(({ name }: any) => name === NAME);
  expect(first).toMatchObject({ kind: 'messages', language: 'fr', strategy: 'progressive', step: 'first-reminder' });
  expect(first).toMatchObject({ own: false, version: 0, by: null, changedAt: null });
  expect(first.purpose.length).toBeGreaterThan(10);
  const kinds = new Set(data.map(({ kind }: any) => kind));
  expect([...kinds]).toEqual(['messages', 'letters', 'scripts', 'partials']);
  const letters = ok(await house.call('GET', '/v1/templates?kind=letters&language=fr')).data;
  expect(letters.map(({ name }: any) => name)).toContain('letters/fr/formal-notice');
  expect(letters.every(({ kind }: any) => kind === 'letters')).toBe(true);
});

test('a text says what it may use, with what it says in a real case', async () => {
  const text = ok(await house.call('GET', `${path(NAME)}?invoiceId=F-1`));
  expect(text.source).toBe(text.shipped);
  const variable = (name: string) => text.variables.find((one: any) => one.name === name);
  expect(variable('invoice.number')).toEqual({
    name: 'invoice.number',
    insert: '{{ invoice.number }}',
    sample: 'F-1',
  });
  expect(variable('balance').insert).toBe('{{ balance | money }}');
  expect(variable('balance').sample).toMatch(/^1.200,50.€$/);
  expect(variable('invoice.dueOn')).toMatchObject({ insert: '{{ invoice.dueOn | date_long }}' });
  expect(variable('noticeOn')).toMatchObject({ sample: null, insert: expect.stringContaining('{% if noticeOn %}') });
});

test('a name may be typed with its slashes, and one that doesn’t exist is refused with the nearest ones', async () => {
  expect(ok(await house.call('GET', `/v1/templates/${NAME}`)).name).toBe(NAME);
  const { status, body } = await house.call('GET', '/v1/templates/messages/fr/progressive/first-remindr');
  expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  expect(body.detail).toContain(`as ${NAME}, `);
  expect(body.detail).toContain('got messages/fr/progressive/first-remindr');
});

test('an own text is saved as a version, by whom and when; going back keeps it', async () => {
  const saved = await put(NAME, GOOD, 0);
  expect(ok(saved)).toMatchObject({ own: true, version: 1, by: 'Claire', source: GOOD });
  expect(ok(await put(NAME, GOOD.replace('attend', 'attend encore'), 1)).version).toBe(2);
  const back = ok(await house.call('DELETE', path(NAME), undefined, { 'If-Match': '"2"' }));
  expect(back).toMatchObject({ own: false, version: 3 });
  expect(back.source).toBe(back.shipped);
  expect(back.versions.map(({ version, source }: any) => [version, source === null])).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  expect(back.versions[2]).toMatchObject({ source: GOOD, by: 'Claire', createdAt: '2031-03-03T09:00:00.000Z' });
});

test('what is the same as before makes no version', async () => {
  const { version } = ok(await house.call('GET', path(NAME)));
  const again = ok(await house.call('DELETE', path(NAME), undefined, { 'If-Match': `"${version}"` }));
  expect(again.version).toBe(version);
});

test('who hasn’t read the version in force is told so, and nothing is overwritten', async () => {
  const name = 'messages/fr/progressive/second-reminder';
  const unasked = await house.call('PUT', path(name), { source: GOOD });
  expect([unasked.status, unasked.body.code]).toEqual([428, 'IF_MATCH_MISSING']);
  ok(await put(name, GOOD, 0));
  const stale = await put(name, GOOD.replace('attend', 'attend toujours'), 0);
  expect([stale.status, stale.body.code]).toEqual([412, 'VERSION_STALE']);
  const both = await Promise.all(['un', 'deux'].map((word) => put(name, GOOD.replace('attend', `attend ${word}`), 1)));
  expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412']);
  expect(ok(await house.call('GET', path(name))).version).toBe(2);
});

test('a wrong variable is refused with its line, and the text in force stays', async () => {
  const before = ok(await house.call('GET', path(NAME)));
  const { status, body } = await put(
    NAME,
    GOOD.replace('{{ balance | money }}', '{{ balence | money }}'),
    before.version,
  );
  expect([status, body.code]).toEqual([422, 'TEMPLATE_FAULTY']);
  expect(body.errors[0]).toMatchObject({ pointer: '/source', line: 7 });
  expect(body.errors[0].detail).toMatch(/^line 7: .*balence/);
  expect(ok(await house.call('GET', path(NAME)))).toEqual(before);
});

test.each([
  ['an unknown filter', GOOD.replace('| money', '| euros'), 7, /euros/],
  ['a tag that isn’t closed', GOOD.replace('{% include "payment" %}', '{% if payBy %}'), 9, /if/],
  ['no front matter', 'Bonjour', 1, /front matter/],
  ['a piece that doesn’t exist', GOOD.replace('"closing"', '"farewell"'), 11, /farewell/],
])('refused with its line: %s', async (_name, source, line, detail) => {
  const { version } = ok(await house.call('GET', path(NAME)));
  const { status, body } = await put(NAME, source, version);
  expect(status).toBe(422);
  expect(body.errors[0]).toMatchObject({ line, detail: expect.stringMatching(detail) });
});

test('what must not be said to one kind of debtor is refused, with its line and the debtor', async () => {
  const { version } = ok(await house.call('GET', path(NAME)));
  const source = GOOD.replace(
    '{% include "payment" %}',
    'Les pénalités de retard courent déjà.\n\n{% include "payment" %}',
  );
  const { status, body } = await put(NAME, source, version);
  expect(status).toBe(422);
  const fault = body.errors.find(({ code }: any) => code === 'ANNOUNCES_TOO_MUCH');
  expect(fault).toMatchObject({ line: 9, detail: expect.stringContaining('consumer') });
});

test('what a reminder must say is missed when it isn’t there', async () => {
  const { version } = ok(await house.call('GET', path(NAME)));
  const { status, body } = await put(NAME, own('{% include "greeting" %}\n\nMerci de régler.', 'Un oubli ?'), version);
  expect(status).toBe(422);
  expect(body.errors.map(({ code }: any) => code)).toEqual(
    expect.arrayContaining(['NUMBER_MISSING', 'AMOUNT_MISSING', 'DUE_DATE_MISSING']),
  );
});

test('a piece is tried in every text in which it stands', async () => {
  const name = 'partials/fr/closing';
  const shipped = ok(await house.call('GET', path(name))).source;
  const faulty = await put(name, `${shipped}\nDernier avis avant saisie.`, 0);
  expect(faulty.status).toBe(422);
  expect(faulty.body.errors.map(({ code }: any) => code)).toContain('THREAT');
  expect(ok(await put(name, `${shipped}\nBelle journée à vous.`, 0)).version).toBe(1);
  const seen = ok(await house.call('POST', `${path(NAME)}/preview`, { invoiceId: 'F-1' }));
  expect(seen.text).toContain('Belle journée à vous.');
  ok(await house.call('DELETE', path(name), undefined, { 'If-Match': '"1"' }));
});

test('a preview shows a real case of today and changes nothing', async () => {
  const before = ok(await house.call('GET', '/v1/invoices/F-1'));
  const seen = ok(await house.call('POST', `${path(NAME)}/preview`, { source: GOOD, invoiceId: 'F-1' }));
  expect(seen).toMatchObject({ shownIn: NAME, channel: 'email', faults: [] });
  expect(seen.subject).toMatch(/^Facture F-1\s: un oubli\s\?$/);
  expect(seen.text).toMatch(/attend 1.200,50.€/);
  expect(seen.html).toContain('<!doctype html>');
  expect(seen.letter).toBeNull();
  expect(ok(await house.call('GET', '/v1/invoices/F-1'))).toEqual(before);
  expect(await house.db.message.count()).toBe(0);
  expect(await house.db.task.count()).toBe(0);
});

test('a preview with faults says them with their lines', async () => {
  const seen = ok(
    await house.call('POST', `${path(NAME)}/preview`, { source: own('Bonjour {{ nom }}'), sample: 'business' }),
  );
  expect(seen.html).toBe('');
  expect(seen.faults[0]).toMatchObject({ line: 5, detail: expect.stringContaining('nom') });
});

test('a letter’s preview is a .docx', async () => {
  const seen = ok(await house.call('POST', `${path('letters/fr/formal-notice')}/preview`, { sample: 'business' }));
  expect(seen.faults).toEqual([]);
  expect(Buffer.from(seen.letter.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
});

/** In French over HTTP; templates/languages.test.ts fills all three languages. */
test('every shipped text is fine for every kind of debtor by the same measure', async () => {
  const { data } = ok(await house.call('GET', '/v1/templates'));
  for (const { name } of data.filter(({ name: one }: any) => /^(messages|letters)\/fr\//.test(one))) {
    const { source, version } = ok(await house.call('GET', path(name)));
    const answer = await put(name, `${source}\n`, version);
    expect(answer.status, `${name}: ${answer.body.detail}`).toBe(200);
    ok(await house.call('DELETE', path(name), undefined, { 'If-Match': `"${version + 1}"` }));
  }
});

test('reading is the operator’s, writing the admin’s', async () => {
  const operator = await house.withScopes(['operator']);
  ok(await operator('GET', '/v1/templates'));
  ok(await operator('POST', `${path(NAME)}/preview`, {}));
  expect((await operator('PUT', path(NAME), { source: GOOD }, { 'If-Match': '"0"' })).status).toBe(403);
  const billing = await house.withScopes(['billing']);
  expect((await billing('GET', '/v1/templates')).status).toBe(403);
});

test('a creditor’s text is nobody else’s', async () => {
  const name = 'messages/fr/common/reminder';
  const text = ok(await house.call('GET', path(name)));
  ok(await put(name, `${text.source}\n\n`, text.version));
  ok(await house.call('PUT', '/v1/creditors/other', aCreditor));
  const other = ok(await house.call('GET', path(name), undefined, { 'Huitaine-Creditor': 'other' }));
  expect(other).toMatchObject({ own: false, version: 0 });
});
