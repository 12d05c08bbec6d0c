import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey, revokeApiKey } from '../../prisma/keys/apiKeys.ts';
import { anInvoice, ok, setUp } from '../support/story.ts';
import { INSTALLATION_KEY } from '../support/world.ts';
import { aDesk, type Desk } from './aDesk.ts';
import { aVisitor } from './visitor.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await aDesk();
  await desk.world.at('2031-03-03', 7);
  await setUp(desk.world.call);
  ok(await desk.world.call('POST', '/v1/invoices', anInvoice()));
});

afterAll(() => desk.stop());

const key = async (scopes: readonly ('billing' | 'operator' | 'admin')[], creditorId: string | null = null) =>
  createApiKey(desk.world.store, { name: 'a key', creditorId, scopes });

test('without a session every page leads to the door, and back afterwards', async () => {
  const visitor = aVisitor(desk.url);
  for (const path of [
    '/',
    '/invoices',
    '/invoices/F-1',
    '/outbox',
    '/tasks/task_1',
    '/drafts/draft_1/html',
    '/messages/msg_1',
    '/documents/doc_1',
  ])
    expect((await visitor.get(path)).location, path).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  expect((await visitor.post('/invoices/F-1/hold', { reason: 'manual' })).location).toBe('/sign-in');
  const back = await visitor.post('/sign-in', { key: INSTALLATION_KEY, name: 'Claire', next: '/invoices/F-1' });
  expect(back.location).toBe('/invoices/F-1');
  expect((await visitor.get('/invoices/F-1')).text).toContain('Facture 2031/0001');
});

test('a page that refreshes itself leaves for the door as a whole', async () => {
  const { status, headers } = await aVisitor(desk.url).get('/', { 'HX-Request': 'true' });
  expect(status).toBe(204);
  expect(headers.get('hx-redirect')).toBe('/sign-in');
});

test('the session is a random token in a cookie that no script and no other site can use', async () => {
  const visitor = aVisitor(desk.url);
  const { headers } = await visitor.signIn(INSTALLATION_KEY);
  expect(headers.get('set-cookie')).toMatch(
    /^huitaine_session=[\w-]{43}; Path=\/; Max-Age=43200; SameSite=Strict; HttpOnly$/,
  );
});

test('it lasts twelve hours, and ends with signing out or with its key', async () => {
  const operator = await key(['operator']);
  const [tired, leaving, revoked] = [aVisitor(desk.url), aVisitor(desk.url), aVisitor(desk.url)];
  await tired.signIn(INSTALLATION_KEY);
  desk.waitHours(11.9);
  expect((await tired.get('/')).status).toBe(200);
  desk.waitHours(0.2);
  expect((await tired.get('/')).status).toBe(303);

  await leaving.signIn(INSTALLATION_KEY);
  const stolen = new Map(leaving.cookies);
  await leaving.post('/sign-out', {});
  const thief = aVisitor(desk.url);
  expect((await thief.get('/', { Cookie: `huitaine_session=${stolen.get('huitaine_session')}` })).status).toBe(303);

  await revoked.signIn(operator.secret);
  expect((await revoked.get('/')).status).toBe(200);
  await revokeApiKey(desk.world.store, operator.id, null);
  expect((await revoked.get('/')).status).toBe(303);
});

test('a key that is wrong or of another scope opens nothing; a name is needed; what was typed stays', async () => {
  const visitor = aVisitor(desk.url);
  const billing = await key(['billing']);
  for (const secret of ['nonsense', billing.secret]) {
    const refused = await visitor.signIn(secret, 'Claire');
    expect(refused.status).toBe(401);
    expect(refused.text).toContain('Cette clé n’ouvre rien ici');
    expect(refused.html).toContain('value="Claire"');
    expect(refused.html).not.toContain(secret);
  }
  expect((await visitor.signIn(INSTALLATION_KEY, ' ')).text).toContain('Il manque votre nom');
  expect(visitor.cookies.size).toBe(0);
});

test('nobody is led to another site after signing in', async () => {
  for (const next of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example']) {
    const visitor = aVisitor(desk.url);
    expect((await visitor.post('/sign-in', { key: INSTALLATION_KEY, name: 'Claire', next })).location).toBe('/');
  }
});

test('a request from another site changes nothing', async () => {
  const visitor = aVisitor(desk.url);
  await visitor.signIn(INSTALLATION_KEY);
  const foreign: Record<string, string>[] = [
    {},
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
    { Origin: desk.url, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: desk.url, 'Sec-Fetch-Site': 'same-site' },
  ];
  for (const headers of foreign) {
    const refused = await visitor.post('/invoices/F-1/hold', { reason: 'manual' }, headers);
    expect(refused.status, JSON.stringify(headers)).toBe(403);
    expect(refused.text).toContain('d’un autre site');
    expect((await visitor.post('/sign-in', { key: INSTALLATION_KEY, name: 'Eve' }, headers)).status).toBe(403);
    expect((await visitor.post('/sign-out', {}, headers)).status).toBe(403);
  }
  expect(await desk.world.store.db.hold.count()).toBe(0);
  expect((await visitor.get('/')).status).toBe(200);
  expect(
    (await visitor.post('/language', { language: 'fr', back: '/outbox' }, { 'Sec-Fetch-Site': 'same-origin' }))
      .location,
  ).toBe('/outbox');
});

test('a key of one creditor shows nothing of another', async () => {
  await setUp((method, _path, body) => desk.world.call(method, '/v1/creditors/other', body));
  const bound = await key(['operator'], 'other');
  const visitor = aVisitor(desk.url);
  await visitor.signIn(bound.secret);
  expect((await visitor.get('/invoices/F-1')).status).toBe(404);
  expect((await visitor.get('/invoices')).text).toContain('Aucune facture ne correspond');
  await visitor.post('/creditor', { creditorId: 'default' });
  expect((await visitor.get('/invoices/F-1')).status).toBe(404);
});

test('French or English, as the browser asks or as the reader chose; single keys can be switched off', async () => {
  const english = aVisitor(desk.url, 'de, en;q=0.8, fr;q=0.5');
  expect((await english.signIn('nonsense')).html).toContain('<html lang="en"');
  await english.signIn(INSTALLATION_KEY);
  expect((await english.get('/invoices/F-1')).text).toContain('€1,200.50');
  await english.post('/language', { language: 'fr', back: '/' });
  const page = await english.get('/invoices/F-1');
  expect(page.text).toContain('4 avril 2031');
  expect(page.text).toContain('1 200,50 €');
  expect(page.html).toContain('/desk/keys.js');
  await english.post('/keys', { keys: 'off', back: '/' });
  expect((await english.get('/')).html).not.toContain('/desk/keys.js');
});

test('pages allow no inline script or style', async () => {
  const visitor = aVisitor(desk.url);
  await visitor.signIn(INSTALLATION_KEY);
  for (const path of ['/', '/invoices', '/invoices/F-1', '/outbox']) {
    const { html, headers } = await visitor.get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
  }
  expect((await visitor.get('/desk/desk.css')).headers.get('content-type')).toContain('text/css');
});
