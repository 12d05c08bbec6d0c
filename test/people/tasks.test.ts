import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { completeTask } from '../../prisma/people/completeTask.ts';
import { assignTask, listTasks, snoozeTask, taskView } from '../../prisma/people/taskDesk.ts';
import { writeAllocation } from '../../prisma/ledger/allocate.ts';
import { followOverpayment } from '../../prisma/ledger/overpayment.ts';
import { openAllocationTask } from '../../prisma/ledger/allocationTask.ts';
import { ledgerChanged } from '../../prisma/settle.ts';
import { recordCall } from '../../prisma/people/recordCall.ts';
import { skipStep } from '../../prisma/people/skipStep.ts';
import { aCase, aHouse, ANNE, arrange, DUPONT, invoiceRow, MARC, stepRow, type House } from './aHouse.ts';
import { aTask, refusalOf, someMessage } from './waiting.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(() => house.on('2031-03-03'));
afterAll(() => house.close());

const which = (taskId: string) => ({ creditorId: 'roux', taskId });
const taskRow = (id: string) => house.db.task.findUniqueOrThrow({ where: { id } });
const contactsOf = async (invoiceId: string) =>
  (await house.db.debtor.findFirstOrThrow({ where: { id: `debtor-${invoiceId}` } })).profile as {
    contacts: object[];
    address: object;
  };

test('an address that works is stored where it belongs and the step is done at once', async () => {
  const ref = await aCase(house, { at: 'first-reminder' });
  const taskId = await aTask(house, ref, 'first-reminder', 'fix-address', { missing: 'email', channel: 'email' });
  await completeTask(house.store, which(taskId), { email: 'new@dupont.example' }, ANNE);
  expect((await contactsOf(ref.invoiceId)).contacts).toEqual([{ ...DUPONT.contacts[0], email: 'new@dupont.example' }]);
  expect(await stepRow(house, ref, 'first-reminder')).toMatchObject({ status: 'due' });
  expect(await taskRow(taskId)).toMatchObject({ status: 'done' });
});

test('a phone and a postal address are stored too; a debtor without contacts gets one', async () => {
  const ref = await aCase(house, { at: 'reminder-call', debtor: { contacts: [] } });
  const taskId = await aTask(house, ref, 'reminder-call', 'fix-address', { missing: 'phone', channel: 'call' });
  const address = { lines: ['1 place Verte'], postalCode: '1000', city: 'Bruxelles', country: 'BE' };
  await completeTask(house.store, which(taskId), { phone: '+3222222222', address }, ANNE);
  expect(await contactsOf(ref.invoiceId)).toMatchObject({
    contacts: [{ name: 'Dupont SA', phone: '+3222222222' }],
    address,
  });
});

test.each([[{}], [{ email: 'nowhere' }], [{ decision: 'skip' }]])('%j mends no address', async (body) => {
  const ref = await aCase(house, { at: 'first-reminder' });
  const taskId = await aTask(house, ref, 'first-reminder', 'fix-address');
  expect(await refusalOf(completeTask(house.store, which(taskId), body, ANNE))).toMatchObject({ code: 'VALIDATION' });
});

test('a summary that reached nobody is written again to the mended address', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  const callId = await recordCall(house.store, ref, { outcome: 'refused', reason: 'x' }, ANNE);
  const { id: messageId } = await house.db.message.findFirstOrThrow({ where: ref });
  await house.db.message.update({ where: { id: messageId }, data: { status: 'failed', sha256: 'x' } });
  const taskId = await aTask(house, ref, null, 'fix-address', { missing: 'email', channel: 'email', messageId });
  await completeTask(house.store, which(taskId), { email: 'new@dupont.example' }, ANNE);
  const again = await house.db.message.findFirstOrThrow({ where: { ...ref, status: 'pending' } });
  expect(again).toMatchObject({ kind: 'call-summary', context: { callId }, sha256: '' });
  expect(await house.db.call.findUniqueOrThrow({ where: { id: callId } })).toMatchObject({
    summaryMessageId: again.id,
  });
});

test('deliveries stopped are a step done that approached nobody', async () => {
  const ref = await aCase(house, { strategy: 'close-contact', at: 'stop-deliveries' });
  const taskId = await aTask(house, ref, 'stop-deliveries', 'stop-deliveries');
  expect(await refusalOf(completeTask(house.store, which(taskId), { done: false }, ANNE))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/done'],
  });
  await completeTask(house.store, which(taskId), { done: true }, ANNE);
  expect(await stepRow(house, ref, 'stop-deliveries')).toMatchObject({
    status: 'done',
    contact: false,
    on: '2031-03-03',
  });
});

test.each([
  ['filed', 'handed-over'],
  ['handed-over', 'handed-over'],
  ['not-pursued', 'chasing'],
])('S3.10 the legal file is %s: the case is then %s', async (decision, status) => {
  const ref = await aCase(house, { at: 'legal-file' });
  const taskId = await aTask(house, ref, 'legal-file', 'legal-file', {}, { role: 'manager' });
  expect(await refusalOf(completeTask(house.store, which(taskId), { decision, reason: 'x' }, ANNE))).toMatchObject({
    code: 'MANAGER_REQUIRED',
  });
  expect(await refusalOf(completeTask(house.store, which(taskId), { decision }, MARC))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/reason'],
  });
  await completeTask(house.store, which(taskId), { decision, reason: 'costs weighed' }, MARC);
  expect(await stepRow(house, ref, 'legal-file')).toMatchObject({
    status: 'done',
    contact: false,
    reason: `${decision}: costs weighed`,
  });
  expect(await invoiceRow(house, ref)).toMatchObject({
    status,
    closedOn: null,
    handedOverOn: status === 'handed-over' ? '2031-03-03' : null,
  });
});

const pay = async (invoiceId: string, minor: number): Promise<void> => {
  const ref = { creditorId: 'roux', invoiceId };
  const payment = await house.db.payment.create({
    data: {
      creditorId: 'roux',
      source: 'api',
      id: `P-${invoiceId}`,
      amountMinor: BigInt(minor),
      currency: 'EUR',
      receivedOn: '2031-03-01',
      request: {},
      status: 'allocated',
      recordedAt: new Date(0),
    },
  });
  await arrange(house, ref, async (tx) => {
    await writeAllocation(tx, payment, minor);
    await ledgerChanged(tx);
    await followOverpayment(tx);
  });
};

test('a refund gives back what was too much, and its task is done', async () => {
  const ref = await aCase(house);
  await pay(ref.invoiceId, 130_050);
  const { id } = await house.db.task.findFirstOrThrow({ where: { ...ref, kind: 'refund', status: 'open' } });
  expect(await refusalOf(completeTask(house.store, which(id), { reference: 'VIR 12' }, ANNE))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/on'],
  });
  expect(await completeTask(house.store, which(id), { reference: 'VIR 12', on: '2031-03-03' }, ANNE)).toMatchObject({
    ref,
    cases: [ref],
  });
  expect(await taskRow(id)).toMatchObject({ status: 'done', result: { reference: 'VIR 12', on: '2031-03-03' } });
  expect(await house.db.reversal.findMany({ where: { paymentId: `P-${ref.invoiceId}` } })).toMatchObject([
    { kind: 'refund', amountMinor: 10_000n, on: '2031-03-03' },
  ]);
  expect(
    await refusalOf(completeTask(house.store, which(id), { reference: 'VIR 12', on: '2031-03-03' }, ANNE)),
  ).toMatchObject({ code: 'TASK_CLOSED' });
});

test('a person places a payment that nobody could match', async () => {
  const ref = await aCase(house);
  const payment = await house.db.payment.create({
    data: {
      creditorId: 'roux',
      source: 'bank',
      id: 'P-lost',
      amountMinor: 120_050n,
      currency: 'EUR',
      receivedOn: '2031-03-01',
      request: {},
      status: 'unmatched',
      recordedAt: new Date(0),
    },
  });
  await openAllocationTask(house.db, payment, 120_050, { at: new Date(0), today: '2031-03-01', by: 'x' });
  const { id } = await house.db.task.findFirstOrThrow({ where: { kind: 'allocate-payment' } });
  const amount = { minor: 120_050, currency: 'EUR' };
  expect(await refusalOf(completeTask(house.store, which(id), { allocations: [] }, ANNE))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/allocations'],
  });
  expect(
    await refusalOf(
      completeTask(
        house.store,
        which(id),
        { allocations: [{ invoiceId: ref.invoiceId, amount: { ...amount, currency: 'USD' } }] },
        ANNE,
      ),
    ),
  ).toMatchObject({ code: 'CURRENCY_MISMATCH' });
  expect(
    await completeTask(house.store, which(id), { allocations: [{ invoiceId: ref.invoiceId, amount }] }, ANNE),
  ).toMatchObject({ ref: null, cases: [ref] });
  expect(await invoiceRow(house, ref)).toMatchObject({ status: 'closed', outcome: 'paid' });
  expect(await taskRow(id)).toMatchObject({ status: 'done' });
});

test('a skipped step takes back its message that has not left', async () => {
  const ref = await aCase(house, { at: 'first-reminder' });
  const key = `roux/${ref.invoiceId}/first-reminder/1`;
  const messageId = `m-${ref.invoiceId}`;
  await arrange(house, ref, async (tx) => {
    const when = new Date(tx.now);
    await tx.db.message.create({
      data: { ...someMessage(tx), id: messageId, reminderKey: key, stepKey: 'first-reminder', status: 'pending' },
    });
    await tx.db.reminder.create({
      data: {
        key,
        ...ref,
        stepKey: 'first-reminder',
        n: 1,
        channel: 'email',
        level: 1,
        on: '2031-03-03',
        status: 'reserved',
        balanceMinor: 1n,
        messageId,
        reservedAt: when,
      },
    });
  });
  await skipStep(house.store, ref, 'formal-notice', { reason: 'another step' }, ANNE);
  expect(await house.db.reminder.findUniqueOrThrow({ where: { key } })).toMatchObject({ status: 'reserved' });
  await skipStep(house.store, ref, 'first-reminder', { reason: 'he rang' }, ANNE);
  expect(await house.db.reminder.findUniqueOrThrow({ where: { key } })).toMatchObject({ status: 'withdrawn' });
  expect(await house.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ status: 'withdrawn' });
});

test('a task has an owner and a deputy', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  const taskId = await aTask(house, ref, 'reminder-call', 'call');
  const { factsVersion } = await invoiceRow(house, ref);
  await assignTask(house.store, which(taskId), { owner: 'Luc', deputy: 'Zoé' }, ANNE);
  expect(await taskRow(taskId)).toMatchObject({ owner: 'Luc', deputy: 'Zoé', status: 'open' });
  // It moves no case, so no workflow has to be told.
  expect((await invoiceRow(house, ref)).factsVersion).toBe(factsVersion);
  await assignTask(house.store, which(taskId), { owner: 'Luc', deputy: null }, ANNE);
  expect(await taskRow(taskId)).toMatchObject({ deputy: null });
});

test('a snooze ends before the deadline', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  const taskId = await aTask(
    house,
    ref,
    'reminder-call',
    'call',
    {},
    { deadline: { on: '2031-03-06' as never, at: 1, effect: 'escalate' } },
  );
  for (const until of ['2031-03-03', '2031-03-07', 'later'])
    expect(await refusalOf(snoozeTask(house.store, which(taskId), { until }, ANNE))).toMatchObject({
      code: 'VALIDATION',
      pointers: ['/until'],
    });
  await snoozeTask(house.store, which(taskId), { until: '2031-03-06' }, ANNE);
  expect(await taskRow(taskId)).toMatchObject({ snoozedUntil: '2031-03-06', deadlineOn: '2031-03-06' });
});

test('a closed task is neither assigned, snoozed nor done again; another creditor’s is not found', async () => {
  const ref = await aCase(house, { strategy: 'close-contact', at: 'stop-deliveries' });
  const taskId = await aTask(house, ref, 'stop-deliveries', 'stop-deliveries');
  expect(
    await refusalOf(completeTask(house.store, { creditorId: 'other', taskId }, { done: true }, ANNE)),
  ).toMatchObject({ code: 'NOT_FOUND' });
  await completeTask(house.store, which(taskId), { done: true }, ANNE);
  for (const request of [
    () => assignTask(house.store, which(taskId), { owner: 'Luc' }, ANNE),
    () => snoozeTask(house.store, which(taskId), { until: '2031-03-05' }, ANNE),
    () => completeTask(house.store, which(taskId), { done: true }, ANNE),
  ])
    expect(await refusalOf(request())).toMatchObject({ code: 'TASK_CLOSED' });
});

test('of two people who do the same task at once one has done it', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  const taskId = await aTask(house, ref, 'reminder-call', 'call');
  const done = [ANNE, MARC].map((actor) =>
    completeTask(house.store, which(taskId), { outcome: 'refused', reason: 'x' }, actor),
  );
  const results = await Promise.allSettled(done);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await house.db.reminder.count({ where: ref })).toBe(1);
  expect(await house.db.call.count({ where: ref })).toBe(1);
});

test('tasks are listed page by page, by kind, state and invoice', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  const first = await aTask(house, ref, 'reminder-call', 'call');
  house.on('2031-03-04');
  const second = await aTask(house, ref, null, 'decide');
  const of = { invoiceId: ref.invoiceId, limit: 1 };
  const page = await listTasks(house.store, 'roux', of);
  expect(page).toMatchObject({ data: [{ id: first }], nextCursor: first });
  expect(await listTasks(house.store, 'roux', { ...of, cursor: first })).toMatchObject({
    data: [{ id: second }],
    nextCursor: null,
  });
  expect((await listTasks(house.store, 'roux', { ...of, limit: 10, kind: 'decide' })).data.map(({ id }) => id)).toEqual(
    [second],
  );
  expect((await listTasks(house.store, 'roux', { ...of, limit: 10, status: 'done' })).data).toEqual([]);
  expect((await listTasks(house.store, 'other', { limit: 10 })).data).toEqual([]);
});

test('a task shows whom to reach and what is owed now', async () => {
  const ref = await aCase(house, { at: 'reminder-call' });
  const taskId = await aTask(house, ref, 'reminder-call', 'call', { script: { title: 'Appel', markdown: 'Bonjour' } });
  await pay(ref.invoiceId, 20_050);
  // The part payment asks for a fresh look, the task stays.
  expect(await taskView(house.store, which(taskId))).toMatchObject({
    id: taskId,
    details: { script: { title: 'Appel' } },
    invoice: { id: ref.invoiceId, balance: { minor: 100_000, currency: 'EUR' }, dueOn: '2031-02-14' },
    debtor: { name: 'Dupont SA', contacts: [{ name: 'Mme Martin', phone: '+33145678901' }] },
  });
  expect(await refusalOf(taskView(house.store, which('none')))).toMatchObject({ code: 'NOT_FOUND' });
});
