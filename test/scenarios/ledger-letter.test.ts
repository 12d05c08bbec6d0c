import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';

// 2031: March Mo 3 10 17 24 31 · April Mo 7 14 21 28, Easter Monday 14 · May Mo 5 12 19 26, closed Th 1, Th 8, Th 22.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-03-03', 10);
});
afterAll(() => world.stop());

const announced = async (id: string, given: object): Promise<Followed> => {
  const story = follow(world, id);
  await story.announce({ issuedOn: '2031-01-02', debtor: { ...aDebtor, id: `debtor-of-${id}` }, ...given });
  return story;
};

test('a part payment while a letter waits to be posted: that letter is void, the next asks for the rest with its own dates', async () => {
  const story = await announced('V-1', { dueOn: '2031-01-20', startAt: 'formal-notice' }); // D+45 = Th 6 March
  await moveTo(world, '2031-03-06', 10);
  ok(await story.approve('formal-notice'));
  const [first] = await story.letters();
  // Th 6 + 3 business days = Tu 11, + 8 = We 19 March.
  expect(first).toMatchObject({ number: '2031-0001', printedDate: '2031-03-19', voidedOn: null });
  expect(await letterText(first?.bytes ?? new Uint8Array())).toMatch(
    /au plus tard le mercredi 19 mars 2031, la somme de 1 240,50 €/,
  );

  await story.pay('part', 50_000, '2031-03-06');
  expect((await story.letters())[0]).toMatchObject({ voidedOn: '2031-03-06', postedOn: null });
  const void1 = await world.call('POST', `/v1/letters/${first?.id}/events`, { kind: 'posted', on: '2031-03-06' });
  expect([void1.status, void1.body.code]).toEqual([409, 'LETTER_VOID']);

  // Drafted anew at once; approved on Fr 7: + 3 = We 12, + 8 = Th 20 March.
  expect((await story.task('approve')).stepKey).toBe('formal-notice');
  await moveTo(world, '2031-03-07', 10);
  ok(await story.approve('formal-notice'));
  await story.posted('2031-03-07');
  const second = (await story.letters())[1];
  // Void numbers stay used.
  expect(second).toMatchObject({ number: '2031-0002', printedDate: '2031-03-20', postedOn: '2031-03-07' });
  expect(await letterText(second?.bytes ?? new Uint8Array())).toMatch(
    /au plus tard le jeudi 20 mars 2031, la somme de 740,50 €/,
  );
  expect(await story.reminders()).toEqual(['formal-notice registered-letter 2031-03-07 70050']);
});

test('a letter posted later than planned is void and made anew, already approved, with later dates', async () => {
  const story = await announced('V-2', { dueOn: '2031-01-27', startAt: 'formal-notice' }); // D+45 = Th 13 March
  await moveTo(world, '2031-03-13', 10);
  ok(await story.approve('formal-notice'));
  await moveTo(world, '2031-03-17', 10); // planned for Th 13, posted Mo 17
  await story.posted('2031-03-17');
  const letters = await story.letters();
  // Th 13 + 3 = Tu 18, + 8 = We 26 March; Mo 17 + 3 = Th 20, + 8 = Fr 28 March.
  expect(
    letters.map(({ number, printedDate, voidedOn, postedOn }) => [number, printedDate, voidedOn, postedOn]),
  ).toEqual([
    ['2031-0003', '2031-03-26', '2031-03-17', null],
    ['2031-0004', '2031-03-28', null, null],
  ]);
  expect(await letterText(letters[1]?.bytes ?? new Uint8Array())).toContain('au plus tard le vendredi 28 mars 2031');
  expect(await letterText(letters[1]?.bytes ?? new Uint8Array())).not.toContain('26 mars');
  await story.posted('2031-03-17');
  expect(await story.reminders()).toEqual(['formal-notice registered-letter 2031-03-17 120050']);
});

test('correcting the due date moves what is not done; correcting the amount makes the draft anew', async () => {
  const story = await announced('V-3', { dueOn: '2031-03-03', startAt: 'second-reminder' }); // D+15 = Tu 18 March
  await moveTo(world, '2031-03-18', 9);
  const old = await story.draft('second-reminder');
  expect(old.text.replaceAll(/\s/g, ' ')).toContain('1 200,50 €');
  // No reminder has left yet: the amount may still be put right, and the draft with it.
  ok(await world.call('PATCH', '/v1/invoices/V-3', { amount: euros(110_000) }));
  await moveTo(world, '2031-03-18', 10);
  const next = await story.draft('second-reminder');
  expect(next.text.replaceAll(/\s/g, ' ')).toContain('1 100,00 €');
  const stale = await world.call('POST', '/v1/invoices/V-3/steps/second-reminder/approval', { sha256: old.sha256 });
  expect([stale.status, stale.body.code]).toEqual([409, 'DRAFT_STALE']);

  // Two weeks more, agreed with the customer: D+15 of Mo 17 March = Tu 1 April. The open draft goes.
  ok(await world.call('PATCH', '/v1/invoices/V-3', { dueOn: '2031-03-17', reason: 'convenu avec le client' }));
  expect(await story.tasks()).toEqual([]);
  await moveTo(world, '2031-03-31', 18);
  expect(await story.tasks()).toEqual([]);
  await moveTo(world, '2031-04-01', 9);
  ok(await story.approve('second-reminder'));
  expect(await story.reminders()).toEqual(['second-reminder email 2031-04-01 110000']);
  // After the first reminder neither the amount nor an earlier day.
  const amount = await world.call('PATCH', '/v1/invoices/V-3', { amount: euros(1) });
  const earlier = await world.call('PATCH', '/v1/invoices/V-3', { dueOn: '2031-03-10', reason: 'x' });
  expect([amount.status, amount.body.errors[0].pointer, earlier.status, earlier.body.errors[0].pointer]).toEqual([
    422,
    '/amount',
    422,
    '/dueOn',
  ]);
});

test('a cancelled invoice closes its case: nothing more is sent, and asking again changes nothing', async () => {
  const story = await announced('V-4', { dueOn: '2031-03-17', startAt: 'second-reminder' });
  await moveTo(world, '2031-04-02', 10);
  expect((await story.task('approve')).stepKey).toBe('second-reminder');
  ok(await story.act('cancellation', { reason: 'facturé deux fois' }));
  ok(await story.act('cancellation', { reason: 'facturé deux fois' }));
  await story.expectStatus('closed', 'cancelled');
  await moveTo(world, '2031-05-05', 10);
  expect([await story.tasks(), await story.sent()]).toEqual([[], []]);
});
