import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { smtpMailer } from '../../activities/adapters/smtp.ts';
import { startSmtpServer, type SmtpStandIn, type Taken } from '../support/smtpServer.ts';
import { aCreditor, aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, type Followed } from './follow.ts';

// 2031: March Mo 3 10 17 24 31 · April Mo 7.
const TEST_RECIPIENT = 'essai@ateliers-morel.example';
const SOON = { timeout: 20_000, interval: 50 };
let world: World;
let server: SmtpStandIn;
beforeAll(async () => {
  server = await startSmtpServer();
  world = await createWorld({
    mailer: smtpMailer(server.url, { connectMs: 2000, wholeMs: 2000 }),
    testRecipient: TEST_RECIPIENT,
  });
  await setUp(world.call, { sending: 'on' });
  await world.at('2031-03-03', 10);
});
afterAll(async () => {
  await world.stop();
  await server.stop();
});

const overdue = async (id: string, dueOn: string): Promise<Followed> => {
  const story = follow(world, id);
  await story.announce({
    startAt: 'first-reminder',
    issuedOn: '2031-02-03',
    dueOn,
    debtor: {
      ...aDebtor,
      id: `debtor-of-${id}`,
      contacts: [{ ...aDebtor.contacts[0], email: `${id.toLowerCase()}@dupont.example` }],
    },
  });
  return story;
};

/** All that reached the server about an invoice. */
const heard = (id: string): Taken[] =>
  server.taken.filter(({ to }) => to.includes(`${id.toLowerCase()}@dupont.example`));
const reminders = async (id: string): Promise<string[]> =>
  (await world.store.db.reminder.findMany({ where: { invoiceId: id }, orderBy: { n: 'asc' } })).map(
    ({ n, status }) => `${n} ${status}`,
  );
const settles = (id: string, ...wanted: string[]): Promise<void> =>
  vi.waitFor(async () => expect(await reminders(id)).toEqual(wanted), SOON);
const failure = async (id: string): Promise<string | null> =>
  (await world.store.db.message.findFirstOrThrow({ where: { invoiceId: id } })).failure;

test('what arrives is what was stored, what the API offers, and what its hash says', async () => {
  await overdue('M-1', '2031-03-04');
  await world.at('2031-03-05', 9);
  await settles('M-1', '1 sent');
  const [arrived, ...more] = heard('M-1');
  expect([more, arrived?.from]).toEqual([[], 'compta@ateliers-morel.example']);
  const { id } = ok(await world.call('GET', '/v1/messages?invoiceId=M-1')).data[0];
  const message = ok(await world.call('GET', `/v1/messages/${id}`));
  const sha256 = createHash('sha256').update(arrived!.bytes).digest('hex');
  expect([message.sha256, message.mime]).toEqual([
    sha256,
    { size: arrived!.bytes.length, sha256, href: `/v1/messages/${id}/mime` },
  ]);
  const whole = await world.call('GET', message.mime.href);
  expect([whole.headers.get('content-type'), whole.headers.get('etag')]).toEqual(['message/rfc822', `"${sha256}"`]);
  const found = await PostalMime.parse(arrived!.bytes);
  expect(found).toMatchObject({
    messageId: `<${id}@ateliers-morel.example>`,
    subject: message.subject,
    from: { name: 'Ateliers Morel SARL', address: 'compta@ateliers-morel.example' },
    to: [{ name: 'Mme Martin', address: 'm-1@dupont.example' }],
  });
  expect(found.date?.slice(0, 13)).toBe('2031-03-05T08');
  expect(found.text?.replaceAll('\r\n', '\n').trim()).toBe(message.text.trim());
  expect(found.attachments.map(({ contentId }) => contentId)).toEqual([`<${message.attachments[0].cid}>`]);
  expect(found.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
});

test('refused for now, the same bytes leave later under the same number', async () => {
  await overdue('M-2', '2031-03-05');
  server.fate('greylisted', 'full', 'taken');
  await world.at('2031-03-06', 9);
  await vi.waitFor(() => expect(server.conversations()).toBeGreaterThanOrEqual(2), SOON);
  await world.env.sleep('10 minutes');
  await settles('M-2', '1 sent');
  const all = heard('M-2');
  expect(all.map(({ done }) => done)).toEqual([false, true]); // the first never came as far as its data
  expect(all[0]?.bytes.equals(all[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
  expect(await world.store.db.message.count({ where: { invoiceId: 'M-2' } })).toBe(1);
});

test.each([
  ['lost', 'M-3', '2031-03-10', '2031-03-11', /onnection closed/],
  ['silent', 'M-4', '2031-03-17', '2031-03-18', /no answer within 2 seconds/],
] as const)(
  'the line is %s after the data: nothing is tried again, a person decides at once',
  async (fate, id, due, on, why) => {
    const story = await overdue(id, due);
    server.fate(fate);
    await world.at(on, 9);
    await settles(id, '1 unclear');
    const asked = await story.task('decide');
    expect([asked.stepKey, asked.title]).toEqual(['first-reminder', 'did the message of first-reminder go out?']);
    expect(asked.details.question).toMatch(why);
    server.fate('taken');
    await world.env.sleep('3 days');
    expect(heard(id)).toHaveLength(1);
    expect(await reminders(id)).toEqual(['1 unclear']);

    // A person says that it didn't: it is made again under the next number, and only now.
    ok(await story.complete('decide', { decision: 'skip' }));
    await settles(id, '1 withdrawn', '2 sent');
    expect(heard(id)).toHaveLength(2);
    const [first, second] = await Promise.all(heard(id).map(({ bytes }) => PostalMime.parse(bytes)));
    expect(second?.messageId).not.toBe(first?.messageId);
  },
);

test('an address that the server refuses is a person’s to mend', async () => {
  const story = await overdue('M-5', '2031-03-24');
  server.fate('no-such-user');
  await world.at('2031-03-25', 9);
  await settles('M-5', '1 withdrawn');
  const { details, stepKey } = await story.task('fix-address');
  expect([stepKey, details.missing, details.reason]).toEqual([
    'first-reminder',
    'email',
    'SMTP: 550 No such user here',
  ]);
  expect(heard('M-5')).toEqual([]);
  server.fate('taken');
  ok(await story.complete('fix-address', { email: 'compta@dupont.example' }));
  await settles('M-5', '1 withdrawn', '2 sent');
  expect(server.taken.at(-1)?.to).toEqual(['compta@dupont.example']);
});

test('a worker that died while it was sending leaves a question, never a second message', async () => {
  const story = await overdue('M-6', '2031-03-26');
  server.fate('dropped');
  await world.at('2031-03-27', 9);
  await vi.waitFor(async () => expect(await failure('M-6')).toMatch(/^unsent: SMTP/), SOON);
  // As the death of a worker between the attempt and its record leaves it.
  await world.store.db.message.updateMany({ where: { invoiceId: 'M-6' }, data: { failure: null } });
  server.fate('taken');
  await world.env.sleep('2 hours');
  await settles('M-6', '1 unclear');
  expect((await story.task('decide')).details.question).toBe('unknown: an earlier attempt never reported back');
  expect(heard('M-6')).toEqual([]);
});

const fates = async (invoiceId: string): Promise<string[]> =>
  (await world.store.db.message.findMany({ where: { invoiceId } })).map(({ status }) => status);

test('a written answer whose fate nobody knows is asked about, and sent again only when a person says so', async () => {
  const story = await overdue('M-7', '2031-04-30');
  server.fate('lost');
  const said = { outcome: 'invoice-not-received', spokeTo: 'Mme Martin', address: 'm-7@dupont.example' };
  ok(await story.act('calls', said), 200, 201, 202);
  // The summary of the call, and the invoice to the address it named.
  await vi.waitFor(async () => expect(await fates('M-7')).toEqual(['unclear', 'unclear']), SOON);
  const asked = await story.task('decide');
  expect(asked.details.question).toMatch(/^unknown: SMTP/);
  const before = heard('M-7').length;
  server.fate('taken');
  await world.env.sleep('30 hours');
  expect(heard('M-7')).toHaveLength(before);
  const open = (await story.tasks()).filter(({ kind }) => kind === 'decide');
  expect(open).toHaveLength(2);
  for (const { id } of open) ok(await world.call('POST', `/v1/tasks/${id}/completion`, { decision: 'skip' }));
  await vi.waitFor(async () => expect(await fates('M-7')).toContain('sent'), SOON);
  expect(heard('M-7').length).toBeGreaterThan(before);
});

test('while sending is "test" the stored bytes go to the test recipient, with a line that says whom they were for', async () => {
  server.fate('taken');
  ok(await world.call('PUT', '/v1/creditors/default', { ...aCreditor, sending: 'test' }));
  await overdue('M-8', '2031-03-31');
  await world.at('2031-04-01', 9);
  await settles('M-8', '1 sent');
  expect(heard('M-8')).toEqual([]);
  const arrived = server.taken.at(-1);
  expect(arrived?.to).toEqual([TEST_RECIPIENT]);
  const { mime } = await world.store.db.message.findFirstOrThrow({ where: { invoiceId: 'M-8' } });
  const added = 'X-Huitaine-Test: instead of m-8@dupont.example\r\n';
  expect(arrived?.bytes.equals(Buffer.concat([Buffer.from(added), mime!]))).toBe(true);
  ok(await world.call('PUT', '/v1/creditors/default', { ...aCreditor, sending: 'on' }));
});
