import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, day, daysBetween, weekday } from '../../domain/day.ts';
import { aDebtor, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow } from './follow.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
});
afterAll(() => world.stop());

// Holidays in these weeks of 2031: Mo 14 April (Easter), Th 1 May, Th 8 May, Th 22 May (Ascension), Mo 2 June (Whit Monday).
const AROUND_EASTER = Array.from({ length: 6 }, (_, n) => addDays(day('2031-04-08'), n));
const AROUND_WHITSUN = Array.from({ length: 5 }, (_, n) => addDays(day('2031-05-29'), n));
const HOLIDAYS = ['2031-04-14', '2031-05-01', '2031-05-08', '2031-05-22', '2031-06-02'];

test('S0.1 whatever the due date, and though nobody confirms, the first contact is made after it and within five days', async () => {
  const invoices = [...AROUND_EASTER, ...AROUND_WHITSUN].map((dueOn) => ({
    dueOn,
    invoice: follow(world, `due-${dueOn}`),
  }));
  await Promise.all(
    invoices.map(({ dueOn, invoice }) =>
      invoice.announce({ strategy: 'five-days', dueOn, debtor: { ...aDebtor, id: `debtor-${dueOn}` } }),
    ),
  );
  await world.at('2031-06-09', 10);
  for (const { dueOn, invoice } of invoices) {
    const [first] = await invoice.sent();
    const [sentOn = '', hour] = first?.at.split(' ') ?? [];
    expect([dueOn, hour]).toEqual([dueOn, '09:00']);
    expect(daysBetween(dueOn, day(sentOn)), `${dueOn} → ${sentOn}`).toBeGreaterThanOrEqual(1);
    expect(daysBetween(dueOn, day(sentOn)), `${dueOn} → ${sentOn}`).toBeLessThanOrEqual(5);
    expect([0, 6]).not.toContain(weekday(day(sentOn)));
    expect(HOLIDAYS).not.toContain(sentOn);
  }
  // By hand: due Th 10 Apr, D+3 = Su 13, D+5 = Tu 15 after Easter: drafted Fr 11, left Tu 15.
  expect((await follow(world, 'due-2031-04-10').sent())[0]?.at).toBe('2031-04-15 09:00');
  // Due Sa 12 Apr counts as Tu 15: drafted We 16, the first day after it, and left Th 17, the fifth.
  expect((await follow(world, 'due-2031-04-12').sent())[0]?.at).toBe('2031-04-17 09:00');
  // Due Sa 31 May counts as Tu 3 June: We 4, left Th 5 June.
  expect((await follow(world, 'due-2031-05-31').sent())[0]?.at).toBe('2031-06-05 09:00');
});
