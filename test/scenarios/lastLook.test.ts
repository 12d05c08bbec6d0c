import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCourse } from '../../activities/course.ts';
import { deliver } from '../../activities/deliver.ts';
import type { Dependencies } from '../../activities/ports.ts';
import type { CaseRef } from '../../domain/caseRef.ts';
import { day } from '../../domain/day.ts';
import { startAttempt } from '../../prisma/course/delivery.ts';
import { composeMime } from '../../activities/adapters/mime.ts';
import { beginStep } from '../../prisma/course/perform.ts';
import { payInvoice } from '../../prisma/ledger/record.ts';
import { hold } from '../../prisma/people/hold.ts';
import { WORKFLOW } from '../../prisma/store.ts';
import { wording } from '../../templates/port.ts';
import { aCase, aHouse, ANNE, type House } from '../people/aHouse.ts';

// The case hears of money and holds by a signal, which may be late or lost: each activity asks the ledger itself. Mo 3 March 2031, ten o'clock.
const TODAY = day('2031-03-03');
const STEP = 'first-reminder';

let house: House;
let keys: string[];
let dependencies: Dependencies;
beforeAll(async () => {
  house = await aHouse();
  await house.db.creditor.update({ where: { id: 'roux' }, data: { sending: 'on' } });
  keys = [];
  dependencies = {
    store: house.store,
    wording,
    testRecipient: null,
    compose: composeMime,
    mailer: { kind: 'keyed', send: async (_, key) => ({ is: 'sent', providerId: String(keys.push(key)) }) },
    cases: { tell: async () => true, running: async function* () {}, end: async () => undefined },
  };
});
afterAll(() => house.close());

/** What makes a case silent, recorded in the database only: its workflow has not heard of it. */
const STOPS: readonly (readonly [what: string, stop: (ref: CaseRef) => Promise<unknown>])[] = [
  [
    'paid',
    (ref) =>
      payInvoice(
        house.store,
        ref,
        {
          id: `p-${ref.invoiceId}`,
          source: 'bank',
          amount: { minor: 120_050, currency: 'EUR' },
          receivedOn: TODAY,
          metadata: {},
        },
        ANNE,
      ),
  ],
  ['held', (ref) => hold(house.store, ref, { reason: 'manual' }, ANNE)],
  [
    'handed over',
    ({ creditorId, invoiceId: id }) =>
      house.db.invoice.update({
        where: { creditorId_id: { creditorId, id } },
        data: { handedOverOn: TODAY, updatedAt: new Date() },
      }),
  ],
];

const sentAbout = (ref: CaseRef): string[] => keys.filter((key) => key.includes(`/${ref.invoiceId}/`));
const reserved = (ref: CaseRef): Promise<number> => house.db.reminder.count({ where: ref });

const begun = async (ref: CaseRef): Promise<string> => {
  const begin = await house.store.change(ref, WORKFLOW, (tx) =>
    beginStep(tx, STEP, TODAY, { wording, compose: composeMime }),
  );
  if (begin.do !== 'send') throw new Error(`expected a message to send, got ${begin.why}`);
  return begin.messageId;
};

test('a step that nothing stops leaves once, under its key', async () => {
  const ref = await aCase(house, { at: STEP });
  await createCourse(dependencies).performStep({ ref, key: STEP, day: TODAY });
  await createCourse(dependencies).performStep({ ref, key: STEP, day: TODAY });
  expect(sentAbout(ref)).toEqual([`roux/${ref.invoiceId}/${STEP}/1`]);
});

test.each(STOPS)('%s without the workflow’s knowing: its step reserves and sends nothing', async (_, stop) => {
  const ref = await aCase(house, { at: STEP });
  await stop(ref);
  await createCourse(dependencies).performStep({ ref, key: STEP, day: TODAY });
  expect([await reserved(ref), sentAbout(ref)]).toEqual([0, []]);
});

test.each(STOPS)('%s between reserving and sending: nothing leaves', async (_, stop) => {
  const ref = await aCase(house, { at: STEP });
  const messageId = await begun(ref);
  await stop(ref);
  await deliver(dependencies, ref, messageId);
  expect(sentAbout(ref)).toEqual([]);
});

test.each(STOPS)('%s after an attempt that never reported back: it is not tried again', async (_, stop) => {
  const ref = await aCase(house, { at: STEP });
  const messageId = await begun(ref);
  await house.store.change(ref, WORKFLOW, (tx) =>
    startAttempt(tx, messageId, { mailer: 'keyed', testRecipient: false, compose: composeMime }),
  );
  await stop(ref);
  await deliver(dependencies, ref, messageId);
  expect(sentAbout(ref)).toEqual([]);
});

test('a full queue surely took nothing, yet while nothing changed the stored bytes leave under the first key', async () => {
  const ref = await aCase(house, { at: STEP });
  const bytes: string[] = [];
  const busyOnce = createCourse({
    ...dependencies,
    mailer: {
      kind: 'keyed',
      send: async (email, key) =>
        bytes.push(JSON.stringify([key, email])) === 1
          ? { is: 'unsent', reason: 'rate_limit_exceeded' }
          : { is: 'sent', providerId: 'second' },
    },
  });
  await expect(busyOnce.performStep({ ref, key: STEP, day: TODAY })).rejects.toThrow('rate_limit_exceeded');
  await busyOnce.performStep({ ref, key: STEP, day: TODAY });
  expect([bytes.length, new Set(bytes).size, await reserved(ref)]).toEqual([2, 1, 1]);
});
