import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, daysBetween, earlier, isDay, later, weekday } from '../../domain/day.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(day('1990-01-01'), days));

test.each(['2031-02-30', '2031-13-01', '2031-2-3', '31-02-03', '2031-02-03T09:00', '', 'today'])(
  '%s is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  },
);

test('29 February is a day of leap years only', () => {
  expect(isDay('2032-02-29')).toBe(true);
  expect(isDay('2031-02-29')).toBe(false);
  expect(isDay('2100-02-29')).toBe(false);
});

test('days are counted across months, years and the change to summer time', () => {
  expect(addDays(day('2031-01-31'), 1)).toBe('2031-02-01');
  expect(addDays(day('2031-12-31'), 60)).toBe('2032-02-29');
  expect(addDays(day('2031-03-01'), -1)).toBe('2031-02-28');
  expect(daysBetween(day('2031-03-29'), day('2031-03-31'))).toBe(2);
});

test('1 January 2031 is a Wednesday', () => {
  expect(weekday(day('2031-01-01'))).toBe(3);
  expect(weekday(day('2031-01-05'))).toBe(0);
});

test('adding and counting days undo each other, and text compares as dates do', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
      const to = addDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
      expect(addDays(to, -days)).toBe(from);
      expect(from < to).toBe(days > 0);
      expect([earlier(from, to), later(from, to)]).toEqual(days > 0 ? [from, to] : [to, from]);
      expect(weekday(to)).toBe((((weekday(from) + days) % 7) + 7) % 7);
    }),
  );
});
