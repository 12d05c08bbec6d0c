import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeTest, TESTS_PER_HOUR, type TestOf } from '../../prisma/wordings/testMessage.ts';
import { wording } from '../../templates/port.ts';
import { aCase, aHouse, ANNE, MARC, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const aTest = async (): Promise<TestOf> => {
  const { invoiceId } = await aCase(house, { at: 'first-reminder' });
  return { creditorId: 'roux', name: 'messages/fr/progressive/first-reminder', invoiceId, to: 'anne@roux.example' };
};

test('of two tests at once for the last place of the hour one is stored; an hour later there is room again', async () => {
  const of = await aTest();
  expect(await storeTest(house.store, wording, of, ANNE)).toMatchObject({ is: 'stored', toSend: false });
  const one = await house.db.message.findFirstOrThrow({ where: { kind: 'test' } });
  await house.db.message.createMany({
    data: Array.from({ length: TESTS_PER_HOUR - 2 }, (_, n) => ({
      ...one,
      id: `msg_${n}`,
      context: {},
      recipients: [],
      attachments: [],
      unofficialRates: [],
    })),
  });
  const answers = await Promise.all([ANNE, MARC].map((actor) => storeTest(house.store, wording, of, actor)));
  expect(answers.map(({ is }) => is).toSorted()).toEqual(['stored', 'too-many']);
  expect(await house.db.message.count({ where: { kind: 'test' } })).toBe(TESTS_PER_HOUR);
  // Nothing is judged any more either: the answer comes before the text is read.
  const faulty = { ...of, source: '{{ nobody }}' };
  expect(await storeTest(house.store, wording, faulty, ANNE)).toEqual({ is: 'too-many' });

  house.on('2031-03-03', 11);
  expect(await storeTest(house.store, wording, of, ANNE)).toMatchObject({ is: 'stored' });
});
