import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ok, setUp } from '../support/story.ts';
import { enterRates } from '../support/rates.ts';
import { aConsumer, CLAUSE } from './belgianConsumers.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';
import { createMailWorld, type MailWorld } from './mail.ts';

// 2031: March Fr 28, Mo 31 · April Mo 7 14 (Easter Monday) 21 28.
const SOON = { timeout: 15_000, interval: 50 };

const CREDITOR = {
  name: 'Ateliers Morel SRL',
  registrations: [{ scheme: 'BCE', value: '0403.170.701' }],
  country: 'BE',
  timeZone: 'Europe/Brussels',
  address: { lines: ['12 rue des Forges'], postalCode: '1000', city: 'Bruxelles', country: 'BE' },
  size: 'sme',
  sending: 'on',
};

let mail: MailWorld;
beforeAll(async () => {
  mail = await createMailWorld();
  await sendingAt(9);
  await mail.world.at('2031-03-10', 11);
  await enterRates(mail.world.call);
});
afterAll(() => mail.stop());

const sendingAt = (sendingHour: number): Promise<void> => setUp(mail.world.call, { ...CREDITOR, sendingHour });

const consumerOwes = async (id: string, given: Record<string, unknown>, debtor = {}): Promise<Followed> => {
  const story = follow(mail.world, id);
  await story.announce({ debtor: aConsumer(id, debtor), ...given });
  return story;
};

const claimableFrom = async (story: Followed): Promise<string> => (await story.read()).case.claimableFrom;

test('a free first reminder that leaves a day late grants the days that the law counts from then', async () => {
  const { world, resend, attempts, settles } = mail;
  await sendingAt(23);
  const unsent = await consumerOwes('W-1', { startAt: 'second-reminder', dueOn: '2031-03-17' });
  const doubtful = await consumerOwes('W-2', { startAt: 'second-reminder', dueOn: '2031-03-17' });
  await sendingAt(9);
  resend.fate('W-1', ...Array.from({ length: 60 }, () => 'busy' as const));
  resend.fate('W-2', ...Array.from({ length: 60 }, () => 'failed' as const));
  await world.at('2031-03-18', 23);
  await Promise.all([attempts('W-1', 1), attempts('W-2', 1)]);
  await world.at('2031-03-19', 2);
  // What surely didn't leave is written anew, under the next number; of what may have left a person is asked.
  await settles('W-2', '1 unclear');
  await vi.waitFor(async () => expect(resend.about('W-1').at(-1)?.key).toMatch(/be-first-reminder\/2$/), SOON);
  resend.fate('W-1', 'taken');
  await world.at('2031-03-19', 3);
  await settles('W-1', '1 withdrawn', '2 sent');
  expect(resend.delivered('W-1')).toHaveLength(1);
  // 20 March to 2 April.
  expect(plain((await unsent.sent()).at(-1)!.text)).toContain('jusqu’au mercredi 2 avril 2031 inclus');
  expect(await claimableFrom(unsent)).toBe('2031-04-03');

  // It did leave on the 18th: its own days hold, 19 March to 1 April.
  ok(await doubtful.complete('decide', { decision: 'continue' }));
  expect(await claimableFrom(doubtful)).toBe('2031-04-02');
});

test('a first reminder written on a Saturday grants days from its planned posting, also where it is posted at once', async () => {
  const { world } = mail;
  const byPost = { preferredChannel: 'letter' };
  const [onMonday, atOnce] = await Promise.all([
    consumerOwes('W-3', { strategy: 'procedure', dueOn: '2031-03-31' }, byPost),
    consumerOwes('W-4', { strategy: 'procedure', dueOn: '2031-03-31' }, byPost),
  ] as const);
  await world.at('2031-04-05', 11);
  for (const story of [onMonday, atOnce]) {
    ok(await story.act('steps/be-first-reminder/run'), 200, 202);
    const [letter] = await story.letters();
    expect(letter).toMatchObject({ madeOn: '2031-04-05', plannedPosting: '2031-04-07' });
    // Posted on Monday 7: 8, 9, 10 April are working days; the days are 10 to 23 April.
    expect(await letterText(letter!.bytes)).toContain('jusqu’au mercredi 23 avril 2031 inclus');
  }
  await atOnce.posted('2031-04-05');
  await world.at('2031-04-07', 8);
  await onMonday.posted('2031-04-07');
  expect([await claimableFrom(onMonday), await claimableFrom(atOnce)]).toEqual(['2031-04-24', '2031-04-24']);
});

test('a statement before another invoice’s due date says nothing of one whose days still run', async () => {
  const { world } = mail;
  const debtor = aConsumer('W-5');
  const [waiting, coming] = [follow(world, 'W-5'), follow(world, 'W-6')];
  await waiting.announce({ strategy: 'statement-first', dueOn: '2031-04-04', startAt: 'courtesy-call', debtor });
  await coming.announce({ strategy: 'statement-first', dueOn: '2031-04-16', debtor });
  await moveTo(world, '2031-04-09', 10);
  await mail.settles('W-6', '1 sent');
  expect(await claimableFrom(waiting)).toBe('2031-04-23');
  const { text } = (await coming.sent()).at(-1)!;
  expect(text).toContain('W-6');
  expect(text).not.toContain('W-5');
});

test('the summary of a talk by hand says nothing of what only businesses owe', async () => {
  const { world } = mail;
  const story = await consumerOwes('W-7', { strategy: 'five-days', dueOn: '2031-04-07' }, { terms: CLAUSE });
  await moveTo(world, '2031-05-02', 10);
  const contact = { name: 'M. Peeters', email: 'luc@peeters.example' };
  ok(await story.act('calls', { outcome: 'forwarded', spokeTo: 'Mme Peeters', contact }));
  await vi.waitFor(async () => expect((await story.sent()).at(-1)!.kind).toBe('call-summary'), SOON);
  const { text } = (await story.sent()).at(-1)!;
  expect(text).toContain('1 200,50 €');
  expect(text).not.toMatch(/entreprises, un retard|40 €|indemnité|intérêts/);
});

test('a debtor of another kind than announced: a manager looks first, and no text mixes the two laws', async () => {
  const { world } = mail;
  const story = await consumerOwes(
    'W-8',
    { startAt: 'second-reminder', dueOn: '2031-05-05' },
    { kind: 'business', name: 'Peeters SRL' },
  );
  const said = { kind: 'consumer', name: 'Jeanne Peeters' };
  ok(await world.call('PATCH', '/v1/debtors/debtor-W-8', said, { 'If-Match': '"1"' }));
  await moveTo(world, '2031-05-22', 10);
  expect(await story.steps()).toMatchObject({ 'second-reminder': 'planned' });
  const [task, ...more] = await story.tasks();
  expect(more).toEqual([]);
  expect(task).toMatchObject({ kind: 'decide', role: 'manager', stepKey: null });
  expect(task!.title).toContain('is now a consumer in BE');
  ok(await story.complete('decide', { decision: 'continue', reason: 'bought for his business' }));
  await moveTo(world, '2031-05-23', 10);
  await story.task('approve');
  expect(plain((await story.draft('second-reminder')).markdown)).toContain('loi du 2 août 2002');
});
