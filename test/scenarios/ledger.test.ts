import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { rfReference } from '../../domain/references.ts';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { bankOf, type Bank } from './bank.ts';
import { follow, moveTo, type Followed } from './follow.ts';

// 2031: February Mo 3 10 17 24 · March Mo 3 10 17 24 31 · April Mo 7 14 21 28, Easter Monday 14 · May Mo 5 12 19 26, closed Th 1, Th 8, Th 22.
let world: World;
let bank: Bank;
beforeAll(async () => {
  world = await createWorld();
  bank = bankOf(world);
  await setUp(world.call);
});
afterAll(() => world.stop());

const announced = async (id: string, given: object): Promise<Followed> => {
  const story = follow(world, id);
  await story.announce({ issuedOn: '2031-01-20', debtor: { ...aDebtor, id: `debtor-of-${id}` }, ...given });
  return story;
};

const received = (id: string, minor: number, receivedOn: string, more: object = {}): object => ({
  id,
  amount: euros(minor),
  receivedOn,
  ...more,
});

test('a signed payment closes the case and withdraws draft, task, letter and hold; the same webhook twice counts once', async () => {
  await moveTo(world, '2031-01-27', 10);
  const [draft, task, held, letter] = [
    await announced('L-draft', { dueOn: '2031-02-03', startAt: 'second-reminder' }), // D+15 = Tu 18 Feb
    await announced('L-task', { dueOn: '2031-02-03', startAt: 'reminder-call' }), // D+16 = We 19 Feb
    await announced('L-held', { dueOn: '2031-02-03', startAt: 'first-reminder' }),
    await announced('L-letter', { dueOn: '2031-01-20', startAt: 'formal-notice' }), // no earlier than D+45 = Th 6 March
  ] as [Followed, Followed, Followed, Followed];
  await moveTo(world, '2031-02-19', 9);
  expect([(await draft.tasks())[0]?.kind, (await task.tasks())[0]?.kind]).toEqual(['approve', 'call']);
  ok(await held.act('hold', { reason: 'manual', until: '2031-03-10' }));
  await moveTo(world, '2031-03-06', 9);
  ok(await letter.approve('formal-notice'));
  expect((await letter.task('post-letter')).stepKey).toBe('formal-notice');

  for (const story of [draft, task, held, letter]) {
    const payment = received(`pay-${story.id}`, 120_050, '2031-03-05', {
      reference: `virement ${rfReference(story.id)}`,
    });
    expect(await bank.reports('payment.received', payment, `once-${story.id}`)).toBe(204);
    await story.expectStatus('closed', 'paid');
    expect(await bank.reports('payment.received', payment, `once-${story.id}`)).toBe(204);
    expect(await bank.reports('payment.received', payment)).toBe(204); // another delivery of the same payment
    const now = await story.read();
    expect([now.balance.minor, now.case.holds, await story.tasks()]).toEqual([0, [], []]);
  }
  expect(await world.store.db.payment.count()).toBe(4);
  expect(await world.store.db.draft.count({ where: { status: { in: ['open'] } } })).toBe(0);
  expect((await letter.letters())[0]).toMatchObject({ voidedOn: '2031-03-06', postedOn: null });
  const sent = await world.store.db.message.count();
  await moveTo(world, '2031-04-01', 12);
  expect(await world.store.db.message.count()).toBe(sent);
});

test('a case ends in Temporal within a moment of the webhook', async () => {
  const story = await announced('L-quick', { issuedOn: '2031-04-01', dueOn: '2031-05-05' });
  expect(
    await bank.reports('payment.received', received('quick', 120_050, '2031-04-01', { reference: 'L-quick' })),
  ).toBe(204);
  const handle = world.env.client.workflow.getHandle('invoice/default/L-quick');
  await vi.waitFor(async () => expect((await handle.describe()).status.name).toBe('COMPLETED'), {
    timeout: 5000,
    interval: 20,
  });
  await story.expectStatus('closed', 'paid');
});

test('a payment that names its invoice before it is known waits for it', async () => {
  expect(
    await bank.reports(
      'payment.received',
      received('early', 120_050, '2031-04-01', { allocations: [{ invoiceId: 'L-early', amount: euros(120_050) }] }),
    ),
  ).toBe(204);
  expect(ok(await world.call('GET', '/v1/payments?status=waiting')).data.map(({ id }: { id: string }) => id)).toEqual([
    'early',
  ]);
  const story = await announced('L-early', { issuedOn: '2031-04-01', dueOn: '2031-05-05' });
  await story.expectStatus('closed', 'paid');
  expect(ok(await world.call('GET', '/v1/payments?status=waiting')).data).toEqual([]);
});

test('a payment that nobody can place is for a person, who places it', async () => {
  const story = await announced('L-lost', { issuedOn: '2031-04-01', dueOn: '2031-05-05' });
  expect(await bank.reports('payment.received', received('lost', 77_700, '2031-04-01', { reference: 'merci' }))).toBe(
    204,
  );
  expect(ok(await world.call('GET', '/v1/payments?status=unmatched')).data.map(({ id }: { id: string }) => id)).toEqual(
    ['lost'],
  );
  await story.expectStatus('chasing');
  const task = ok(await world.call('GET', '/v1/tasks?status=open&kind=allocate-payment')).data[0];
  ok(
    await world.call('POST', `/v1/tasks/${task.id}/completion`, {
      allocations: [{ invoiceId: 'L-lost', amount: euros(77_700) }],
    }),
  );
  expect((await story.read()).balance.minor).toBe(42_350);
  expect(ok(await world.call('GET', '/v1/tasks?status=open&kind=allocate-payment')).data).toEqual([]);
});

test('money sent back after the case closed reopens it at the first step not yet done; nothing is repeated', async () => {
  const story = await announced('L-back', { dueOn: '2031-04-07', startAt: 'first-reminder' });
  await moveTo(world, '2031-04-08', 10); // D+1 = Tu 8: the first reminder has left
  expect(await story.reminders()).toEqual(['first-reminder email 2031-04-08 120050']);
  expect(
    await bank.reports('payment.received', received('cheque', 120_050, '2031-04-10', { reference: 'L-back' })),
  ).toBe(204);
  await story.expectStatus('closed', 'paid');
  await moveTo(world, '2031-04-24', 10); // D+15 = Tu 22 has passed without a word
  expect(await bank.reports('payment.reversed', { id: 'unpaid', paymentId: 'cheque', on: '2031-04-24' })).toBe(204);
  expect((await story.read()).case).toMatchObject({ status: 'chasing', outcome: null, nextStep: 'second-reminder' });
  expect((await story.read()).balance.minor).toBe(120_050);
  await moveTo(world, '2031-04-25', 9); // Fr 25, the next sending hour
  expect((await story.task('approve')).stepKey).toBe('second-reminder');
  ok(await story.approve('second-reminder'));
  expect(await story.reminders()).toEqual([
    'first-reminder email 2031-04-08 120050',
    'second-reminder email 2031-04-25 120050',
  ]);
});

test('too much money: the case is paid, the difference is a refund for a person', async () => {
  const story = await announced('L-much', { issuedOn: '2031-04-25', dueOn: '2031-06-05' });
  expect(await bank.reports('payment.received', received('much', 130_050, '2031-04-25', { reference: 'L-much' }))).toBe(
    204,
  );
  await story.expectStatus('closed', 'paid');
  expect((await story.read()).balance.minor).toBe(-10_000);
  ok(await story.complete('refund', { reference: 'virement 12', on: '2031-04-25' }));
  expect([(await story.read()).balance.minor, await story.tasks()]).toEqual([0, []]);
  await story.expectStatus('closed', 'paid');
});

test('a credit note alone closes the case as credited', async () => {
  const story = await announced('L-credit', { issuedOn: '2031-04-25', dueOn: '2031-06-05' });
  ok(await story.act('credit-notes', { id: 'AV-1', amount: euros(120_050), issuedOn: '2031-04-25' }));
  await story.expectStatus('closed', 'credited');
  expect([(await story.read()).balance.minor, await story.sent()]).toEqual([0, []]);
});
