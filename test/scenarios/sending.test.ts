import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCreditor, ok } from '../support/story.ts';
import { plain } from './follow.ts';
import { createMailWorld, TEST_RECIPIENT, type MailWorld } from './mail.ts';

// 2031: March Mo 3 10 17 24 31.
let mail: MailWorld;
beforeAll(async () => {
  mail = await createMailWorld();
});
afterAll(() => mail.stop());

test('the bytes sent are the bytes stored, under the key of the reminder', async () => {
  const { world, resend, overdue, settles } = mail;
  await world.at('2031-03-03', 10);
  await overdue('S-1', '2031-03-04');
  await world.at('2031-03-05', 9);
  await settles('S-1', '1 sent');
  const [sent, ...more] = resend.about('S-1');
  expect(more).toEqual([]);
  expect(sent?.key).toBe('default/S-1/first-reminder/1');
  const stored = await world.store.db.message.findFirstOrThrow({ where: { invoiceId: 'S-1' } });
  const { subject, text, html, fromLine } = stored;
  expect(sent?.email).toMatchObject({ from: fromLine, to: ['martin@dupont.example'], subject, text, html });
  expect(fromLine).toBe('Ateliers Morel SARL <compta@ateliers-morel.example>');
  expect(stored).toMatchObject({ status: 'sent', mode: 'sent', providerId: 'provider-1', failure: null });
});

test('after a failure, a lost answer and a full queue the same bytes leave under the same key: one reminder', async () => {
  const { world, resend, overdue, attempts, settles } = mail;
  await overdue('S-2', '2031-03-05');
  resend.fate('S-2', 'failed', 'lost', 'busy', 'taken');
  await world.at('2031-03-06', 9);
  await attempts('S-2', 1);
  await world.env.sleep('10 minutes');
  await settles('S-2', '1 sent');
  const all = resend.about('S-2');
  expect(all.length).toBe(4);
  expect([new Set(all.map(({ key }) => key)).size, new Set(all.map(({ bytes }) => bytes)).size]).toEqual([1, 1]);
  expect(resend.delivered('S-2')).toHaveLength(1);
  expect(await world.store.db.message.count({ where: { invoiceId: 'S-2' } })).toBe(1);
});

test('a payment while a send is being retried: nothing more is sent, the case closes, the retry is cancelled', async () => {
  const { world, resend, overdue, statuses, attempts } = mail;
  const [unknown, unsent] = [await overdue('S-3', '2031-03-10'), await overdue('S-4', '2031-03-10')];
  resend.fate('S-3', 'failed');
  resend.fate('S-4', 'busy');
  await world.at('2031-03-11', 9);
  await Promise.all([attempts('S-3', 1), attempts('S-4', 1)]);
  for (const story of [unknown, unsent]) {
    await story.pay(`p-${story.id}`, 120_050, '2031-03-11');
    await story.expectStatus('closed', 'paid');
  }
  const tried = [resend.about('S-3').length, resend.about('S-4').length];
  await world.env.sleep('2 days');
  expect([resend.about('S-3').length, resend.about('S-4').length]).toEqual(tried);
  // It may have left, so it is on record as unclear; a full queue surely took nothing.
  expect([await statuses('S-3'), await statuses('S-4')]).toEqual([['1 unclear'], ['1 withdrawn']]);
  for (const id of ['S-3', 'S-4']) {
    const { events } = await world.env.client.workflow.getHandle(`invoice/default/${id}`).fetchHistory();
    expect(events?.some(({ activityTaskCancelRequestedEventAttributes: cancelled }) => cancelled)).toBe(true);
    expect(events?.some(({ workflowExecutionCompletedEventAttributes: completed }) => completed)).toBe(true);
  }
});

test('a part payment between two attempts: the new amount under the next number only when the first surely did not leave', async () => {
  const { world, resend, overdue, attempts, settles } = mail;
  const [unknown, unsent] = [await overdue('S-5', '2031-03-17'), await overdue('S-6', '2031-03-17')];
  resend.fate('S-5', 'failed', 'taken');
  resend.fate('S-6', 'busy', 'taken');
  await world.at('2031-03-18', 9);
  await Promise.all([attempts('S-5', 1), attempts('S-6', 1)]);
  for (const story of [unknown, unsent]) await story.pay(`p-${story.id}`, 20_050, '2031-03-18');
  await world.env.sleep('10 minutes');
  await settles('S-5', '1 sent');
  await settles('S-6', '1 withdrawn', '2 sent');
  const [first, again] = resend.about('S-5');
  expect([again?.key, again?.bytes]).toEqual([first?.key, first?.bytes]);
  expect(plain(again?.email.text ?? '')).toContain('1 200,50 €');
  const last = resend.about('S-6').at(-1);
  expect(last?.key).toBe('default/S-6/first-reminder/2');
  expect(plain(last?.email.text ?? '')).toMatch(/il reste 1 000,00 € à régler sur 1 200,50 €/);
  expect(
    (await world.store.db.reminder.findMany({ where: { invoiceId: 'S-6' }, orderBy: { n: 'asc' } })).map(
      ({ balanceMinor }) => Number(balanceMinor),
    ),
  ).toEqual([120_050, 100_000]);
});

test('while sending is "test" everything goes to the test recipient only', async () => {
  const { world, resend, overdue, settles } = mail;
  ok(await world.call('PUT', '/v1/creditors/default', { ...aCreditor, sending: 'test' }));
  await overdue('S-7', '2031-03-19');
  await world.at('2031-03-20', 9);
  await settles('S-7', '1 sent');
  expect(resend.about('S-7').map(({ email }) => [email.to, email.cc])).toEqual([[[TEST_RECIPIENT], undefined]]);
  expect(await world.store.db.message.findFirst({ where: { invoiceId: 'S-7' } })).toMatchObject({
    mode: 'test',
    status: 'sent',
  });
  ok(await world.call('PUT', '/v1/creditors/default', { ...aCreditor, sending: 'on' }));
});
