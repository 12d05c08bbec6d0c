import Holidays from 'date-holidays';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBankDays,
  addBusinessDays,
  bothOpen,
  easterSunday,
  isBusinessDay,
  nextBusinessDay,
  onOrAfter,
  onOrBefore,
} from '../../domain/calendar.ts';
import { addDays, day, weekday } from '../../domain/day.ts';
import { isOpen } from '../oracle/calendar.ts';
import { BELGIAN, FRENCH } from '../strategies/aCase.ts';

const anyDay = fc.integer({ min: 0, max: 4_300 }).map((days) => addDays(day('2029-01-02'), days));

test('Easter is where date-holidays has it, over two centuries', () => {
  const holidays = new Holidays('FR');
  for (let year = 1950; year < 2150; year += 1) {
    const monday = holidays.getHolidays(year).find(({ rule }) => rule === 'easter 1');
    expect(addDays(easterSunday(year), 1), String(year)).toBe(monday?.date.slice(0, 10));
  }
});

test('the holidays that travel with a case are those of the oracle’s own calendar', () => {
  for (let on = day('2029-01-01'); on <= '2040-12-31'; on = addDays(on, 1)) {
    expect(isBusinessDay(FRENCH, on), on).toBe(isOpen(['FR'], on));
    expect(isBusinessDay(BELGIAN, on), on).toBe(isOpen(['BE'], on));
    expect(isBusinessDay(bothOpen(FRENCH, BELGIAN), on), on).toBe(isOpen(['FR', 'BE'], on));
  }
});

test('days around 14 July, closed in France, and 21 July, closed in Belgium', () => {
  expect(onOrAfter(FRENCH, day('2031-07-12'))).toBe('2031-07-15');
  expect(onOrAfter(BELGIAN, day('2031-07-12'))).toBe('2031-07-14');
  expect(onOrBefore(bothOpen(FRENCH, BELGIAN), day('2031-07-21'))).toBe('2031-07-18');
  expect(nextBusinessDay(FRENCH, day('2031-07-14'))).toBe('2031-07-15');
});

test('business days are counted from the day itself, also from a Saturday', () => {
  expect(addBusinessDays(FRENCH, day('2031-05-07'), 0)).toBe('2031-05-07');
  expect(addBusinessDays(FRENCH, day('2031-05-07'), 2)).toBe('2031-05-12'); // Th 8 May is a holiday
  expect(addBusinessDays(FRENCH, day('2031-05-10'), 0)).toBe('2031-05-12');
  expect(addBusinessDays(FRENCH, day('2031-05-10'), 1)).toBe('2031-05-12');
});

test('banks rest on Good Friday and on 26 December, and work on national holidays', () => {
  expect(addBankDays(day('2031-04-10'), 1)).toBe('2031-04-15');
  expect(addBankDays(day('2031-12-24'), 2)).toBe('2031-12-30');
  expect(addBankDays(day('2031-07-11'), 1)).toBe('2031-07-14');
  expect(addBankDays(day('2031-05-21'), 1)).toBe('2031-05-22');
});

test('rolling ends on a business day and passes none over', () => {
  fc.assert(
    fc.property(anyDay, (from) => {
      const after = onOrAfter(FRENCH, from);
      const before = onOrBefore(FRENCH, from);
      expect(isBusinessDay(FRENCH, after) && isBusinessDay(FRENCH, before)).toBe(true);
      for (let on = addDays(before, 1); on < after; on = addDays(on, 1)) expect(isBusinessDay(FRENCH, on)).toBe(false);
      expect(weekday(after) % 6 === 0 || weekday(before) % 6 === 0).toBe(false);
    }),
  );
});

test('n business days pass exactly n business days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 15 }), (from, count) => {
      const to = addBusinessDays(FRENCH, from, count);
      let passed = 0;
      for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isBusinessDay(FRENCH, on)) passed += 1;
      expect(passed).toBe(count);
    }),
  );
});
