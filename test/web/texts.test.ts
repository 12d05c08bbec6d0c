import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPaper, aParagraph } from '../support/aPaper.ts';
import { anInvoice, ok, setUp } from '../support/story.ts';
import { INSTALLATION_KEY } from '../support/world.ts';
import { aDesk, type Desk } from './aDesk.ts';
import { aVisitor, type Visitor } from './visitor.ts';
import { ownText } from '../support/ownText.ts';

const NAME = 'messages/fr/progressive/first-reminder';
const PAGE = `/text?${new URLSearchParams({ name: NAME }).toString()}`;

let desk: Desk;
let admin: Visitor;
let operator: Visitor;
beforeAll(async () => {
  desk = await aDesk();
  await desk.world.at('2031-03-03', 10);
  await setUp(desk.world.call);
  ok(await desk.world.call('POST', '/v1/invoices', anInvoice({ id: 'F-1', number: 'F-2031-1' })));
  const { secret } = ok(await desk.world.call('POST', '/v1/api-keys', { name: 'Bureau', scopes: ['operator'] }));
  admin = aVisitor(desk.url, 'en');
  await admin.signIn(INSTALLATION_KEY);
  operator = aVisitor(desk.url);
  await operator.signIn(secret, 'Paul Petit');
});
afterAll(() => desk.stop());

const version = async (): Promise<string> =>
  /name="version" value="(\d+)"/.exec((await admin.get(PAGE)).html)?.[1] ?? '';

test('the list leads to every text by strategy and step, in French and English', async () => {
  const { text, html } = await admin.get('/texts');
  for (const words of [
    'Texts',
    'E-mails and reminder letters',
    'Formal letters',
    'Call and visit scripts',
    'Every strategy',
  ])
    expect(text).toContain(words);
  expect(html).toContain(`href="${PAGE.replaceAll('&', '&amp;')}"`);
  expect((await operator.get('/texts')).text).toContain('E-mails et lettres de rappel');
});

test('the editor shows the text in force, what may be filled in, and a preview beside it', async () => {
  const { status, html, text } = await admin.get(PAGE);
  expect(status).toBe(200);
  expect(html).toContain('{% include &quot;greeting&quot; %}');
  expect(html).toContain('data-insert="{{ balance | money }}"');
  expect(text).toContain('The same as the shipped text.');
  const preview = await admin.get(`/text/preview?${new URLSearchParams({ name: NAME }).toString()}`);
  expect(preview.html).toContain('EX-2024-117');
  expect(preview.headers.get('content-security-policy')).toContain('sandbox');
});

test('a text is saved, differs from the shipped one, and its version says who and when', async () => {
  const saved = await admin.post('/text/save', {
    name: NAME,
    version: await version(),
    source: ownText('Petit rappel.'),
  });
  expect([saved.status, saved.location]).toEqual([303, `${PAGE}&saved=1`]);
  const { text, html } = await admin.get(saved.location!);
  expect(text).toContain('Saved. The next message has it.');
  expect(text).toMatch(/version 1, Claire Morel, 3 Mar 2031/);
  expect(html).toMatch(/class="difference"[\s\S]*<ins>[\s\S]*Petit/);
  expect((await admin.get('/texts')).text).toContain('own text');
});

test('a wrong variable is told under its line, what was typed is kept, and nothing changed', async () => {
  const typed = ownText('Rappel de {{ creditor.nom }}.');
  const refused = await admin.post('/text/save', { name: NAME, version: await version(), source: typed });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('This text can’t be saved yet');
  expect(refused.text).toMatch(/Line 7 .*nom/);
  expect(refused.html).toContain('<pre class="at">Rappel de {{ creditor.nom }}.');
  expect(refused.html).toContain('Rappel de {{ creditor.nom }}. La facture');
  expect((await admin.get(PAGE)).html).not.toContain('creditor.nom }}.');
});

test('what must not be said is told in the language of the desk’s reader', async () => {
  const source = ownText('Nous enverrons la gendarmerie.');
  const refused = await admin.post('/text/save', { name: NAME, version: await version(), source });
  expect(refused.text).toMatch(/Line 7 a message threatens neither with the police.*“gendarmerie”/);
  const seen = await operator.post('/text/preview', { name: NAME, source, number: 'F-2031-1' });
  expect(seen.text).toMatch(/Ligne 7 un message ne menace ni de la police.*« gendarmerie »/);
});

test('who read an older version is told, and keeps what was typed', async () => {
  const late = await admin.post('/text/save', { name: NAME, version: '0', source: ownText('Autre rappel.') });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Somebody saved this text meanwhile');
  expect(late.html).toContain('Autre rappel.');
});

test('the preview takes what is typed and a real case by its number', async () => {
  const seen = await admin.post('/text/preview', { name: NAME, source: ownText('Voici.'), number: 'F-2031-1' });
  expect(seen.html).toContain('Voici.');
  expect(seen.html).toContain('F-2031-1');
  const unknown = await admin.post('/text/preview', { name: NAME, source: ownText('Voici.'), number: 'F-9' });
  expect(unknown.text).toContain('There is no invoice F-9.');
  const faulty = await operator.post('/text/preview', { name: NAME, source: ownText('{{ rien }}') });
  expect(faulty.text).toMatch(/Ligne 7 .*rien/);
});

test('a letter is shown by its words and comes as .docx', async () => {
  const name = 'letters/fr/formal-notice';
  const seen = await admin.get(`/text/preview?${new URLSearchParams({ name }).toString()}`);
  expect(seen.html).toContain('MISE EN DEMEURE');
  const file = await admin.post('/text/letter', { name, sample: 'business', source: await shipped(name) });
  expect(file.headers.get('content-type')).toContain('wordprocessingml');
});

const shipped = async (name: string): Promise<string> =>
  ok(await desk.world.call('GET', `/v1/templates/${encodeURIComponent(name)}`)).shipped;

test('a test goes to the outbox while sending is off, and needs a case and an address', async () => {
  const source = ownText('Essai.');
  const without = await admin.post('/text/test', { name: NAME, source, to: 'claire@morel.example' });
  expect(without.text).toContain('Give the number of an invoice and your address.');
  const sent = await admin.post('/text/test', { name: NAME, source, number: 'F-2031-1', to: 'claire@morel.example' });
  expect(sent.text).toContain('Sending is off: the test is in the outbox.');
  expect((await admin.get('/outbox')).text).toMatch(/\[TEST\] Facture F-2031-1 test/);
  const debtor = await admin.post('/text/test', {
    name: NAME,
    source,
    number: 'F-2031-1',
    to: 'martin@dupont.example',
  });
  expect(debtor.status).toBe(422);
});

test('an operator reads and previews, but doesn’t save', async () => {
  const { html } = await operator.get(PAGE);
  expect(html).not.toContain('formaction="/text/back"');
  expect((await operator.post('/text/save', { name: NAME, version: '1', source: ownText('Non.') })).status).toBe(403);
  expect((await operator.post('/letterhead/back', {})).status).toBe(403);
});

test('going back brings the shipped text and keeps the versions', async () => {
  await admin.post('/text/back', { name: NAME, version: await version() });
  const { text } = await admin.get(PAGE);
  expect(text).toContain('The same as the shipped text.');
  expect(text).toContain('back to the shipped text');
});

const upload = async (bytes: Uint8Array): Promise<{ status: number; html: string }> => {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(bytes)]), 'Papier à en-tête.docx');
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${desk.url}/letterhead`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: desk.url, 'Accept-Language': 'en' },
    body: form,
  });
  return { status: response.status, html: await response.text() };
};

test('a letterhead is uploaded by a plain form, checked, and taken back; one to start from is offered', async () => {
  const faulty = await upload(await aPaper([aParagraph('{{adresse}}')]));
  expect(faulty.status).toBe(422);
  expect(faulty.html).toContain('got {{adresse}}');
  expect(faulty.html).toContain('expected {{letter}} exactly once, got it 0 times');
  expect((await upload(await aPaper())).status).toBe(303);
  expect((await admin.get('/letterhead?saved=1')).text).toContain('Papier à en-tête.docx');
  const start = await fetch(`${desk.url}/letterhead/start`, {
    headers: { Cookie: [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect((await upload(new Uint8Array(await start.arrayBuffer()))).status).toBe(303);
  await admin.post('/letterhead/back', {});
  expect((await admin.get('/letterhead')).text).toContain('Letters are in the house style.');
});
