import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { skipInTheDark } from './dark.ts';
import { follow, moveTo, type Followed } from './follow.ts';

/** Until a worker that is back has done what it slept through. */
const HEARD = { timeout: 20_000 };

// 2031: February Mo 3 10 17 24 · March Mo 3 10 17 24 31 · April Mo 7 14 21 28.
let world: World;
beforeAll(async () => {
  world = await createWorld({ remembered: 0 });
  await setUp(world.call);
  await moveTo(world, '2031-02-03', 10);
});
afterAll(() => world.stop());

const announced = async (id: string, dueOn: string): Promise<Followed> => {
  const story = follow(world, id);
  await story.announce({ issuedOn: '2031-02-03', dueOn, debtor: { ...aDebtor, id: `debtor-of-${id}` } });
  return story;
};

test('workers down across three steps: each missed step happens once, in order, gaps kept', async () => {
  const [missed, paid] = [await announced('O-1', '2031-03-04'), await announced('O-2', '2031-03-04')] as [
    Followed,
    Followed,
  ];
  await moveTo(world, '2031-02-24', 10); // D-8 = Mo 24 February
  expect(await missed.reminders()).toEqual(['pre-reminder email 2031-02-24 120050']);
  await world.stopWorkers(); // before the pre-call (D-3 = Sa 1, so Fr 28 February), the first and the second reminder (We 5, We 19)
  await world.at('2031-02-28', 9); // both wake, and nobody hears it
  await skipInTheDark(world, 2, '2031-03-10', 11);
  expect(
    (
      await world.call('POST', '/v1/invoices/O-2/payments', {
        id: 'in-the-dark',
        amount: euros(120_050),
        receivedOn: '2031-03-10',
      })
    ).status,
  ).toBe(201);
  await paid.expectStatus('closed', 'paid');
  await skipInTheDark(world, 2, '2031-03-20', 14);
  await world.startWorkers();

  // The pre-call's last day is long past; the first reminder, due on We 5 March, leaves at the next sending hour.
  await moveTo(world, '2031-03-21', 9);
  expect(await missed.steps()).toMatchObject({
    'pre-call': 'expired',
    'first-reminder': 'done',
    'second-reminder': 'planned',
  });
  const [, first] = await missed.reminders();
  // The second keeps its seven days from there.
  expect(first).toBe('first-reminder email 2031-03-21 120050');
  await moveTo(world, '2031-03-27', 20);
  expect(await missed.tasks()).toEqual([]);
  await moveTo(world, '2031-03-28', 10); // Fr 21 + 7
  ok(await missed.approve('second-reminder'));
  await moveTo(world, '2031-03-31', 10); // + 1 = Sa 29, so Mo 31
  await missed.talk({ outcome: 'forwarded', contact: { name: 'M. Petit' } });
  await moveTo(world, '2031-04-07', 10); // + 7
  ok(await missed.approve('third-reminder'));
  expect(await missed.reminders()).toEqual([
    'pre-reminder email 2031-02-24 120050',
    'first-reminder email 2031-03-21 120050',
    'second-reminder email 2031-03-28 120050',
    'reminder-call call 2031-03-31 120050',
    'third-reminder email 2031-04-07 120050',
  ]);
  expect((await missed.sent()).map(({ kind, at }) => [kind, at.slice(0, 10)])).toEqual([
    ['reminder', '2031-02-24'],
    ['reminder', '2031-03-21'],
    ['reminder', '2031-03-28'],
    ['call-summary', '2031-03-31'],
    ['reminder', '2031-04-07'],
  ]);

  await missed.pay('at-last', 120_050, '2031-04-07');

  // What was paid during the outage stays silent: nothing after the payment, and the workflow has ended.
  expect(await paid.reminders()).toEqual(['pre-reminder email 2031-02-24 120050']);
  expect((await world.env.client.workflow.getHandle('invoice/default/O-2').describe()).status.name).toBe('COMPLETED');
});

test('a step that fell due during the outage happens at once for the night it was slept for, not a day later', async () => {
  await moveTo(world, '2031-04-08', 10);
  const story = follow(world, 'O-3');
  await story.announce({
    issuedOn: '2031-03-10',
    dueOn: '2031-04-08',
    startAt: 'first-reminder',
    debtor: { ...aDebtor, id: 'debtor-of-O-3' },
  });
  await world.stopWorkers();
  await world.at('2031-04-09', 9); // D+1 = We 9: it wakes, and nobody hears it
  await skipInTheDark(world, 1, '2031-04-09', 12);
  await world.startWorkers();
  await moveTo(world, '2031-04-09', 13);
  expect(await story.reminders()).toEqual(['first-reminder email 2031-04-09 120050']);
});

test('heard in the night of a weekend, an e-mail without a person waits for Monday’s sending hour; a draft doesn’t', async () => {
  await moveTo(world, '2031-04-22', 10); // Tu after Easter
  const [automatic, drafted] = [follow(world, 'O-4'), follow(world, 'O-5')];
  const given = (id: string, startAt: string, dueOn: string) => ({
    issuedOn: '2031-03-10',
    dueOn,
    startAt,
    debtor: { ...aDebtor, id: `debtor-of-${id}` },
  });
  await automatic.announce(given('O-4', 'first-reminder', '2031-04-24')); // Th 24: D+1 = Fr 25
  await drafted.announce(given('O-5', 'second-reminder', '2031-04-10')); // D+15 = Fr 25
  await moveTo(world, '2031-04-25', 8);
  await world.stopWorkers();
  await world.at('2031-04-25', 9); // both wake, and nobody hears it
  await skipInTheDark(world, 2, '2031-04-26', 2);
  await world.startWorkers();
  // The list of invoices goes on naming Friday: nothing has changed that is on record.
  await vi.waitFor(async () => expect((await drafted.tasks()).map(({ kind }) => kind)).toEqual(['approve']), HEARD);
  await world.at('2031-04-26', 3);
  expect(await automatic.sent()).toEqual([]);
  expect((await automatic.read()).case.timetable.find(({ key }: any) => key === 'first-reminder')).toMatchObject({
    on: '2031-04-28',
    status: 'planned',
  });
  expect(await drafted.draft('second-reminder')).toMatchObject({ madeOn: '2031-04-26', status: 'open' });
  await world.at('2031-04-28', 8);
  expect(await automatic.sent()).toEqual([]);
  await moveTo(world, '2031-04-28', 10);
  expect((await automatic.sent()).map(({ at }) => at)).toEqual(['2031-04-28 09:00']);
  await moveTo(world, '2031-04-30', 10);
  expect(await automatic.reminders()).toEqual(['first-reminder email 2031-04-28 120050']);
});
