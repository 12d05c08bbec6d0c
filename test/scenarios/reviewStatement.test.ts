import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, type Followed } from './follow.ts';

// 2031: March Mo 3 10 17 24 31 · April Mo 7 14.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-03-20', 10);
});
afterAll(() => world.stop());

const SOON = { timeout: 10_000, interval: 50 };

/** Two invoices of one debtor who isn't to be contacted: before each statement a person is asked. */
const twoAsked = async (debtor: {
  readonly id: string;
  readonly preferredChannel?: string;
}): Promise<[Followed, Followed]> => {
  const both: [Followed, Followed] = [follow(world, `${debtor.id}-1`), follow(world, `${debtor.id}-2`)];
  for (const story of both)
    await story.announce({
      strategy: 'statement-first',
      issuedOn: '2031-03-20',
      dueOn: '2031-04-04',
      debtor: { ...aDebtor, doNotContact: true, ...debtor },
    });
  return both;
};

const goOn = async (story: Followed): Promise<void> => {
  ok(await story.complete('decide', { decision: 'continue', reason: 'agreed with them' }));
};

const eventsOf = async ({ id }: Followed): Promise<number> =>
  ((await world.env.client.workflow.getHandle(`invoice/default/${id}`).fetchHistory()).events ?? []).length;

test("a statement released while another case's letter waits to be posted sleeps until the next morning", async () => {
  const [first, second] = await twoAsked({ id: 'dora', preferredChannel: 'letter' });
  const [third, fourth] = await twoAsked({ id: 'edda' });
  await moveTo(world, '2031-03-28', 9); // D-7
  await goOn(first);
  await first.task('post-letter');
  await goOn(second);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const before = await eventsOf(second);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await eventsOf(second)).toBe(before);
  expect(await second.steps()).toMatchObject({ statement: 'planned' });
  await first.posted('2031-03-28');
  expect(await second.steps()).toMatchObject({ statement: 'merged' });

  // One message for both: what was asked about the other's own statement has lost its object.
  await goOn(third);
  await vi.waitFor(async () => expect(await third.steps()).toMatchObject({ statement: 'done' }), SOON);
  expect(await fourth.steps()).toMatchObject({ statement: 'merged' });
  expect(await fourth.tasks()).toEqual([]);
});

test('cases of one debtor whose statement falls due at the same instant never block each other', async () => {
  const stories = ['M-1', 'M-2', 'M-3', 'M-4', 'M-5', 'M-6'].map((id) => follow(world, id));
  for (const story of stories)
    await story.announce({
      strategy: 'statement-first',
      issuedOn: '2031-03-20',
      dueOn: '2031-04-11',
      debtor: { ...aDebtor, id: 'mona' },
    });
  await moveTo(world, '2031-04-04', 9); // D-7
  await vi.waitFor(async () => {
    const steps = await Promise.all(stories.map((story) => story.steps()));
    expect(steps.filter(({ statement }) => statement === 'done')).toHaveLength(1);
    expect(steps.filter(({ statement }) => statement === 'merged')).toHaveLength(5);
  }, SOON);
  await new Promise((resolve) => setTimeout(resolve, 2500)); // PostgreSQL counts with a delay
  const [counted] = await world.store.db.$queryRaw<{ deadlocks: number }[]>`
    SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`;
  expect(counted?.deadlocks).toBe(0);
});
