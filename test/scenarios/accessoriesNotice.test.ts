import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCreditor, aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import { follow, moveTo, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// Two French businesses that never pay, each 10,000 € due Friday 4 April 2031, from the third reminder to the legal file:
// one whose interest was given up until a printed day, one whom the creditor never asks for any. 12.40 %: 3.397 € a day.
// Holidays: Th 8 and Th 22 May, Mo 2 June.

let world: World;
const of = {} as Record<'waive' | 'never', Followed>;
const both = ['waive', 'never'] as const;

beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-03', 11);
  const rate = { series: 'ECB_MRO', from: '2031-01-01', ratePct: '2.4', confidence: 'official' };
  ok(await world.call('PUT', '/v1/rates', { ...rate, source: 'the page of the ECB', why: 'of the story' }), 200);
  for (const id of both) {
    of[id] = follow(world, id);
    const policy = id === 'never' ? { accessories: 'never' } : {};
    ok(await world.call('PUT', '/v1/creditors/default', { ...aCreditor, ...policy }, { 'If-Match': '*' }));
    await of[id].announce({
      startAt: 'third-reminder',
      amount: euros(1_000_000),
      debtor: { ...aDebtor, id: `debtor-${id}` },
    });
  }
});
afterAll(() => world.stop());

const stated = async (id: (typeof both)[number], on: string): Promise<readonly number[]> => {
  const { principal, interest, indemnity, total } = ok(
    await world.call('GET', `/v1/invoices/${id}/statement?on=${on}`),
  );
  return [principal, interest.amount, indemnity, total].map(({ minor }) => minor);
};

test('Mo 5 May: one is promised that nothing more is asked if he pays by Tu 13, the other reads of no interest', async () => {
  await moveTo(world, '2031-05-05', 10);
  for (const id of both) ok(await of[id].approve('third-reminder'));
  await moveTo(world, '2031-05-05', 11);
  const [waive, never] = await Promise.all(both.map(async (id) => (await of[id].sent()).at(-1)!.text));
  // 31 days: 105.315.
  expect(amountsIn(waive!)).toEqual(expect.arrayContaining(['10 000,00 €', '105,32 €', '40,00 €']));
  expect(waive).toMatch(/au plus tard le mardi 13 mai 2031, nous ne vous réclamerons rien de plus/);
  expect(amountsIn(never!)).toEqual(['10 000,00 €']);
  expect(never).not.toMatch(/pénalités|indemnité/);
});

test('Mo 19 May: the day is past, so that the notice claims all of it; the other’s claims the principal', async () => {
  await moveTo(world, '2031-05-19', 10);
  for (const id of both) {
    expect(await of[id].task('approve')).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
    ok(await of[id].approve('formal-notice'));
    await of[id].posted('2031-05-19');
    // Tu 20, We 21, Fr 23; eight days more are Sa 31 May, so Tu 3 June.
    expect((await of[id].letters()).at(-1)).toMatchObject({ kind: 'formal-notice', printedDate: '2031-06-03' });
  }
  const words = async (id: (typeof both)[number]): Promise<string> =>
    letterWords((await of[id].letters()).at(-1)!.bytes);
  // 45 days: 152.877.
  expect(amountsIn(await words('waive'))).toEqual(expect.arrayContaining(['152,88 €', '40,00 €', '10 192,88 €']));
  expect(amountsIn(await words('never'))).toEqual(['10 000,00 €', '0,00 €']);
});

test('Fr 6 June: two bank days after the printed day the legal file, with what is owed by each', async () => {
  await moveTo(world, '2031-06-05', 23);
  for (const id of both) expect(await of[id].tasks()).toEqual([]);
  await moveTo(world, '2031-06-06', 10);
  for (const id of both)
    expect(await of[id].task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-06-06' });
  // 63 days: 214.027.
  expect(await stated('waive', '2031-06-06')).toEqual([1_000_000, 21_403, 4_000, 1_025_403]);
  expect(await stated('never', '2031-06-06')).toEqual([1_000_000, 0, 0, 1_000_000]);
  ok(await of.waive.complete('legal-file', { decision: 'handed-over', reason: 'cabinet Martin' }));
  await of.waive.expectStatus('handed-over');
  await of.never.pay('never-1', 1_000_000, '2031-06-06');
  await of.never.expectStatus('closed', 'paid');
  expect(await of.never.tasks()).toEqual([]);
});
