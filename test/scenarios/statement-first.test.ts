import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';

// 2031: March Mo 24 31 (summer time from Su 30) · April Mo 7 14 21 28, Easter Monday 14 · May Mo 5 12 19, closed Th 1, Th 8, Th 22.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-03-20', 10);
});
afterAll(() => world.stop());

const announced = async (id: string, dueOn: string, minor: number, debtor: object): Promise<Followed> => {
  const story = follow(world, id);
  await story.announce({
    strategy: 'statement-first',
    issuedOn: '2031-03-20',
    dueOn,
    amount: euros(minor),
    subject: `Livraison ${id}`,
    debtor: { ...aDebtor, ...debtor },
  });
  return story;
};

test('S4.1 one statement per customer a week before the due date: all his invoices, one message, at most one in ten days', async () => {
  const first = await announced('A-1', '2031-04-04', 10_000, { id: 'alba' }); // D-7 = Fr 28 March
  const second = await announced('A-2', '2031-04-07', 20_050, { id: 'alba' }); // D-7 = Mo 31
  const third = await announced('A-3', '2031-04-09', 30_000, { id: 'alba' }); // D-7 = We 2 April
  const later = await announced('A-4', '2031-04-21', 40_000, { id: 'alba' }); // D-7 = Easter Monday, back to Fr 11: 14 days after the first
  const other = await announced('B-1', '2031-04-04', 55_500, { id: 'bruno' });
  await moveTo(world, '2031-03-28', 9);

  const [statement, ...more] = await first.sent();
  expect([more, await second.sent(), await third.sent(), await later.sent()]).toEqual([[], [], [], []]);
  expect(statement).toMatchObject({
    at: '2031-03-28 09:00',
    to: 'martin@dupont.example',
    subject: 'Vos factures au 28 mars 2031, et une question',
    kind: 'statement',
  });
  const text = statement?.text ?? '';
  expect(text).toMatch(/satisfaction/);
  for (const line of ['A-1', 'Livraison A-1', '100,00 €', 'A-2', '200,50 €', 'A-3', '300,00 €', 'A-4', '400,00 €'])
    expect(text).toContain(line);
  expect(text).not.toMatch(/B-1|pénalité|intérêt|retard/);
  expect((await other.sent())[0]?.text).toMatch(/B-1/);

  expect(await first.reminders()).toEqual(['statement email 2031-03-28 10000']);
  for (const [story, amount] of [
    [second, 20_050],
    [third, 30_000],
  ] as const) {
    expect(await story.steps()).toMatchObject({ statement: 'merged' });
    expect(await story.reminders()).toEqual([`statement email 2031-03-28 ${amount}`]);
  }
  const rows = await world.store.db.reminder.findMany({
    where: { stepKey: 'statement', invoice: { debtorId: 'alba' } },
    orderBy: { key: 'asc' },
  });
  expect(rows.map(({ key, status }) => [key, status])).toEqual([
    ['default/A-1/statement/1', 'sent'],
    ['default/A-2/statement/1', 'merged'],
    ['default/A-3/statement/1', 'merged'],
  ]);
  expect(new Set(rows.map(({ messageId }) => messageId)).size).toBe(1);

  // On their own days nothing more leaves; the later invoice has its own, in which the open ones stand once more.
  await moveTo(world, '2031-04-02', 10);
  expect(await world.store.db.message.count({ where: { debtorId: 'alba' } })).toBe(1);
  expect(await later.steps()).toMatchObject({ statement: 'planned' });
  await first.pay('p-A-1', 10_000, '2031-04-02');
  await second.pay('p-A-2', 20_050, '2031-04-02');
  await moveTo(world, '2031-04-11', 9);
  const [own] = await later.sent();
  expect(own).toMatchObject({ at: '2031-04-11 09:00', kind: 'statement' });
  expect(own?.text).toMatch(/A-3[\s\S]*A-4/);
  expect(own?.text).not.toMatch(/A-1|A-2/);
});

test('S4.1 a customer who prefers letters gets one letter for all his invoices', async () => {
  await moveTo(world, '2031-04-14', 10);
  const debtor = { id: 'clara', preferredChannel: 'letter' };
  const stories = [
    await announced('C-1', '2031-05-05', 11_100, debtor),
    await announced('C-2', '2031-05-05', 22_200, debtor),
    await announced('C-3', '2031-05-06', 33_300, debtor),
  ];
  const letters = () => world.store.db.document.findMany({ where: { debtorId: 'clara' } });
  await moveTo(world, '2031-04-28', 10); // D-7 of the first two
  expect(await letters()).toHaveLength(1);
  const text = await letterText((await letters())[0]?.bytes ?? new Uint8Array());
  for (const line of ['C-1', '111,00 €', 'C-2', '222,00 €', 'C-3', '333,00 €']) expect(text).toContain(line);
  const writing = stories.find(({ id }) => id === 'C-1') as Followed;
  const holder = (await writing.tasks()).length > 0 ? writing : (stories[1] as Followed);
  await holder.posted('2031-04-28');
  await moveTo(world, '2031-04-30', 10);
  expect(await letters()).toHaveLength(1);
  const statuses = await Promise.all(stories.map(async (story) => (await story.steps())['statement']));
  expect(statuses.filter((status) => status === 'done')).toHaveLength(1);
  expect(statuses.filter((status) => status === 'merged')).toHaveLength(2);
  for (const story of stories) expect((await story.reminders())[0]).toMatch(/^statement letter 2031-04-28/);
  expect(
    ok(await world.call('GET', '/v1/tasks?status=open')).data.filter(
      ({ kind, invoiceId }: { kind: string; invoiceId: string | null }) =>
        kind === 'post-letter' && invoiceId?.startsWith('C-'),
    ),
  ).toEqual([]);
});
