import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCourse } from '../../activities/course.ts';
import { deliver } from '../../activities/deliver.ts';
import type { Dependencies } from '../../activities/ports.ts';
import type { CaseRef } from '../../domain/caseRef.ts';
import { day } from '../../domain/day.ts';
import { startAttempt } from '../../prisma/course/delivery.ts';
import { composeMime } from '../../activities/adapters/mime.ts';
import { beginStep } from '../../prisma/course/perform.ts';
import type { Begun } from '../../prisma/course/work.ts';
import { payInvoice } from '../../prisma/ledger/record.ts';
import { completeTask } from '../../prisma/people/completeTask.ts';
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

const debtor = { kind: 'consumer', country: 'BE' } as const;

/** CDE XIX.2 §3: a first reminder names the creditor's enterprise number. */
const nameTheEnterprise = async (): Promise<void> => {
  const { profile } = await house.db.creditor.findUniqueOrThrow({ where: { id: 'roux' } });
  const named = { ...(profile as object), registrations: [{ scheme: 'SIREN', value: '732829320' }] };
  await house.db.creditor.update({ where: { id: 'roux' }, data: { profile: named } });
};

test('a text that lacks what the law asks for isn’t tried for ever: a person mends it, and the step is made', async () => {
  const ref = await aCase(house, { at: 'be-first-reminder', debtor });
  const begin = (): Promise<Begun> =>
    house.store.change(ref, WORKFLOW, (tx) =>
      beginStep(tx, 'be-first-reminder', TODAY, { wording, compose: composeMime }),
    );
  expect(await begin()).toEqual({ do: 'nothing', why: 'the wording was refused' });
  const task = await house.db.task.findFirstOrThrow({ where: { ...ref, status: 'open', kind: 'decide' } });
  expect(task).toMatchObject({ kind: 'decide', stepKey: 'be-first-reminder', blocking: true });
  expect(task.details).toMatchObject({
    question: expect.stringContaining('missing: the creditor’s enterprise number'),
    faults: expect.arrayContaining([{ code: 'ENTERPRISE_NUMBER_MISSING', rule: 'noEnterpriseNumber', values: [] }]),
  });
  await nameTheEnterprise();
  await completeTask(house.store, { creditorId: 'roux', taskId: task.id }, { decision: 'continue' }, ANNE);
  expect(await begin()).toMatchObject({ do: 'send' });
});

test('inside a Belgian consumer’s wait a step reserves nothing, and what was reserved for one doesn’t leave', async () => {
  await nameTheEnterprise();
  const ref = await aCase(house, { at: 'be-first-reminder', debtor });
  const reminded = { status: 'done', on: TODAY, contact: true, channel: 'email' };
  const first = { creditorId_invoiceId_key: { ...ref, key: 'be-first-reminder' } };
  const begin = await house.store.change(ref, WORKFLOW, (tx) =>
    beginStep(tx, 'be-first-reminder', TODAY, { wording, compose: composeMime }),
  );
  if (begin.do !== 'send') throw new Error(`expected a message to send, got ${begin.why}`);
  // As if it were the next step's: the free first reminder had left before, and another machine's clock was ahead.
  await house.db.reminder.updateMany({ where: ref, data: { stepKey: 'second-reminder' } });
  await house.db.step.update({ where: first, data: reminded });
  await deliver(dependencies, ref, begin.messageId);
  expect(sentAbout(ref)).toEqual([]);

  const other = await aCase(house, { at: 'second-reminder', debtor });
  await house.db.step.update({
    where: { creditorId_invoiceId_key: { ...other, key: 'be-first-reminder' } },
    data: reminded,
  });
  // first-reminder lies before it and is never this debtor's.
  const asked = await house.store.change(other, WORKFLOW, (tx) =>
    beginStep(tx, 'second-reminder', TODAY, { wording, compose: composeMime }),
  );
  expect(asked).toEqual({ do: 'nothing', why: 'waiting-legal' });
});
