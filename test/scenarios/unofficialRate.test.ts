import { afterAll, beforeAll, expect, test } from 'vitest';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { INSTALLATION_KEY } from '../support/world.ts';
import { aDesk, type Desk } from '../web/aDesk.ts';
import { aVisitor, type Visitor } from '../web/visitor.ts';

/*
 * `progressive`, 1,200.50 € due Fr 21 March 2031: D+15 = Mo 7 April, the call on Tu 8, D+30 = Mo 21 April, D+45 = Mo 5 May.
 * Both rates of the half-year were read in a newspaper: 2.40 + 10 points, and 10.50 for a Belgian consumer with a clause.
 */
const SOURCE = 'L’Écho du 7 janvier';
const rate = (to: string) => [{ from: '2031-03-22', to, ratePct: '12.40', confidence: 'unofficial', source: SOURCE }];
const PROVISIONAL = 'au taux provisoire de 12,40 % l’an, sous réserve du taux officiellement publié';
const WARNED =
  'Taux non officiel. À vérifier. Ce que lit le débiteur le dit provisoire, sous réserve du taux officiellement publié. 12,40 % · 22 mars 2031 – ';

let desk: Desk;
let world: Desk['world'];
let visitor: Visitor;
let business: Followed;
let consumer: Followed;

const put = (series: string, ratePct: string, confidence: string, source: string) =>
  world.call('PUT', '/v1/rates', { series, from: '2031-01-01', ratePct, confidence, source, why: 'of the test' });

beforeAll(async () => {
  desk = await aDesk();
  ({ world } = desk);
  await setUp(world.call, { size: 'sme', registrations: [{ scheme: 'SIREN', value: '812345678' }] });
  await world.at('2031-03-10', 8);
  ok(await put('ECB_MRO', '2.4', 'unofficial', SOURCE), 200);
  ok(await put('BE_COMMERCIAL', '10.5', 'derived', 'BCE + 8'), 200);
  visitor = aVisitor(desk.url);
  await visitor.signIn(INSTALLATION_KEY);
  const announced = async (id: string, debtor: object): Promise<Followed> => {
    const story = follow(world, id);
    await story.announce({ dueOn: '2031-03-21', debtor: { ...aDebtor, id: `debtor-${id}`, ...debtor } });
    return story;
  };
  business = await announced('F-UNSURE', {});
  consumer = await announced('F-CONSUMER', {
    kind: 'consumer',
    name: 'Jeanne Peeters',
    country: 'BE',
    terms: { reference: 'CGV 2030', interestClause: 'oui', indemnityClause: 'oui' },
    address: { lines: ['5 rue du Lac'], postalCode: '1050', city: 'Ixelles', country: 'BE' },
  });
});
afterAll(() => desk.stop());

const pageOf = async (task: { readonly id: string }): Promise<string> => (await visitor.get(`/tasks/${task.id}`)).text;
const stored = async ({ id }: Followed, kind: string): Promise<any> => {
  const { data } = ok(await world.call('GET', `/v1/messages?invoiceId=${id}`));
  return ok(await world.call('GET', `/v1/messages/${data.findLast((one: any) => one.kind === kind).id}`));
};
const mimeOf = async ({ mime }: { readonly mime: { readonly href: string } }): Promise<string> => {
  const response = await fetch(world.url + mime.href, { headers: { Authorization: `Bearer ${INSTALLATION_KEY}` } });
  const parts = (await response.text()).replaceAll(/=\r?\n/g, '');
  return plain(decodeQuoted(parts));
};
const decodeQuoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

test('the first reminder that Belgian law asks for names the rate as provisional', async () => {
  await moveTo(world, '2031-03-24', 10);
  const message = await stored(consumer, 'reminder');
  const said =
    '10,50 % l’an (taux provisoire, sous réserve du taux officiellement publié) à compter du mardi 25 mars 2031';
  expect(plain(message.text)).toContain(said);
  expect(await mimeOf(message)).toContain(said);
  expect(message.unofficialRates).toEqual([
    { from: '2031-03-25', to: '2031-06-30', ratePct: '10.50', confidence: 'derived', source: 'BCE + 8' },
  ]);
  // What names no rate isn't flagged.
  expect((await business.reminders()).at(-1)).toBe('first-reminder email 2031-03-24 120050');
  expect((await stored(business, 'reminder')).unofficialRates).toEqual([]);
});

test('whoever approves an e-mail sees it with its source, by API and on the desk; the debtor reads that it is provisional', async () => {
  await moveTo(world, '2031-04-07', 10);
  const task = await business.task('approve');
  expect(task.details.unofficialRates).toEqual(rate('2031-04-07'));
  const draft = await business.draft('second-reminder');
  expect(draft.unofficialRates).toEqual(rate('2031-04-07'));
  expect(plain(draft.text)).toContain(PROVISIONAL);
  expect(await pageOf(task)).toContain(`${WARNED}7 avr. 2031 · source : ${SOURCE}`);

  const edit = { markdown: draft.markdown.replaceAll('provisoire ', '').replaceAll(/, sous réserve[^(]*/g, ' ') };
  const path = '/v1/invoices/F-UNSURE/steps/second-reminder/approval';
  const refused = await world.call('POST', path, { sha256: draft.sha256, edit });
  expect([refused.status, refused.body.errors]).toMatchObject([
    422,
    [{ pointer: '/edit/markdown', code: 'RATE_UNRESERVED', detail: expect.stringContaining(SOURCE) }],
  ]);

  ok(await business.approve('second-reminder'));
  await moveTo(world, '2031-04-07', 11);
  const message = await stored(business, 'reminder');
  // 17 days at 0.40784 a day.
  expect(await mimeOf(message)).toContain(
    `${PROVISIONAL} (art. L. 441-10 du code de commerce). Montant arrêté au 7 avril 2031 : 6,93 €`,
  );
  expect(message.unofficialRates).toEqual(rate('2031-04-07'));
  const shown = await visitor.get(`/messages/${message.id}`);
  expect(shown.text).toContain(`${WARNED}7 avr. 2031 · source : ${SOURCE}`);
});

test('a caller sees it, says it, and the summary of the talk repeats it', async () => {
  await moveTo(world, '2031-04-08', 10);
  const task = await business.task('call');
  expect(task.details.unofficialRates).toEqual(rate('2031-04-08'));
  expect(plain(task.details.script.markdown)).toContain(
    '7,34 € au 8 avril 2031, et environ 0,41 € de plus par jour. Leur taux est provisoire, sous réserve du taux officiellement publié.',
  );
  expect(await pageOf(task)).toContain(`${WARNED}8 avr. 2031 · source : ${SOURCE}`);
  await business.talk({ outcome: 'refused', reason: 'attend un virement' });
  await moveTo(world, '2031-04-08', 11);
  const summary = await stored(business, 'call-summary');
  expect(await mimeOf(summary)).toContain(PROVISIONAL);
  expect(summary.unofficialRates).toEqual(rate('2031-04-08'));
});

test('the manager sees it before a formal notice, whose reckoning marks the rate; whoever posts it sees it too', async () => {
  await moveTo(world, '2031-04-21', 10);
  ok(await business.approve('third-reminder'));
  await moveTo(world, '2031-05-05', 10);
  const task = await business.task('approve');
  expect(task).toMatchObject({
    stepKey: 'formal-notice',
    role: 'manager',
    details: { unofficialRates: rate('2031-05-05') },
  });
  expect(await pageOf(task)).toContain(`${WARNED}5 mai 2031 · source : ${SOURCE}`);
  expect((await business.draft('formal-notice')).unofficialRates).toEqual(rate('2031-05-05'));
  ok(await business.approve('formal-notice'));
  await moveTo(world, '2031-05-05', 11);
  const post = await business.task('post-letter');
  expect(await pageOf(post)).toContain(`${WARNED}5 mai 2031 · source : ${SOURCE}`);
  const [document] = ok(await world.call('GET', '/v1/invoices/F-UNSURE/documents')).data;
  expect(document.unofficialRates).toEqual(rate('2031-05-05'));
  const [letter] = await business.letters();
  const text = await letterText(letter!.bytes);
  // 45 days: 18.353; with the principal and 40.
  for (const words of ['12,40 % (provisoire)', '18,35 €', '1 258,85 €', 'le taux officiellement publié fait foi'])
    expect(text).toContain(words);
});

test('the invoice’s page and the API’s statement name it with its source', async () => {
  expect((await visitor.get('/invoices/F-UNSURE')).text).toContain(`${WARNED}5 mai 2031 · source : ${SOURCE}`);
  expect(ok(await world.call('GET', '/v1/invoices/F-UNSURE/statement'))).toMatchObject({
    warnings: ['RATE_UNOFFICIAL'],
    unofficialRates: rate('2031-05-05'),
  });
});

test('once the official rate is read, nothing is flagged any more; what was sent keeps what it said', async () => {
  const before = await stored(business, 'reminder');
  expect(before.unofficialRates).toEqual(rate('2031-04-21'));
  ok(await put('ECB_MRO', '2.4', 'official', 'the page of the ECB'), 200);
  expect(ok(await world.call('GET', '/v1/invoices/F-UNSURE/statement'))).toMatchObject({
    warnings: [],
    unofficialRates: [],
  });
  expect((await visitor.get('/invoices/F-UNSURE')).text).not.toContain('Taux non officiel');
  expect(await stored(business, 'reminder')).toEqual(before);
  const later = follow(world, 'F-LATER');
  await later.announce({
    issuedOn: '2031-04-01',
    dueOn: '2031-04-22',
    startAt: 'second-reminder',
    debtor: { ...aDebtor, id: 'debtor-later' },
  });
  // D+15 is We 7 May.
  await moveTo(world, '2031-05-07', 10);
  const draft = await later.draft('second-reminder');
  expect(plain(draft.text)).toContain('au taux de 12,40 % l’an (art. L. 441-10');
  expect(draft.unofficialRates).toEqual([]);
  expect((await later.task('approve')).details).not.toHaveProperty('unofficialRates');
});
