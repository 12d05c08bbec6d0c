import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../../domain/day.ts';
import { dayAt, endOfDay, instantOn } from '../../domain/instant.ts';

const ZONES = ['Europe/Paris', 'Europe/Brussels', 'America/Montreal', 'Pacific/Auckland', 'UTC'];

test('nine o’clock in Paris is another instant in winter than in summer', () => {
  expect(new Date(instantOn(day('2031-03-28'), 9, 'Europe/Paris')).toISOString()).toBe('2031-03-28T08:00:00.000Z');
  expect(new Date(instantOn(day('2031-03-31'), 9, 'Europe/Paris')).toISOString()).toBe('2031-03-31T07:00:00.000Z');
  expect(new Date(instantOn(day('2031-03-31'), 9, 'Europe/Paris', 37)).toISOString()).toBe('2031-03-31T07:37:00.000Z');
});

test('the day on which the clocks change has 23 or 25 hours', () => {
  const hours = (on: string): number =>
    (endOfDay(day(on), 'Europe/Paris') - instantOn(day(on), 0, 'Europe/Paris')) / 3_600_000;
  expect([hours('2031-03-30'), hours('2031-10-26'), hours('2031-07-01')]).toEqual([23, 25, 24]);
});

test('a sending hour falls on its own day, which ends where the next begins', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: 4, max: 23 }),
      (zone, days, hour) => {
        const on = addDays(day('2030-01-01'), days);
        expect(dayAt(instantOn(on, hour, zone), zone)).toBe(on);
        expect(dayAt(endOfDay(on, zone) - 1, zone)).toBe(on);
        expect(dayAt(endOfDay(on, zone), zone)).toBe(addDays(on, 1));
      },
    ),
  );
});
