import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aDebtor, ok } from '../support/story.ts';
import { letterText } from './letterText.ts';
import { createMailWorld, type MailWorld } from './mail.ts';
import { plain } from './follow.ts';

// 2031: March Mo 3 10 17 24 31 · April Mo 7 14 21 28, Easter Monday 14.
let mail: MailWorld;
beforeAll(async () => {
  mail = await createMailWorld();
  await mail.world.at('2031-03-03', 10);
});
afterAll(() => mail.stop());

test('after 23 hours without a clear answer nothing is tried again: a person says whether it went out', async () => {
  const { world, resend, overdue, attempts, settles } = mail;
  const [went, not] = [await overdue('U-1', '2031-03-10'), await overdue('U-2', '2031-03-10')];
  for (const id of ['U-1', 'U-2']) resend.fate(id, 'down'); // to be tried again every four hours
  await world.at('2031-03-11', 9); // Tu 11
  await Promise.all([attempts('U-1', 1), attempts('U-2', 1)]);
  await world.env.sleep('26 hours'); // We 12, eleven o'clock
  for (const id of ['U-1', 'U-2']) {
    await settles(id, '1 unclear');
    const tried = resend.about(id);
    expect(tried.length).toBe(6); // at 9, 13, 17, 21, 1 and 5 o'clock
    expect(new Set(tried.map(({ key, bytes }) => key + bytes)).size).toBe(1);
  }
  const asked = await went.task('decide');
  expect([asked.stepKey, asked.title, asked.details.question]).toEqual([
    'first-reminder',
    'did the message of first-reminder go out?',
    'no clear answer from the provider for 23 hours',
  ]);
  const tries = resend.about('U-1').length;
  expect((await went.complete('decide', { decision: 'hold' })).status).toBe(422);

  // It did go out: the step is done, on the day of its first attempt.
  ok(await went.complete('decide', { decision: 'continue' }));
  await settles('U-1', '1 sent');
  expect(await went.reminders()).toEqual(['first-reminder email 2031-03-11 120050']);
  expect((await went.read()).case).toMatchObject({ nextStep: 'second-reminder' });
  expect(resend.about('U-1')).toHaveLength(tries);

  // It didn't: made again under the next number.
  resend.fate('U-2', 'taken');
  ok(await not.complete('decide', { decision: 'skip' }));
  await settles('U-2', '1 withdrawn', '2 sent');
  expect(resend.delivered('U-2').map(({ key }) => key)).toEqual(['default/U-2/first-reminder/2']);
  expect(await not.reminders()).toEqual(['first-reminder email 2031-03-12 120050']);
});

test('an address that is refused is mended and written to, or the next channel is taken after two business days', async () => {
  const { world, resend, overdue, settles } = mail;
  const [mended, given] = [await overdue('U-3', '2031-03-13'), await overdue('U-4', '2031-03-13')];
  resend.fate('U-3', 'bad-address', 'taken');
  resend.fate('U-4', 'bad-address');
  await world.at('2031-03-14', 9); // Fr 14
  await Promise.all([settles('U-3', '1 withdrawn'), settles('U-4', '1 withdrawn')]);
  const { details, deadlineOn, stepKey } = await mended.task('fix-address');
  expect([stepKey, deadlineOn, details.missing]).toEqual(['first-reminder', '2031-03-18', 'email']);
  expect(details.reason).toMatch(/validation_error.*Invalid `to` field/);
  expect(await mended.reminders()).toEqual([]);

  await world.at('2031-03-17', 11); // Mo 17
  ok(await mended.complete('fix-address', { email: 'comptabilite@dupont.example' }));
  await settles('U-3', '1 withdrawn', '2 sent');
  expect(resend.delivered('U-3').map(({ key, email }) => [key, email.to])).toEqual([
    ['default/U-3/first-reminder/2', ['comptabilite@dupont.example']],
  ]);
  expect(await mended.reminders()).toEqual(['first-reminder email 2031-03-17 120050']);

  await world.at('2031-03-19', 9); // We 19: nobody found another address by the end of Tu 18
  await vi.waitFor(async () => expect(await given.letters()).toHaveLength(1), { timeout: 10_000 });
  const [letter] = await given.letters();
  expect(letter?.kind).toBe('reminder-letter');
  expect(await letterText(letter?.bytes ?? new Uint8Array())).toMatch(/1 200,50 €/);
  await given.posted('2031-03-19');
  expect(await given.reminders()).toEqual(['first-reminder letter 2031-03-19 120050']);
  expect(resend.about('U-4')).toHaveLength(1);
});

test('a hold during the retries stops them; the morning after it the reminder leaves, with the amount of that day', async () => {
  const { world, resend, overdue, attempts, settles } = mail;
  const [unsent, unknown] = [await overdue('U-5', '2031-03-24'), await overdue('U-6', '2031-03-24')];
  resend.fate('U-5', 'busy');
  resend.fate('U-6', 'failed');
  await world.at('2031-03-25', 9); // Tu 25
  await Promise.all([attempts('U-5', 1), attempts('U-6', 1)]);
  for (const story of [unsent, unknown]) ok(await story.act('hold', { reason: 'manual', until: '2031-03-26' }));
  const tried = [resend.about('U-5').length, resend.about('U-6').length];
  resend.fate('U-5', 'taken');
  resend.fate('U-6', 'taken');
  await world.at('2031-03-26', 20);
  await unsent.pay('p-U-5', 20_050, '2031-03-26');
  expect([resend.about('U-5').length, resend.about('U-6').length]).toEqual(tried);

  await world.at('2031-03-27', 9); // Th 27
  await settles('U-5', '1 withdrawn', '2 sent');
  expect(plain(resend.delivered('U-5')[0]?.email.text ?? '')).toContain('1 000,00 €');
  // The other may have left on Tu 25, and its key is too old to be tried again.
  await settles('U-6', '1 unclear');
  // Nobody who answers by Mo 31: the deputy is asked.
  expect(await unknown.task('decide')).toMatchObject({
    title: 'did the message of first-reminder go out?',
    deadlineOn: '2031-03-31',
    onDeadline: 'escalate',
  });
  expect(resend.about('U-6')).toHaveLength(tried[1] ?? 0);
});

test('without any e-mail address the same path: a person has two business days', async () => {
  const { world, overdue, settles, resend } = mail;
  const story = await overdue('U-7', '2031-03-27', { contacts: [{ ...aDebtor.contacts[0], email: undefined }] });
  await world.at('2031-03-28', 9); // Fr 28
  await vi.waitFor(async () => expect(await story.tasks()).toHaveLength(1), { timeout: 10_000 });
  expect(await story.task('fix-address')).toMatchObject({
    stepKey: 'first-reminder',
    deadlineOn: '2031-04-01',
    details: { missing: 'email' },
  });
  await world.at('2031-03-28', 15);
  ok(await story.complete('fix-address', { email: 'martin@dupont.example' }));
  await settles('U-7', '1 sent');
  expect(resend.delivered('U-7')[0]?.email.to).toEqual(['martin@dupont.example']);
});
