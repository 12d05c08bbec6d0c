import { expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { noticeEnd } from '../../domain/posting.ts';
import { aPlanFor } from '../strategies/aCase.ts';

// 8 days to a business, 15 to a consumer, 30 to a public body. Mo 2 June 2031 is Whit Monday in both countries.
const business = aPlanFor('progressive', { kind: 'business', country: 'FR' });
const consumer = aPlanFor('progressive', { kind: 'consumer', country: 'FR' });
const town = aPlanFor('progressive', { kind: 'public', country: 'FR' });
const posted = { postedOn: day('2031-05-12'), periodEndsOn: day('2031-05-30') };

test('the printed day ends the period as long as no presentation is known', () => {
  expect(noticeEnd(consumer, { notice: posted })).toBe('2031-05-30');
  expect(noticeEnd(consumer, { notice: null })).toBeNull();
});

test.each([
  ['2031-05-15', '2031-05-30'], // in time: its fifteen days are over on that very day
  ['2031-05-13', '2031-05-30'], // sooner than expected: what is printed is granted
  ['2031-05-19', '2031-06-03'], // Tu
  ['2031-05-16', '2031-06-03'], // + 15 is Sa 31 May, Mo 2 June is closed
])('presented on %s, a consumer’s fifteen days end on %s', (presentedOn, end) => {
  expect(noticeEnd(consumer, { notice: { ...posted, presentedOn: day(presentedOn) } })).toBe(end);
});

test('each kind of debtor has the days that his notice granted', () => {
  const notice = { ...posted, periodEndsOn: day('2031-05-23'), presentedOn: day('2031-05-26') };
  expect([business, consumer, town].map((plan) => noticeEnd(plan, { notice }))).toEqual([
    '2031-06-03',
    '2031-06-10',
    '2031-06-25',
  ]);
});
