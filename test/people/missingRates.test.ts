import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { periodOf } from '../../domain/interest/ratePeriod.ts';
import { materialOnce } from '../../prisma/course/material.ts';
import { askForMissingRates } from '../../prisma/course/missingRates.ts';
import { readParties } from '../../prisma/course/circumstances.ts';
import { putRates } from '../../prisma/putRates.ts';
import { askForRate } from '../../prisma/rateTasks.ts';
import { aCase, aHouse, ANNE, arrange, MARC, type CaseWish, type House } from './aHouse.ts';
import { refusalOf } from './waiting.ts';

// No rate is published for 2031; every invoice is due Fr 14 February 2031.

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.on('2031-08-05');
  await house.db.task.deleteMany();
  await house.db.rate.deleteMany();
});
afterAll(() => house.close());

const open = async () =>
  (await house.db.task.findMany({ where: { status: 'open' }, orderBy: { openedAt: 'asc' } })).map(({ details }) => {
    const { series, from } = details as { series: string; from: string };
    return `${series} ${from}`;
  });

/** What a step of such a case asks for, and whether its interest can't be stated up to today. */
const asked = async (wish: CaseWish, stepId = 'second-reminder') => {
  const ref = await aCase(house, wish);
  const lacks = await arrange(house, ref, async (tx) => {
    const step = tx.plan.steps.find(({ id }) => id === stepId);
    if (!step) throw new RangeError(`expected a step, got ${stepId}`);
    const material = materialOnce(tx, await tx.facts(), await readParties(tx));
    return askForMissingRates(tx, { step, today: tx.today, material }, 'email');
  });
  return [lacks, ...(await open())];
};

test('a business’s interest lacks both half-years that have begun', async () => {
  expect(await asked({})).toEqual([true, 'ECB_MRO 2031-01-01', 'ECB_MRO 2031-07-01']);
  expect(await asked({})).toHaveLength(3);
});

test('a public body’s rate is that of the first late day: no later one is asked for', async () => {
  expect(await asked({ debtor: { kind: 'public' } })).toEqual([true, 'ECB_MRO 2031-01-01']);
});

test('where the contract names the rate, or no interest runs yet, none is asked for', async () => {
  expect(await asked({ debtor: { terms: { reference: 'CGV', interestRate: '9' } } })).toEqual([false]);
  expect(await asked({ debtor: { kind: 'consumer' } })).toEqual([false]);
  house.on('2031-02-14');
  expect(await asked({})).toEqual([false]);
});

test('a Belgian consumer’s first reminder names the rate to come, so that rate is asked for', async () => {
  const debtor = { kind: 'consumer' as const, country: 'BE' };
  const terms = { reference: 'CGV', interestClause: 'art. 8' };
  expect(await asked({ debtor: { ...debtor, terms } }, 'be-first-reminder')).toEqual([
    false,
    'BE_COMMERCIAL 2031-07-01',
  ]);
  await house.db.task.deleteMany();
  const indemnityOnly = { reference: 'CGV', indemnityClause: 'art. 9' };
  expect(await asked({ debtor: { ...debtor, terms: indemnityOnly } }, 'be-first-reminder')).toEqual([false]);
});

/** Something that one waits for and another lets happen. */
const latch = () => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
};

const RATE = {
  series: 'ECB_MRO' as const,
  from: day('2031-01-01'),
  ratePct: '2.5',
  confidence: 'official' as const,
  source: 'a test',
  why: 'a test',
};

test('two cases at once open one task; one that rolls back leaves none', async () => {
  const [a, b] = [await aCase(house), await aCase(house)];
  const period = periodOf('ECB_MRO', day('2031-01-01'));
  const asking = latch();
  const goOn = latch();
  const first = arrange(house, a, async (tx) => {
    await askForRate(tx, period);
    asking.resolve();
    await goOn.promise;
    throw new Error('its step failed');
  });
  await asking.promise;
  // Doesn't wait for the other: the other asks.
  await arrange(house, b, (tx) => askForRate(tx, period));
  goOn.resolve();
  await expect(first).rejects.toThrow('its step failed');
  expect(await open()).toEqual([]);
  await Promise.all([a, b].map((ref) => arrange(house, ref, (tx) => askForRate(tx, period))));
  expect(await open()).toEqual(['ECB_MRO 2031-01-01']);
});

test('a rate entered while a case asks for it closes that task, too', async () => {
  const ref = await aCase(house);
  const asking = latch();
  const goOn = latch();
  const slow = arrange(house, ref, async (tx) => {
    await askForRate(tx, periodOf('ECB_MRO', day('2031-01-01')));
    asking.resolve();
    await goOn.promise;
  });
  await asking.promise;
  const entering = putRates(house.store, RATE, MARC);
  setTimeout(() => goOn.resolve(), 100);
  await Promise.all([slow, entering]);
  expect(await house.db.task.findMany({ select: { status: true, closedBy: true, result: true } })).toEqual([
    { status: 'done', closedBy: 'Marc', result: { ratePct: '2.50' } },
  ]);
  await arrange(house, ref, (tx) => askForRate(tx, periodOf('ECB_MRO', day('2031-01-01'))));
  expect(await open()).toEqual([]);
});

test('each creditor is asked, and one rate answers them all', async () => {
  expect(await asked({ debtor: { kind: 'public' } })).toEqual([true, 'ECB_MRO 2031-01-01']);
  const [task] = await house.db.task.findMany();
  await house.db.creditor.create({
    data: { ...(await house.db.creditor.findUniqueOrThrow({ where: { id: 'roux' } })), id: 'other', profile: {} },
  });
  await house.db.task.create({
    data: { ...task!, id: 'task_other', creditorId: 'other', details: task!.details!, result: {} },
  });
  expect((await refusalOf(putRates(house.store, RATE, ANNE))).code).toBe('MANAGER_REQUIRED');
  expect(await open()).toHaveLength(2);
  await putRates(house.store, RATE, MARC);
  expect(await open()).toEqual([]);
});
