import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bare, decided, paid, type BareStep } from '../../bench/bareWorkflow.ts';
import { day } from '../../domain/day.ts';
import { endOfDay, instantOn } from '../../domain/instant.ts';
import { ok, setUp } from '../support/story.ts';
import { createWorld, ZONE, type World } from '../support/world.ts';
import { follow, moveTo } from './follow.ts';

// 2031: February Mo 24 · March Mo 3 10 17 24 31 · April Mo 7 14 21, Easter Monday 14.
const QUEUE = 'bare';
const MOST = 1.3;

let world: World;
let worker: Worker;
let running: Promise<void>;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  worker = await Worker.create({
    connection: world.env.nativeConnection,
    taskQueue: QUEUE,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('../../bench/bareWorkflow.ts', import.meta.url)),
      logger: new DefaultLogger('ERROR'),
    }),
    activities: { noOp: async () => undefined },
  });
  running = worker.run();
});
afterAll(async () => {
  worker.shutdown();
  await running;
  await world.stop();
});

const nine = (on: string): number => instantOn(day(on), 9, ZONE);
const midnight = (on: string): number => endOfDay(day(on), ZONE);

/** The days of a progressive case due on Tu 4 March, with the deadlines of what it asks persons for. */
const STEPS: readonly BareStep[] = [
  { at: nine('2031-02-24'), deadlines: [] },
  { at: nine('2031-02-28'), deadlines: [midnight('2031-03-03')] },
  { at: nine('2031-03-05'), deadlines: [] },
  { at: nine('2031-03-19'), deadlines: [midnight('2031-03-20')] },
  { at: nine('2031-03-20'), deadlines: [midnight('2031-03-25')] },
  { at: nine('2031-04-03'), deadlines: [midnight('2031-04-04')] },
  { at: nine('2031-04-18'), deadlines: [midnight('2031-04-22'), null] },
];

const eventsOf = async (workflowId: string): Promise<number> =>
  (await world.env.client.workflow.getHandle(workflowId).fetchHistory()).events?.length ?? 0;

test('a whole progressive case needs at most 1.3 times the history of a bare workflow with its timers and messages', async () => {
  await moveTo(world, '2031-02-03', 10);
  const story = follow(world, 'H-1');
  await story.announce({ issuedOn: '2031-02-03', dueOn: '2031-03-04' });
  const plain = await world.env.client.workflow.start(bare, { workflowId: 'bare', taskQueue: QUEUE, args: [STEPS] });
  const decide = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await plain.executeUpdate(decided);
  };

  await moveTo(world, '2031-02-28', 10);
  await decide(story.talk({ outcome: 'forwarded', contact: { name: 'M. Petit' } }));
  await moveTo(world, '2031-03-19', 10);
  await decide(story.approve('second-reminder').then(ok));
  await moveTo(world, '2031-03-20', 10);
  await decide(story.talk({ outcome: 'refused', reason: 'trésorerie' }));
  await moveTo(world, '2031-04-03', 10);
  await decide(story.approve('third-reminder').then(ok));
  await moveTo(world, '2031-04-18', 10);
  await decide(story.approve('formal-notice').then(ok));
  await decide(story.posted('2031-04-18'));
  expect(await story.reminders()).toHaveLength(7);

  await story.pay('at-last', 120_050, '2031-04-18');
  await plain.signal(paid);
  await vi.waitFor(
    async () => {
      for (const id of ['invoice/default/H-1', 'bare'])
        expect((await world.env.client.workflow.getHandle(id).describe()).status.name).toBe('COMPLETED');
    },
    { timeout: 10_000 },
  );
  const [ours, least] = [await eventsOf('invoice/default/H-1'), await eventsOf('bare')];
  console.log(`history of a whole case: ${ours} events, bare: ${least}, ratio ${(ours / least).toFixed(2)}`);
  expect(ours / least).toBeLessThanOrEqual(MOST);
});
