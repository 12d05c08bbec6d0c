import { afterAll, beforeAll, expect, test } from 'vitest';
import { resendMailer } from '../../activities/adapters/resend.ts';
import { follow, moveTo } from '../scenarios/follow.ts';
import { startResendServer, type ResendServer } from '../support/resendServer.ts';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { INSTALLATION_KEY } from '../support/world.ts';
import { aDesk, type Desk } from './aDesk.ts';
import { aVisitor, type Visitor } from './visitor.ts';

// What becomes of a creditor's own text once it is in use: one that fits a case no more, and a test that doesn't leave.

const NAME = 'messages/fr/progressive/first-reminder';
const own = (more: string): string =>
  [
    '---',
    'subject: "Facture {{ invoice.number }}"',
    'purpose: "Signale le retard."',
    '---',
    '{% include "greeting" %}',
    '',
    `La facture {{ invoice.number }}, échue le {{ invoice.dueOn | date }}, attend {{ balance | money }}.${more}`,
    '',
    '{% include "payment" %}',
    '',
    '{% include "closing" %}',
    '',
  ].join('\n');

let resend: ResendServer;
let desk: Desk;
let french: Visitor;
let english: Visitor;
beforeAll(async () => {
  resend = await startResendServer();
  desk = await aDesk({ mailer: resendMailer('re_test', resend.url) });
  await desk.world.at('2031-03-03', 10);
  await setUp(desk.world.call);
  [french, english] = [aVisitor(desk.url), aVisitor(desk.url, 'en')];
  for (const visitor of [french, english]) await visitor.signIn(INSTALLATION_KEY);
});
afterAll(async () => {
  await desk.stop();
  await resend.stop();
});

const versionOf = async (): Promise<number> => ok(await desk.world.call('GET', `/v1/templates/${NAME}`)).version;
const saved = async (source: string): Promise<void> => {
  const headers = { 'If-Match': `"${await versionOf()}"` };
  ok(await desk.world.call('PUT', `/v1/templates/${NAME}`, { source }, headers));
};
const announced = async (id: string, name: string): Promise<void> =>
  follow(desk.world, id).announce({ dueOn: '2031-03-07', debtor: { ...aDebtor, id: `debtor-${id}`, name } });

test('a text that fits doesn’t show up', async () => {
  await saved(own('{% if debtor.name contains "Sonderling" %} Dernier avis avant saisie.{% endif %}'));
  await announced('F-EVEN', 'Gerade SA');
  await announced('F-ODD', 'Sonderling SA');
  expect((await french.get('/')).text).not.toContain('pas convenu');
  expect((await french.get('/texts')).text).not.toContain('pas convenu');
});

test('one that doesn’t fit a case after all is told on today’s page; the texts’ page says which, where and why', async () => {
  await moveTo(desk.world, '2031-03-10', 10);
  const today = await french.get('/');
  expect(today.text).toContain('Un de vos textes n’a pas convenu à un dossier. Voir lequel, et pourquoi');
  expect(today.html).toContain('<a href="/texts">');
  const page = await french.get('/texts');
  expect(page.text).toContain(`${NAME} · F-ODD (10 mars 2031)`);
  expect(page.text).toContain('un message ne menace pas d’une saisie');
  expect(page.html).toContain('href="/invoices/F-ODD"');
  expect(page.html).not.toContain('href="/invoices/F-EVEN"');
  expect((await english.get('/texts')).text).toContain('The shipped text was taken there, so that the case goes on.');
});

test('once the text is changed, nobody is told any more; what happened stays in the case’s history', async () => {
  await saved(own(''));
  expect((await french.get('/')).text).not.toContain('pas convenu');
  expect((await french.get('/texts')).text).not.toContain('pas convenu');
  expect((await french.get('/invoices/F-ODD')).text).toContain('Votre texte ne convenait pas à ce dossier');
});

const aTest = { name: NAME, source: own(''), number: 'F-EVEN', to: 'claire@morel.example' };

test('a test that the mail service refuses is told to the person as an error, with its reason', async () => {
  await setUp(desk.world.call, { sending: 'on' });
  resend.fate('*', 'bad-address');
  const refused = await french.post('/text/test', aTest);
  expect(refused.status).toBe(503);
  expect(refused.html).toMatch(/class="refusal" role="alert"/);
  expect(refused.text).toContain(
    'L’essai n’a pas pu partir : validation_error: Invalid `to` field. The email address is not deliverable.',
  );
  // What was typed is still there.
  expect(refused.html).toContain('value="claire@morel.example"');
  const byApi = await desk.world.call('POST', `/v1/templates/${NAME}/test`, { invoiceId: 'F-EVEN', to: aTest.to });
  expect([byApi.status, byApi.body.code]).toEqual([503, 'TEST_NOT_SENT']);
  expect(byApi.body.detail).toContain('The email address is not deliverable.');
  const tests = await desk.world.store.db.message.findMany({ where: { kind: 'test' } });
  expect(tests.map(({ status, sentAt }) => [status, sentAt])).toEqual([
    ['failed', null],
    ['failed', null],
  ]);
});

test('once it is taken the person is told so; no case has noticed anything', async () => {
  resend.fate('*', 'taken');
  const sent = await english.post('/text/test', aTest);
  expect(sent.status).toBe(200);
  expect(sent.html).toMatch(/class="done" role="status"/);
  expect(sent.text).toContain('The test has left.');
  expect(await follow(desk.world, 'F-EVEN').reminders()).toEqual(['first-reminder email 2031-03-10 120050']);
});
