import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Email, Mailer } from '../../activities/ports.ts';
import { aPaper } from '../support/aPaper.ts';
import { aCreditor, aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, INSTALLATION_KEY, type World } from '../support/world.ts';
import { follow, moveTo, plain } from './follow.ts';
import { letterWords } from './letterWords.ts';
import { ownText } from '../support/ownText.ts';

// `progressive`: an e-mail the day after the due date, We 2 April 2031; the second reminder is approved by a person.

const NAME = 'messages/fr/progressive/first-reminder';
const SECOND = 'messages/fr/progressive/second-reminder';
const path = (name: string): string => `/v1/templates/${encodeURIComponent(name)}`;

let sent: Email[] = [];
const mailer: Mailer = {
  kind: 'keyed',
  send: async (email) => {
    sent.push(email);
    return { is: 'sent', providerId: `provider-${sent.length}` };
  },
};

let world: World;
beforeAll(async () => {
  world = await createWorld({ mailer, testRecipient: 'essais@morel.example' });
  await setUp(world.call);
  await world.at('2031-03-31', 11);
});
afterAll(() => world.stop());
beforeEach(() => {
  sent = [];
});

const save = async (name: string, source: string) => {
  const { version } = ok(await world.call('GET', path(name)));
  return world.call('PUT', path(name), { source }, { 'If-Match': `"${version}"` });
};

const announced = async (id: string, dueOn: string) => {
  const invoice = follow(world, id);
  await invoice.announce({ dueOn, debtor: { ...aDebtor, id: `debtor-${id}` } });
  return invoice;
};

const stored = (invoiceId: string) => world.store.db.message.findMany({ where: { invoiceId } });

test('S2.5 an own text is what is really stored and sent from the next message on', async () => {
  ok(await save(NAME, ownText('Petit rappel.')));
  await announced('T-OWN', '2031-04-01');
  await moveTo(world, '2031-04-02');
  const [message] = await stored('T-OWN');
  expect(message).toMatchObject({ template: 'progressive/first-reminder', subject: 'Facture T-OWN' });
  expect(plain(message!.text)).toContain('Petit rappel. La facture T-OWN, échue le 1er avril 2031, attend 1 200,50 €.');
  expect(message!.html).toContain('Petit rappel.');
});

test('S2.5 a wrong variable is refused with its line, and the text before it still goes out', async () => {
  const refused = await save(NAME, ownText('Rappel de {{ creditor.nom }}.'));
  expect([refused.status, refused.body.errors[0].line]).toEqual([422, 7]);
  expect(refused.body.errors[0].detail).toContain('nom');
  await announced('T-OLD', '2031-04-02');
  await moveTo(world, '2031-04-03');
  const [message] = await stored('T-OLD');
  expect(message!.text).toContain('Petit rappel.');
});

test('S2.5 going back brings the shipped text', async () => {
  const { version } = ok(await world.call('GET', path(NAME)));
  ok(await world.call('DELETE', path(NAME), undefined, { 'If-Match': `"${version}"` }));
  await announced('T-BACK', '2031-04-03');
  await moveTo(world, '2031-04-04');
  const [message] = await stored('T-BACK');
  expect(message!.text).not.toContain('Petit rappel.');
  expect(plain(message!.subject)).toContain('échue le jeudi 3 avril 2031');
});

test('a draft that is open keeps its text; one made later has the new one', async () => {
  const [first, second] = [follow(world, 'T-DRAFT-1'), follow(world, 'T-DRAFT-2')];
  await first.announce({ startAt: 'second-reminder', dueOn: '2031-03-20', debtor: { ...aDebtor, id: 'debtor-d1' } });
  await moveTo(world, '2031-04-07');
  const before = await first.draft('second-reminder');
  ok(await save(SECOND, ownText('Second rappel à notre façon.')));
  await second.announce({ startAt: 'second-reminder', dueOn: '2031-03-24', debtor: { ...aDebtor, id: 'debtor-d2' } });
  await moveTo(world, '2031-04-09');
  const after = await first.draft('second-reminder');
  expect([after.sha256, after.markdown]).toEqual([before.sha256, before.markdown]);
  expect(after.markdown).not.toContain('à notre façon');
  expect((await second.draft('second-reminder')).markdown).toContain('Second rappel à notre façon.');
  ok(await first.approve('second-reminder'));
  const [reminder] = await world.store.db.message.findMany({ where: { invoiceId: 'T-DRAFT-1', status: 'outbox' } });
  expect(reminder!.text).not.toContain('à notre façon');
});

test('an own text that breaks a rule in one case only gives way to the shipped one there, and the timeline says so', async () => {
  // Fine with every made-up case; a debtor abroad makes it say what the law there doesn't let it say.
  const { version } = ok(await world.call('GET', path(NAME)));
  const fine = ownText('{% if debtor.name contains "Sonderling" %}Dernier avis avant saisie.{% endif %}');
  ok(await world.call('PUT', path(NAME), { source: fine }, { 'If-Match': `"${version}"` }));
  const odd = follow(world, 'T-ODD');
  await odd.announce({ dueOn: '2031-04-09', debtor: { ...aDebtor, id: 'debtor-odd', name: 'Sonderling SA' } });
  await moveTo(world, '2031-04-10');
  const [message] = await stored('T-ODD');
  expect(message!.status).toBe('outbox');
  expect(message!.text).not.toContain('saisie');
  const notes = await world.store.db.timelineEntry.findMany({ where: { invoiceId: 'T-ODD', type: 'own-text-unfit' } });
  expect(notes).toHaveLength(1);
  expect(JSON.stringify(notes[0]!.data)).toContain('THREAT');
});

test('S1.7 a formal notice is written on the house’s own letterhead, once', async () => {
  const answer = await fetch(`${world.url}/v1/creditors/default/letterhead`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${INSTALLATION_KEY}`,
      'Huitaine-Actor': 'Claire',
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
    body: Buffer.from(await aPaper()),
  });
  expect(answer.status).toBe(200);
  const notice = follow(world, 'T-NOTICE');
  await notice.announce({
    startAt: 'formal-notice',
    issuedOn: '2031-01-24',
    dueOn: '2031-02-24',
    debtor: { ...aDebtor, id: 'debtor-n' },
  });
  await moveTo(world, '2031-04-14');
  ok(await notice.approve('formal-notice'));
  const [letter] = await notice.letters();
  // Mo 14 April is Easter Monday.
  const said = await letterWords(letter!.bytes);
  expect(said).toContain('Lyon, le 15 avril 2031');
  expect(said).toMatch(/MISE EN DEMEURE DE PAYER/);
  expect(said).toContain(`n° ${letter!.number}`);
  expect(said).not.toContain('{{');
});

const testMessages = () => world.store.db.message.findMany({ where: { kind: 'test' }, orderBy: { createdAt: 'asc' } });

test('while nothing is sent, a test stays in the outbox, marked, and counts for nothing', async () => {
  const before = await follow(world, 'T-BACK').read();
  const answer = await world.call('POST', `${path(NAME)}/test`, { invoiceId: 'T-BACK', to: 'claire@morel.example' });
  expect(ok(answer)).toMatchObject({ status: 'outbox', mode: 'outbox', to: 'claire@morel.example' });
  const [test_] = await testMessages();
  expect(test_).toMatchObject({ kind: 'test', invoiceId: null, reminderKey: null });
  expect(test_!.subject).toMatch(/^\[TEST\] /);
  expect(ok(await world.call('GET', `/v1/messages/${test_!.id}`)).subject).toBe(test_!.subject);
  expect(await follow(world, 'T-BACK').read()).toEqual(before);
  expect(sent).toEqual([]);
});

test('a test is really sent to the one address, and to the house’s own while sending is on test', async () => {
  await setUp(world.call, { sending: 'on' });
  const to = 'claire@morel.example';
  expect(ok(await world.call('POST', `${path(NAME)}/test`, { invoiceId: 'T-BACK', to })).status).toBe('sent');
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ to: [to], cc: [], insteadOf: null });
  expect(sent[0]!.subject).toMatch(/^\[TEST\] /);
  await setUp(world.call, { sending: 'test' });
  ok(await world.call('POST', `${path('letters/fr/formal-notice')}/test`, { invoiceId: 'T-BACK', to }));
  expect(sent[1]).toMatchObject({ to: ['essais@morel.example'], insteadOf: [to] });
  expect(sent[1]!.attachments.map(({ filename }) => filename)).toEqual(['formal-notice.docx']);
  const reminders = await world.store.db.reminder.count({
    where: { messageId: { in: (await testMessages()).map(({ id }) => id) } },
  });
  expect(reminders).toBe(0);
});

test('a test never goes to a debtor, and not without end', async () => {
  const debtor = await world.call('POST', `${path(NAME)}/test`, { invoiceId: 'T-BACK', to: 'Martin@Dupont.example' });
  expect([debtor.status, debtor.body.errors[0].code]).toEqual([422, 'DEBTOR_ADDRESS']);
  const faulty = await world.call('POST', `${path(NAME)}/test`, {
    invoiceId: 'T-BACK',
    to: 'claire@morel.example',
    source: ownText('{{ nobody }}'),
  });
  expect([faulty.status, faulty.body.code]).toEqual([422, 'TEMPLATE_FAULTY']);
  expect(sent).toEqual([]);
  await setUp(world.call, aCreditor);
  const answers = [];
  for (let n = 0; n < 20; n += 1)
    answers.push(
      (await world.call('POST', `${path(NAME)}/test`, { invoiceId: 'T-BACK', to: 'claire@morel.example' })).status,
    );
  expect(answers.filter((status) => status === 200)).toHaveLength(17);
  expect(answers.at(-1)).toBe(429);
});
