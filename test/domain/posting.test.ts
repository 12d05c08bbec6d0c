import { expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { instantOn } from '../../domain/instant.ts';
import { noticePeriodEnd, plannedPosting } from '../../domain/posting.ts';
import { timetable } from '../../domain/timetable.ts';
import { aPlan, atTen, FRENCH, PARIS, theFacts } from '../strategies/aCase.ts';

const plan = aPlan('progressive', { debtorCalendar: FRENCH });

test.each([
  ['2031-03-24', 10, '2031-03-24'], // Monday, in the morning
  ['2031-03-24', 14, '2031-03-24'],
  ['2031-03-24', 15, '2031-03-25'], // the post has just left
  ['2031-03-28', 16, '2031-03-31'], // Friday afternoon: Monday
  ['2031-03-29', 10, '2031-03-31'], // Saturday
  ['2031-05-21', 17, '2031-05-23'], // the eve of Ascension
])('a letter made on %s at %i is to be posted on %s', (on, hour, posting) => {
  expect(plannedPosting(plan, day(on), instantOn(day(on), hour, PARIS))).toBe(posting);
});

test('on a machine whose clock lags behind, the day slept for has its post ahead', () => {
  expect(plannedPosting(plan, day('2031-03-25'), instantOn(day('2031-03-24'), 23, PARIS))).toBe('2031-03-25');
});

test('who sends after the post has left expects his notice to be posted a day later', () => {
  const legalFile = (sendingHour: number) =>
    timetable({ ...plan, sendingHour }, theFacts(plan), atTen('2031-01-06')).at(-1)?.on;
  // Posted Mo 24 March: presented Th 27, + 8 = Fr 4 April; bank days Mo 7, Tu 8; We 9.
  // Posted Tu 25: presented Fr 28, + 8 = Sa 5, so Mo 7; bank days Tu 8, We 9; Th 10.
  expect([legalFile(9), legalFile(16)]).toEqual(['2031-04-09', '2031-04-10']);
  expect(noticePeriodEnd(plan, day('2031-03-25'), 8)).toBe('2031-04-07');
});
