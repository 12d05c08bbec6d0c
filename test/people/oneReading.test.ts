import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { composeMime } from '../../activities/adapters/mime.ts';
import type { CaseRef } from '../../domain/caseRef.ts';
import { day } from '../../domain/day.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { startAttempt } from '../../prisma/course/delivery.ts';
import { beginStep } from '../../prisma/course/perform.ts';
import type { Begun } from '../../prisma/course/work.ts';
import { payInvoice } from '../../prisma/ledger/record.ts';
import { approve } from '../../prisma/people/approval.ts';
import { createStore, WORKFLOW, type Store } from '../../prisma/store.ts';
import { wording } from '../../templates/port.ts';
import { aCase, aHouse, ANNE, MARC, type House } from './aHouse.ts';

// What the texts of an act state is read once under the lock of its invoice, however often they are written.
const TODAY = day('2026-03-03');

let house: House;
let counting: Store;
let queries: string[];
beforeAll(async () => {
  house = await aHouse();
  const counted = house.db.$extends({
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) => {
          queries.push(`${model}.${operation}`);
          return query(args);
        },
      },
    },
  });
  counting = createStore({ ...house.store, db: counted as unknown as PrismaClient });
});
beforeEach(() => house.on(TODAY));
afterAll(() => house.close());

const begin = (ref: CaseRef, key: string): Promise<Begun> => {
  queries = [];
  return counting.change(ref, WORKFLOW, (tx) => beginStep(tx, key, TODAY, { wording, compose: composeMime }));
};

/** How often the last act read the rates, and the two halves of the claim. */
const readings = (): readonly number[] =>
  ['Rate.findMany', 'CreditNote.findMany', 'Allocation.findMany'].map(
    (wanted) => queries.filter((query) => query === wanted).length,
  );

test.each([
  ['an e-mail that leaves by itself', 'first-reminder', 'in the outbox'],
  ['a draft', 'second-reminder', 'drafted'],
  ['a call', 'reminder-call', 'a person rings'],
])('%s: one reading of claim and rates', async (_, at, why) => {
  const ref = await aCase(house, { at, dueOn: '2026-01-30' });
  expect([await begin(ref, at), readings()]).toEqual([{ do: 'nothing', why }, [1, 1, 1]]);
});

test('an approved letter is written again by what stands that day: one reading of its own', async () => {
  const ref = await aCase(house, { at: 'formal-notice', dueOn: '2026-01-30' });
  await begin(ref, 'formal-notice');
  const { sha256 } = await house.db.draft.findFirstOrThrow({ where: ref });
  await approve(house.store, ref, 'formal-notice', { sha256 }, MARC);
  expect([await begin(ref, 'formal-notice'), readings()]).toEqual([
    { do: 'nothing', why: 'a letter waits to be posted' },
    [1, 1, 1],
  ]);
});

test('money between reserving and sending: the next act reads afresh and states what is owed now', async () => {
  await house.db.creditor.update({ where: { id: 'roux' }, data: { sending: 'on' } });
  const ref = await aCase(house, { at: 'first-reminder', dueOn: '2026-01-30' });
  const reserved = await begin(ref, 'first-reminder');
  if (reserved.do !== 'send') throw new Error(`expected a message to send, got ${reserved.why}`);
  const amount = { minor: 20_000, currency: 'EUR' };
  await payInvoice(house.store, ref, { id: 'p', source: 'bank', amount, receivedOn: TODAY, metadata: {} }, ANNE);
  const equipment = { mailer: 'keyed', testRecipient: false, compose: composeMime } as const;
  expect(await counting.change(ref, WORKFLOW, (tx) => startAttempt(tx, reserved.messageId, equipment))).toBeNull();
  const again = await begin(ref, 'first-reminder');
  if (again.do !== 'send') throw new Error(`expected a message to send, got ${again.why}`);
  expect(readings()).toEqual([1, 1, 1]);
  const { text } = await house.db.message.findUniqueOrThrow({ where: { id: again.messageId } });
  expect(text.replaceAll(/\s/gu, ' ')).toContain('1 000,50 €');
});
