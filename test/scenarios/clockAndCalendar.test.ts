import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, type Followed } from './follow.ts';

// France 2031: summer time begins on Su 30 March (09:00 in Paris is 08:00 UTC before, 07:00 UTC after), Easter Monday is 14 April.

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
});
afterAll(() => world.stop());

const announced = async (id: string, given: Record<string, unknown>): Promise<Followed> => {
  const invoice = follow(world, id);
  await invoice.announce({ debtor: { ...aDebtor, id: `debtor-${id}` }, ...given });
  return invoice;
};

const leftAt = async ({ id }: Followed): Promise<(string | undefined)[]> => {
  const rows = await world.store.db.message.findMany({ where: { invoiceId: id }, orderBy: { sentAt: 'asc' } });
  return rows.map(({ sentAt }) => sentAt?.toISOString().slice(0, 16));
};

test('S2.6 messages leave at nine in Paris before and after the change to summer time', async () => {
  // Due Th 27 Mar: D+1 = Fr 28 Mar. Due Fr 28 Mar: D+1 = Sa 29, so Mo 31 Mar. Due Mo 7 Apr: D-8 = Su 30 Mar, back to Fr 28.
  const winter = await announced('F-WINTER', { dueOn: '2031-03-27', startAt: 'first-reminder' });
  const summer = await announced('F-SUMMER', { dueOn: '2031-03-28', startAt: 'first-reminder' });
  const across = await announced('F-ACROSS', { dueOn: '2031-04-07' });
  await announced('F-BEFORE', { dueOn: '2031-03-12', startAt: 'second-reminder' });
  await announced('F-OVER', { dueOn: '2031-03-13', startAt: 'second-reminder' });
  await moveTo(world, '2031-04-01', 10);
  expect(await leftAt(winter)).toEqual(['2031-03-28T08:00']);
  expect(await leftAt(summer)).toEqual(['2031-03-31T07:00']);
  expect(await leftAt(across)).toEqual(['2031-03-28T08:00']);
  expect((await winter.sent()).map(({ at }) => at)).toEqual(['2031-03-28 09:00']);
  expect((await summer.sent()).map(({ at }) => at)).toEqual(['2031-03-31 09:00']);
});

test('S2.6 a deadline ends at midnight in Paris, on either side of the change', async () => {
  // Drafted D+15: Th 27 Mar, the deputy asked when Fr 28 ends, at 23:00 UTC; or Fr 28 Mar, when Mo 31 ends, at 22:00 UTC.
  const deadline = async (id: string): Promise<string | undefined> => {
    const entry = await world.store.db.timelineEntry.findFirst({ where: { invoiceId: id, type: 'escalated' } });
    return entry?.at.toISOString().slice(0, 16);
  };
  expect([await deadline('F-BEFORE'), await deadline('F-OVER')]).toEqual(['2031-03-28T23:00', '2031-03-31T22:00']);
});

test('S2.6 a due date on a weekend counts as the next working day, and nobody is reminded on a weekend or a holiday', async () => {
  // Due Sa 5 Apr counts as Mo 7: reminded Tu 8. Due Fr 11 Apr (Good Friday, a working day): Sa, Su, Easter Monday, so Tu 15.
  // Due Su 13 Apr counts as Tu 15: reminded We 16. Due Mo 14, Easter Monday, too.
  const days = [
    ['F-SATURDAY', '2031-04-05', '2031-04-08 09:00'],
    ['F-FRIDAY', '2031-04-11', '2031-04-15 09:00'],
    ['F-SUNDAY', '2031-04-13', '2031-04-16 09:00'],
    ['F-MONDAY', '2031-04-14', '2031-04-16 09:00'],
  ] as const;
  const cases = await Promise.all(
    days.map(async ([id, dueOn, at]) => ({ invoice: await announced(id, { dueOn, startAt: 'first-reminder' }), at })),
  );
  await moveTo(world, '2031-04-17', 10);
  for (const { invoice, at } of cases)
    expect([invoice.id, (await invoice.sent()).map((message) => message.at)]).toEqual([invoice.id, [at]]);
});

test('S2.6 announced long after its due date, it starts softly: the levels keep their distances', async () => {
  // Announced Th 17 Apr, due We 15 Jan. Nothing inside the request; first reminder Fr 18 Apr; + 7 = Fr 25; the call a day later, Sa 26, so Mo 28;
  // + 7 = Mo 5 May, to be paid by + 8 = Tu 13; the notice We 14 May.
  const invoice = await announced('F-LATE', { issuedOn: '2030-12-16', dueOn: '2031-01-15' });
  expect(await invoice.sent()).toEqual([]);
  const { case: chased } = await invoice.read();
  expect(chased.timetable.map(({ key, on, status }: any) => [key, on, status]).slice(0, 7)).toEqual([
    ['pre-reminder', null, 'expired'],
    ['pre-call', null, 'expired'],
    ['first-reminder', '2031-04-18', 'planned'],
    ['second-reminder', '2031-04-25', 'planned'],
    ['reminder-call', '2031-04-28', 'planned'],
    ['third-reminder', '2031-05-05', 'planned'],
    ['formal-notice', '2031-05-14', 'planned'],
  ]);
  await moveTo(world, '2031-04-18', 10);
  expect((await invoice.sent()).map(({ at }) => at)).toEqual(['2031-04-18 09:00']);
});
