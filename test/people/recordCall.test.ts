import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordCall } from '../../prisma/people/recordCall.ts';
import { hold } from '../../prisma/people/hold.ts';
import { closeCase } from '../../prisma/settle.ts';
import { handOver } from '../../prisma/people/decide.ts';
import { aCase, aHouse, ANNE, arrange, invoiceRow, stepRow, type House } from './aHouse.ts';
import { aDraft, aTask, refusalOf } from './waiting.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(() => house.on('2031-03-03'));
afterAll(() => house.close());

const PROMISE = {
  outcome: 'promise',
  on: '2031-03-10',
  amount: { minor: 120_050, currency: 'EUR' },
  means: 'transfer',
};

test('a call that no task asked for is on record, counts as no step, and pauses the case all the same', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  const id = await recordCall(house.store, ref, { ...PROMISE, channel: 'visit' }, ANNE);
  expect(await house.db.call.findUniqueOrThrow({ where: { id } })).toMatchObject({
    stepKey: null,
    taskId: null,
    channel: 'visit',
    outcome: 'promise',
  });
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ status: 'planned' });
  expect(await house.db.reminder.count({ where: ref })).toBe(0);
  expect(await house.db.message.count({ where: { ...ref, kind: 'call-summary' } })).toBe(1);
  expect(await invoiceRow(house, ref)).toMatchObject({ status: 'on-hold', reaction: { kind: 'promise' } });
});

test('a call by hand does the next call early', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  await recordCall(house.store, ref, { outcome: 'refused', reason: 'x', countsAsStep: 'reminder-call' }, ANNE);
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({
    status: 'done',
    contact: true,
    on: '2031-03-03',
    channel: 'call',
  });
  expect(await house.db.reminder.count({ where: { ...ref, stepKey: 'reminder-call', status: 'sent' } })).toBe(1);
});

test('a call by hand closes the task that asks for it', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  const taskId = await aTask(house, ref, 'reminder-call', 'call');
  await recordCall(house.store, ref, { outcome: 'refused', reason: 'x', countsAsStep: 'reminder-call' }, ANNE);
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'done' });
});

test('a first contact by phone withdraws the draft of the same step', async () => {
  const ref = await aCase(house, { strategy: 'five-days' });
  const { draftId, taskId } = await aDraft(house, ref, 'first-contact');
  await recordCall(house.store, ref, { outcome: 'refused', reason: 'x', countsAsStep: 'first-contact' }, ANNE);
  expect(await house.db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ status: 'withdrawn' });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'withdrawn' });
  expect(await stepRow(house, ref, 'first-contact')).toMatchObject({ status: 'done', channel: 'call' });
});

test('a call does not jump over another reminder', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const refused = await refusalOf(
    recordCall(house.store, ref, { outcome: 'refused', reason: 'x', countsAsStep: 'reminder-call' }, ANNE),
  );
  expect(refused.code).toBe('STEP_NOT_NEXT');
  expect(refused.message).toContain('expected second-reminder');
});

test('a step that this debtor never gets stands in nobody’s way', async () => {
  const ref = await remindedBelgian('2031-02-03');
  expect(await stepRow(house, ref, 'due-call')).toMatchObject({ status: 'planned' });
  await recordCall(house.store, ref, { outcome: 'refused', reason: 'x', countsAsStep: 'follow-up-call' }, ANNE);
  expect(await stepRow(house, ref, 'follow-up-call')).toMatchObject({ status: 'done' });
});

test('a talk inside the law’s wait counts as no step', async () => {
  // Reminded on Monday 24 February: the fourteenth day is Monday 10 March. Today is the 3rd.
  const ref = await remindedBelgian('2031-02-24');
  const call = { outcome: 'refused', reason: 'x', countsAsStep: 'follow-up-call' };
  const refused = await refusalOf(recordCall(house.store, ref, call, ANNE));
  expect(refused.code).toBe('LEGAL_WAIT');
  expect(refused.message).toContain('2031-03-11');
});

/** A consumer who has had the free first reminder; the strategy's own first call, which he never gets, is still there. */
const remindedBelgian = async (on: string) => {
  const debtor = { kind: 'consumer', country: 'BE' } as const;
  const ref = await aCase(house, { strategy: 'close-contact', at: 'be-first-reminder', dueOn: '2031-01-31', debtor });
  await house.db.step.update({
    where: { creditorId_invoiceId_key: { ...ref, key: 'be-first-reminder' } },
    data: { status: 'done', on, contact: true, channel: 'email' },
  });
  return ref;
};

test('only a step that can be spoken counts, only once, and one of the strategy', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const call = { outcome: 'refused', reason: 'x' };
  expect(
    await refusalOf(recordCall(house.store, ref, { ...call, countsAsStep: 'second-reminder' }, ANNE)),
  ).toMatchObject({ code: 'VALIDATION', pointers: ['/countsAsStep'] });
  expect(await refusalOf(recordCall(house.store, ref, { ...call, countsAsStep: 'pre-call' }, ANNE))).toMatchObject({
    code: 'STEP_SETTLED',
  });
  expect(await refusalOf(recordCall(house.store, ref, { ...call, countsAsStep: 'ring' }, ANNE))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a call before the invoice is overdue is no reminder of a step after it', async () => {
  const ref = await aCase(house, { strategy: 'close-contact', at: 'due-call', dueOn: '2031-03-03' });
  const call = { outcome: 'refused', reason: 'x', countsAsStep: 'due-call' };
  expect(await refusalOf(recordCall(house.store, ref, call, ANNE))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/countsAsStep'],
  });
  house.on('2031-03-04', 7);
  expect(await refusalOf(recordCall(house.store, ref, { ...call, on: '2031-03-03' }, ANNE))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/countsAsStep'],
  });
  await recordCall(house.store, ref, call, ANNE);
});

test('a step that is being sent is not called instead', async () => {
  const ref = await aCase(house, { strategy: 'five-days' });
  const reserved = {
    ...ref,
    stepKey: 'first-contact',
    channel: 'email',
    level: 1,
    on: '2031-03-03',
    balanceMinor: 1n,
    reservedAt: new Date(0),
  };
  await house.db.reminder.create({ data: { ...reserved, key: `r-${ref.invoiceId}`, n: 1, status: 'reserved' } });
  expect(
    await refusalOf(
      recordCall(house.store, ref, { outcome: 'refused', reason: 'x', countsAsStep: 'first-contact' }, ANNE),
    ),
  ).toMatchObject({ code: 'STEP_NOT_NEXT' });
});

test('talking is allowed on hold and then counts as no step', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  await hold(house.store, ref, { reason: 'manual' }, ANNE);
  const id = await recordCall(
    house.store,
    ref,
    { outcome: 'refused', reason: 'x', countsAsStep: 'reminder-call' },
    ANNE,
  );
  expect(await house.db.call.findUniqueOrThrow({ where: { id } })).toMatchObject({ stepKey: null });
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ status: 'planned' });
});

test('an attempt by hand that reached nobody is one of the step’s attempts', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  await recordCall(house.store, ref, { outcome: 'no-answer', countsAsStep: 'reminder-call' }, ANNE);
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ status: 'planned', attempts: 1 });
  await recordCall(house.store, ref, { outcome: 'no-answer' }, ANNE);
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ attempts: 1 });
});

test('after a hand-over nothing is written, and a closed case takes no calls', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  await arrange(house, ref, (tx) => handOver(tx, null));
  await recordCall(house.store, ref, { outcome: 'refused', reason: 'x' }, ANNE);
  expect(await house.db.message.count({ where: ref })).toBe(0);
  await arrange(house, ref, (tx) => closeCase(tx, 'cancelled', { balanceMinor: 0 }));
  expect(await refusalOf(recordCall(house.store, ref, { outcome: 'refused', reason: 'x' }, ANNE))).toMatchObject({
    code: 'CASE_CLOSED',
  });
});

test('a call that lacks what its outcome needs is refused', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  expect(await refusalOf(recordCall(house.store, ref, { outcome: 'dispute' }, ANNE))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/reason', '/amount'],
  });
  expect(
    await refusalOf(recordCall(house.store, { creditorId: 'roux', invoiceId: 'none' }, PROMISE, ANNE)),
  ).toMatchObject({ code: 'NOT_FOUND' });
});
