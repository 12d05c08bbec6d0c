import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueOf } from '../../prisma/desk/queue.ts';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, type Followed } from './follow.ts';

// 2031: May Mo 5 12 19 26 (Th 1, Th 8, Th 22 Ascension).
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-05-02', 11);
});
afterAll(() => world.stop());

const announced = async (id: string): Promise<Followed> => {
  const invoice = follow(world, id);
  await invoice.announce({ startAt: 'third-reminder', debtor: { ...aDebtor, id: `debtor-${id}` } });
  return invoice;
};

const queued = async (id: string) => (await queueOf(world.store, 'default')).find(({ invoice }) => invoice?.id === id);

test('a letter that nobody posts goes to the deputy after two business days, and waits', async () => {
  const invoice = await announced('E-LETTER');
  await moveTo(world, '2031-05-05', 10); // due Fr 4 April, D+30 = Su 4 May
  ok(await invoice.approve('third-reminder'));
  await moveTo(world, '2031-05-20', 10); // D+45 = Mo 19
  ok(await invoice.approve('formal-notice'));
  const task = await invoice.task('post-letter');
  // Tu 20 + 2 business days: We 21, Fr 23 (Th 22 is Ascension).
  expect(task).toMatchObject({ deadlineOn: '2031-05-23', onDeadline: 'escalate', escalated: false });
  // The desk shows the day for which the letter is printed.
  expect(await queued('E-LETTER')).toMatchObject({ kind: 'post-letter', dueOn: '2031-05-20', escalated: false });
  ok(await world.call('POST', `/v1/tasks/${task.id}/assignment`, { owner: 'Claire', deputy: 'Marc' }));
  await moveTo(world, '2031-05-23', 22);
  expect(await invoice.task('post-letter')).toMatchObject({ escalated: false, owner: 'Claire' });
  await moveTo(world, '2031-05-24', 1);
  expect(await invoice.task('post-letter')).toMatchObject({
    status: 'open',
    escalated: true,
    owner: 'Marc',
    deadlineOn: null,
  });
  expect(await queued('E-LETTER')).toMatchObject({ escalated: true });
  // Nothing goes on without it, and nothing is lost: posted too late, it is made anew and asked for again.
  await moveTo(world, '2031-06-10', 11);
  expect((await invoice.tasks()).map(({ kind }) => kind)).toEqual(['post-letter']);
  await invoice.posted('2031-06-10');
  await moveTo(world, '2031-06-10', 12);
  expect(await invoice.task('post-letter')).toMatchObject({ deadlineOn: '2031-06-12', onDeadline: 'escalate' });
  await invoice.posted('2031-06-10');
  expect((await invoice.reminders()).at(-1)).toBe('formal-notice registered-letter 2031-06-10 120050');
});

test('a question that nobody answers goes to the deputy after two business days, and waits', async () => {
  await moveTo(world, '2031-06-11', 8);
  const invoice = await announced('E-ANSWER');
  await moveTo(world, '2031-06-12', 10); // announced late: the next business day
  ok(await invoice.approve('third-reminder'));
  await invoice.pay('a-part', 20_050, '2031-06-12');
  await moveTo(world, '2031-06-23', 10); // by Fr 20 + … the notice on Mo 23: somebody paid in part
  const task = await invoice.task('decide');
  expect(task).toMatchObject({
    title: 'answer or decide before formal-notice',
    onDeadline: 'escalate',
    deadlineOn: '2031-06-25',
  });
  await moveTo(world, '2031-06-26', 1);
  expect(await invoice.task('decide')).toMatchObject({ status: 'open', escalated: true, onDeadline: null });
  await moveTo(world, '2031-07-20', 12);
  expect(await invoice.task('decide')).toMatchObject({ id: task.id, status: 'open' });
  ok(await invoice.complete('decide', { decision: 'continue', reason: 'remercié' }));
  expect(await invoice.task('approve')).toMatchObject({ stepKey: 'formal-notice' });
});
