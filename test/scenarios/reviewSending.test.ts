import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Email, Mailer } from '../../activities/ports.ts';
import { aCreditor, aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, type Followed } from './follow.ts';

// 2031: March Mo 3 10 17 24 31.
let world: World;
let gate: Promise<void> = Promise.resolve();
let begun = 0;
const left: Email[] = [];
const mailer: Mailer = {
  kind: 'keyed',
  send: async (email) => {
    begun += 1;
    await gate;
    left.push(email);
    return { is: 'sent', providerId: `p-${left.length}` };
  },
};
beforeAll(async () => {
  world = await createWorld({ mailer });
  await setUp(world.call, { sending: 'on' });
  await moveTo(world, '2031-03-03', 10);
});
afterAll(() => world.stop());

const SOON = { timeout: 10_000, interval: 50 };

const overdue = async (id: string): Promise<Followed> => {
  const story = follow(world, id);
  await story.announce({
    startAt: 'second-reminder',
    issuedOn: '2031-01-06',
    dueOn: '2031-02-10',
    debtor: { ...aDebtor, id: `debtor-of-${id}` },
  });
  return story;
};

test('a step asked for while a written answer is still leaving is done afterwards', async () => {
  const story = await overdue('R-1');
  let open = (): void => undefined;
  gate = new Promise((resolve) => (open = resolve));
  const said = story.act('calls', {
    outcome: 'forwarded',
    spokeTo: 'Mme Martin',
    contact: { name: 'M. Petit', email: 'petit@dupont.example' },
  });
  await vi.waitFor(() => expect(begun).toBe(1), SOON);
  const ran = story.act('steps/second-reminder/run');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  open();
  ok(await said, 200, 201, 202);
  expect((await ran).status).toBe(200);
  await vi.waitFor(
    async () => expect(await story.steps()).toMatchObject({ 'second-reminder': 'awaiting-approval' }),
    SOON,
  );
});

test('what could not be sent for days never leaves with the days of its making', async () => {
  gate = Promise.resolve();
  ok(await world.call('PUT', '/v1/creditors/default', { ...aCreditor, sending: 'test' })); // without a recipient for tests
  const story = await overdue('R-2');
  await moveTo(world, '2031-03-04', 9);
  await story.task('approve');
  ok(await story.approve('second-reminder'), 200, 202);
  const reserved = () => world.store.db.reminder.count({ where: { invoiceId: 'R-2', status: 'reserved' } });
  await vi.waitFor(async () => expect(await reserved()).toBe(1), SOON);
  await world.at('2031-03-12', 9); // past Tu 11, the day to pay that it prints
  ok(await world.call('PUT', '/v1/creditors/default', { ...aCreditor, sending: 'on' }));
  await world.at('2031-03-12', 12);
  await vi.waitFor(
    async () => expect(await story.steps()).toMatchObject({ 'second-reminder': 'awaiting-approval' }),
    SOON,
  );
  // Drafted anew when its day had come too near, on Su 9: by Su 16, so Mo 17.
  expect((await story.draft('second-reminder')).markdown).toContain('17 mars 2031');
  expect(await story.sent()).toEqual([]);
});
