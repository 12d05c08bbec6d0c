import { describe, expect, test } from 'vitest';
import { addMonths, day } from '../../../domain/day.ts';
import { commandPeriod, executionWaitEnd, oppositionEnd, orderServiceEnd } from '../../../domain/legal/periods.ts';
import { limitationOf } from '../../../domain/legal/limitation.ts';
import { closedDays } from '../../../prisma/closedDays.ts';
import { facts } from '../interest/cases.ts';

const calendar = (country: string) => ({ closed: closedDays({ country }, 2026, 4) });
const FR = calendar('FR');
const given = (id: string) => {
  const found = facts.deadlineCases.find((one) => one.id === id);
  if (!found) throw new RangeError(`expected a worked case, got ${id}`);
  return found;
};

describe('the worked periods', () => {
  test.each(['DL01', 'DL02', 'DL03', 'DL04'])('%s: an order for payment is served within months of its day', (id) => {
    const { start, raw, rolled } = given(id);
    expect(orderServiceEnd(FR, day(start))).toEqual({ raw, rolled });
  });

  test.each(['DL05', 'DL06'])('%s: a month to oppose', (id) => {
    const { start, raw, rolled } = given(id);
    expect(oppositionEnd(FR, day(start))).toEqual({ raw, rolled });
  });

  test('DL07: two months before an order is executed', () => {
    const { start, raw, rolled } = given('DL07');
    expect(executionWaitEnd(FR, day(start))).toEqual({ raw, rolled });
  });

  test('DL08: after a command, the month is rolled before the eight days are added', () => {
    const { start, monthEnds, monthEndsRolled, pvEarliest } = given('DL08');
    expect(commandPeriod(FR, day(start))).toEqual({
      month: { raw: monthEnds, rolled: monthEndsRolled },
      recordFrom: pvEarliest,
    });
  });

  test('DL17: the same in Belgium', () => {
    const { start, monthEnds, monthEndsRolled } = given('DL17');
    expect(commandPeriod(calendar('BE'), day(start)).month).toEqual({ raw: monthEnds, rolled: monthEndsRolled });
  });

  test('DL09, DL10: limitation by kind of debtor, from the due day, never rolled', () => {
    const plan = (debtorKind: 'consumer' | 'business') =>
      ({ debtorKind, debtorCountry: 'FR', creditorCountry: 'FR' }) as Parameters<typeof limitationOf>[0];
    expect(limitationOf(plan('consumer'), day(given('DL09').start))?.on).toBe(given('DL09').raw);
    expect(limitationOf(plan('business'), day(given('DL10').start))?.on).toBe(given('DL10').raw);
  });

  test('all of them are tested, here or with the Belgian wait', () => {
    const here = ['DL01', 'DL02', 'DL03', 'DL04', 'DL05', 'DL06', 'DL07', 'DL08', 'DL09', 'DL10', 'DL17'];
    const waits = ['DL11', 'DL12', 'DL13', 'DL14', 'DL15', 'DL16'];
    const known = facts.deadlineCases.map(({ id }) => id).filter((id) => id.startsWith('DL'));
    expect(known.toSorted()).toEqual([...here, ...waits].toSorted());
  });
});

describe('closed days', () => {
  const years = facts.deadlineCases.filter(({ id }) => /^HOL-(FR|BE)-\d{4}$/.test(id));

  test('six years of them', () => expect(years).toHaveLength(6));

  test.each(years)('$id', ({ id, dates }) => {
    expect(closedDays({ country: id.slice(4, 6) }, Number(id.slice(-4)), 1)).toEqual(dates);
  });

  test('Good Friday and 26 December where Alsace and Moselle have them, and nowhere else in France', () => {
    const extra = given('HOL-FR-ALSACE-MOSELLE-EXTRA').dates as unknown as Record<string, readonly string[]>;
    for (const [year, days] of Object.entries(extra))
      for (const postalCode of ['57000', '67000', '68100']) {
        const national = closedDays({ country: 'FR', postalCode: '69001' }, Number(year), 1);
        const regional = closedDays({ country: 'FR', postalCode }, Number(year), 1);
        expect(regional.filter((on) => !national.includes(on))).toEqual(days);
      }
    expect(Object.keys(extra)).toHaveLength(3);
  });
});

test('the same day of a later month, else its last', () => {
  expect(addMonths(day('2028-02-29'), 12)).toBe('2029-02-28');
  expect(addMonths(day('2026-12-31'), 2)).toBe('2027-02-28');
  expect(addMonths(day('2026-01-15'), 24)).toBe('2028-01-15');
});
