import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCreditor, aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import { bankOf } from './bank.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// A French business owes 10,000 € since Friday 4 April 2031, under each policy. Rates entered for the story: 2.40 % in the
// first half of 2031, so 12.40 % from 5 April: 3.397 € a day. Holidays: Mo 14 Apr. (Easter), Th 1, Th 8 and Th 22 May.

let world: World;
let kept: Followed;
let broken: Followed;
let waived: Followed;
let transferred: Followed;
let never: Followed;

const announced = async (id: string, strategy: string): Promise<Followed> => {
  const invoice = follow(world, id);
  await invoice.announce({
    strategy,
    issuedOn: '2031-03-03',
    dueOn: '2031-04-04',
    amount: euros(1_000_000),
    debtor: { ...aDebtor, id: `debtor-of-${id}` },
  });
  return invoice;
};

beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-03', 11);
  const rate = { series: 'ECB_MRO', from: '2031-01-01', ratePct: '2.4', confidence: 'official' };
  ok(await world.call('PUT', '/v1/rates', { ...rate, source: 'the page of the ECB', why: 'of the story' }), 200);
  kept = await announced('F-KEPT', 'progressive');
  broken = await announced('F-BROKEN', 'progressive');
  waived = await announced('F-WAIVED', 'five-days');
  transferred = await announced('F-TRANSFERRED', 'five-days');
  ok(await world.call('PUT', '/v1/creditors/default', { ...aCreditor, accessories: 'never' }, { 'If-Match': '*' }));
  never = await announced('F-NEVER', 'progressive');
  ok(await world.call('PUT', '/v1/creditors/default', aCreditor, { 'If-Match': '*' }));
});
afterAll(() => world.stop());

const statement = async (one: Followed, on?: string): Promise<any> =>
  ok(await world.call('GET', `/v1/invoices/${one.id}/statement${on === undefined ? '' : `?on=${on}`}`));

/** Amount, difference of principal and of the rest, as the timeline tells the closing. */
const closing = async (one: Followed): Promise<unknown> => {
  const { data } = ok(await world.call('GET', `/v1/invoices/${one.id}/timeline`));
  return data.findLast(({ type }: any) => type === 'closed')?.data;
};

const accessoriesTask = async (one: Followed): Promise<any> =>
  (await one.tasks()).find(({ kind }) => kind === 'accessories');

test('first contact and talk: nothing besides the principal yet where the policy is to claim', async () => {
  await moveTo(world, '2031-04-08', 9);
  for (const one of [waived, transferred]) ok(await one.approve('first-contact'));
  await moveTo(world, '2031-04-08', 10);
  for (const one of [waived, transferred]) expect(amountsIn((await one.sent()).at(-1)!.text)).toEqual(['10 000,00 €']);
});

test('not reached, the interest is named in writing, to the cent of that day', async () => {
  for (const [day, hour, outcome] of [
    ['2031-04-16', 11, 'no-answer'],
    ['2031-04-16', 15, 'voicemail'],
    ['2031-04-17', 10, 'busy'],
  ] as const) {
    await moveTo(world, day, hour);
    for (const one of [waived, transferred]) await one.talk({ outcome });
  }
  await moveTo(world, '2031-04-17', 12);
  const { text } = (await waived.sent()).at(-1)!;
  // 13 days: 44.164.
  expect(text).toContain('44,16 €');
  expect(await statement(waived)).toMatchObject({ interest: { amount: euros(4_416) }, indemnity: euros(4_000) });
});

test('waive if paid by: the second reminder prints the day, the interest to date and the 40 €', async () => {
  // D+15 is a Saturday: Monday 21 April, to be paid by the 28th. 17 days: 57.753.
  await moveTo(world, '2031-04-21', 10);
  for (const one of [kept, broken, never]) ok(await one.approve('second-reminder'));
  await moveTo(world, '2031-04-21', 11);
  for (const one of [kept, broken]) {
    const { text } = (await one.sent()).at(-1)!;
    expect(text).toContain('lundi 28 avril 2031');
    expect(amountsIn(text)).toEqual(expect.arrayContaining(['10 000,00 €', '57,75 €', '40,00 €']));
    expect(await statement(one)).toMatchObject({
      interest: {
        amount: euros(5_775),
        segments: [{ from: '2031-04-05', to: '2031-04-21', days: 17, ratePct: '12.40' }],
      },
      indemnity: euros(4_000),
      total: euros(1_009_775),
      accessories: { policy: 'waive-if-paid-by', waived: false, promises: [{ payBy: '2031-04-28', kept: null }] },
    });
  }
});

test('never: the second reminder names no interest, and none is owed', async () => {
  const { text } = (await never.sent()).at(-1)!;
  expect(amountsIn(text)).toEqual(['10 000,00 €']);
  expect(await statement(never)).toMatchObject({
    total: euros(1_000_000),
    accessories: { asked: false, promises: [] },
  });
});

test('the formal notice claims the sum of that day', async () => {
  // Written on Th 17 April, to be paid by Fr 25: Mo 28.
  await moveTo(world, '2031-04-25', 10);
  expect(await waived.tasks()).toEqual([]);
  await moveTo(world, '2031-04-28', 10);
  for (const one of [waived, transferred]) ok(await one.approve('formal-notice'));
  await moveTo(world, '2031-04-28', 11);
  for (const one of [waived, transferred]) {
    await one.posted('2031-04-28');
    const [letter] = await one.letters();
    const said = await letterWords(letter!.bytes);
    // 24 days: 81.534.
    const { principal, interest, indemnity, total } = await statement(one, '2031-04-28');
    expect([principal, interest.amount, indemnity, total].map(({ minor }) => minor)).toEqual([
      1_000_000, 8_153, 4_000, 1_012_153,
    ]);
    expect(amountsIn(said)).toEqual(expect.arrayContaining(['10 000,00 €', '81,53 €', '40,00 €', '10 121,53 €']));
  }
});

test('waive kept: paid on the printed day, nothing more is owed, and that binds us', async () => {
  await moveTo(world, '2031-04-28', 15);
  await kept.pay('kept-1', 1_000_000, '2031-04-28');
  await kept.expectStatus('closed', 'paid');
  expect(await closing(kept)).toEqual({ outcome: 'paid', differenceMinor: 0, accessoriesMinor: 0 });
  for (const on of ['2031-04-28', '2031-12-31'])
    expect(await statement(kept, on)).toMatchObject({
      principal: euros(0),
      interest: { amount: euros(0), segments: [] },
      indemnity: euros(0),
      notClaimed: euros(0),
      total: euros(0),
      accessories: { waived: true, promises: [{ payBy: '2031-04-28', kept: true }] },
    });
});

test('waive broken: a day later the case closes paid all the same, and what isn’t claimed is on record', async () => {
  await moveTo(world, '2031-04-29', 11);
  await broken.pay('broken-1', 1_000_000, '2031-04-29');
  await broken.expectStatus('closed', 'paid');
  // 25 days: 84.932.
  expect(await closing(broken)).toEqual({ outcome: 'paid', differenceMinor: 0, accessoriesMinor: 12_493 });
  expect(await statement(broken)).toMatchObject({
    interest: { amount: euros(8_493) },
    indemnity: euros(4_000),
    notClaimed: euros(12_493),
    total: euros(0),
    accessories: { waived: false, promises: [{ payBy: '2031-04-28', kept: false }] },
  });
  await never.pay('never-1', 1_000_000, '2031-04-29');
  await never.expectStatus('closed', 'paid');
  expect(await closing(never)).toEqual({ outcome: 'paid', differenceMinor: 0, accessoriesMinor: 0 });
});

test('claim: the principal is in after the notice, interest and 40 € are left, and a person is asked', async () => {
  await moveTo(world, '2031-05-05', 10);
  for (const one of [waived, transferred]) {
    expect(
      await bankOf(world).reports('payment.received', {
        id: `${one.id}-principal`,
        amount: euros(1_000_000),
        receivedOn: '2031-05-05',
        allocations: [{ invoiceId: one.id, amount: euros(1_000_000) }],
      }),
    ).toBe(204);
    const task = await one.task('accessories');
    // 31 days: 105.315. Five business days after Mo 5 May, Th 8 being a holiday: Tu 13 May.
    expect(task).toMatchObject({
      title: 'the principal is in, 145.32 EUR of interest and indemnity are left: waive, hand over or write off?',
      deadlineOn: '2031-05-13',
      details: { amountMinor: 14_532, interestMinor: 10_532, indemnityMinor: 4_000, paidMinor: 0 },
    });
    const { balance, case: theCase } = await one.read();
    expect([balance.minor, theCase.status]).toEqual([0, 'chasing']);
    expect(theCase.why).toContain('145.32 EUR of interest and indemnity are left');
  }
});

test('no step asks for a principal of 0: the legal file’s day passes, and the deputy is asked instead', async () => {
  const before = await waived.sent();
  await moveTo(world, '2031-05-16', 11);
  for (const one of [waived, transferred]) {
    expect((await one.tasks()).map(({ kind }) => kind)).toEqual(['accessories']);
    expect((await one.steps())['legal-file']).toBe('planned');
    const { escalated, onDeadline } = await world.store.db.task.findFirstOrThrow({
      where: { invoiceId: one.id, kind: 'accessories' },
    });
    expect([escalated, onDeadline]).toEqual([true, null]);
  }
  expect(await waived.sent()).toEqual(before);
});

test('waived by one click: paid, with the difference on record', async () => {
  const task = await accessoriesTask(waived);
  ok(await world.call('POST', `/v1/tasks/${task.id}/completion`, { decision: 'waive' }));
  await waived.expectStatus('closed', 'paid');
  expect(await closing(waived)).toEqual({ outcome: 'paid', differenceMinor: 0, accessoriesMinor: 14_532 });
  expect(await statement(waived)).toMatchObject({ notClaimed: euros(14_532), total: euros(0) });
});

test('paid by a second transfer: the case closes, the question is taken back, only the excess goes back', async () => {
  await moveTo(world, '2031-05-19', 11);
  const reported = (id: string, minor: number): Promise<number> =>
    bankOf(world).reports('payment.received', {
      id,
      amount: euros(minor),
      receivedOn: '2031-05-19',
      allocations: [{ invoiceId: transferred.id, amount: euros(minor) }],
    });
  expect(await reported('second', 10_000)).toBe(204);
  expect(await accessoriesTask(transferred)).toMatchObject({ details: { amountMinor: 4_532, paidMinor: 10_000 } });
  expect(await reported('third', 4_600)).toBe(204);
  await transferred.expectStatus('closed', 'paid');
  expect(await closing(transferred)).toEqual({ outcome: 'paid', differenceMinor: -14_600, accessoriesMinor: 0 });
  expect(await transferred.tasks()).toMatchObject([{ kind: 'refund', details: { amountMinor: 68 } }]);
  expect(await statement(transferred)).toMatchObject({
    principal: euros(0),
    interest: { amount: euros(10_532) },
    indemnity: euros(4_000),
    notClaimed: euros(0),
    total: euros(0),
  });
});

test('the second transfer goes back: the case is open again and asks about what is left', async () => {
  await moveTo(world, '2031-05-20', 11);
  expect(await bankOf(world).reports('payment.reversed', { id: 'gone', paymentId: 'second', on: '2031-05-20' })).toBe(
    204,
  );
  await transferred.expectStatus('chasing');
  expect(await accessoriesTask(transferred)).toMatchObject({ details: { amountMinor: 9_932, paidMinor: 4_600 } });
  expect(plain((await transferred.read()).case.why)).toContain('99.32 EUR');
  expect((await transferred.tasks()).map(({ kind }) => kind)).toEqual(['accessories']);
});
