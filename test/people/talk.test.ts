import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CaseRef } from '../../domain/caseRef.ts';
import { completeTask } from '../../prisma/people/completeTask.ts';
import {
  aCase,
  aHouse,
  ANNE,
  DUPONT,
  invoiceRow,
  stepRow,
  timelineTypes,
  type CaseWish,
  type House,
} from './aHouse.ts';
import { aTask, refusalOf } from './waiting.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(() => house.on('2031-03-03'));
afterAll(() => house.close());

const aCallTask = async (
  wish: CaseWish & { at: string },
  kind: 'call' | 'visit' = 'call',
): Promise<{ ref: CaseRef; taskId: string; say: (body: object) => Promise<unknown> }> => {
  const ref = await aCase(house, wish);
  const taskId = await aTask(house, ref, wish.at, kind);
  return { ref, taskId, say: (body) => completeTask(house.store, { creditorId: 'roux', taskId }, body, ANNE) };
};

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const PROMISE = { outcome: 'promise', on: '2031-03-10', amount: eur(120_050), means: 'transfer' };

test('a talk with its outcome does the step, is a reminder, and is confirmed in writing', async () => {
  const { ref, taskId, say } = await aCallTask({ at: 'reminder-call' });
  await say({ ...PROMISE, spokeTo: 'Mme Martin', notes: 'was friendly', summary: 'Virement lundi.', satisfied: true });
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({
    status: 'done',
    on: '2031-03-03',
    contact: true,
    channel: 'call',
  });
  expect(await house.db.reminder.findMany({ where: ref })).toMatchObject([
    {
      key: `roux/${ref.invoiceId}/reminder-call/1`,
      channel: 'call',
      level: 2,
      on: '2031-03-03',
      status: 'sent',
      balanceMinor: 120_050n,
    },
  ]);
  const [call] = await house.db.call.findMany({ where: ref });
  expect(call).toMatchObject({
    outcome: 'promise',
    reached: true,
    spokeTo: 'Mme Martin',
    notes: 'was friendly',
    summary: 'Virement lundi.',
    on: '2031-03-03',
    by: 'Anne',
    taskId,
    stepKey: 'reminder-call',
  });
  expect(call?.answers).toEqual({ on: '2031-03-10', amount: eur(120_050), means: 'transfer', satisfied: true });
  expect(await house.db.message.findUniqueOrThrow({ where: { id: call?.summaryMessageId ?? '' } })).toMatchObject({
    ...{
      kind: 'call-summary',
      template: 'common/call-summary',
      status: 'pending',
      reminderKey: null,
      stepKey: null,
      language: 'fr',
      sha256: '',
      context: { callId: call?.id },
    },
  });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
    status: 'done',
    result: { outcome: 'promise', callId: call?.id },
  });
  expect((await invoiceRow(house, ref)).reaction).toEqual({ on: '2031-03-03', kind: 'promise' });
  expect((await house.store.read(ref)).facts.pendingMessages).toEqual([call?.summaryMessageId]);
});

test('the amount owed at the time is on record', async () => {
  const { ref, say } = await aCallTask({ at: 'reminder-call' });
  await house.db.creditNote.create({
    data: {
      ...ref,
      id: 'CN',
      amountMinor: 50n,
      currency: 'EUR',
      issuedOn: '2031-03-01',
      effect: 'from-start',
      request: {},
      recordedAt: new Date(0),
    },
  });
  await say({ outcome: 'refused', reason: 'no money' });
  expect(await house.db.reminder.findMany({ where: ref })).toMatchObject([{ balanceMinor: 120_000n }]);
});

const PAUSES: readonly (readonly [object, string, string])[] = [
  [PROMISE, '2031-03-10', 'decide'],
  [{ ...PROMISE, on: undefined, until: '2031-03-12' }, '2031-03-12', 'decide'],
  [{ outcome: 'cheque-posted', on: '2031-03-05', trackingNumber: 'X' }, '2031-03-08', 'decide'],
  [{ outcome: 'cheque-posted', on: '2031-02-10' }, '2031-03-03', 'decide'],
  [{ outcome: 'paid-already', on: '2031-02-28', means: 'transfer' }, '2031-03-17', 'decide'],
  [{ outcome: 'dispute', reason: 'two chairs missing', amount: eur(20_000) }, '2031-03-17', 'decide'],
  [{ outcome: 'not-satisfied', reason: 'it squeaks' }, '2031-03-17', 'decide'],
  [{ outcome: 'arrangement-wanted', proposal: 'three times' }, '2031-03-17', 'decide'],
  [{ outcome: 'invoice-not-received', address: 'ap@dupont.example' }, '2031-03-06', 'resume'],
  [{ outcome: 'not-debtor' }, '2031-04-02', 'decide'],
  [{ outcome: 'insolvency', on: '2031-02-20', spokeTo: 'Mme Martin' }, '2031-04-02', 'decide'],
  [{ outcome: 'debt-relief', on: '2031-02-20', spokeTo: 'Mme Martin' }, '2031-04-02', 'decide'],
  [{ outcome: 'deceased', on: '2031-02-20', spokeTo: 'his son' }, '2031-04-02', 'decide'],
];

test.each(PAUSES)('%j pauses the case until %s, then: %s', async (body, until, thenDo) => {
  const { ref, say } = await aCallTask({ at: 'reminder-call' });
  await say(body);
  expect(await house.db.hold.findMany({ where: ref })).toMatchObject([
    { kind: 'manual', until, thenDo, endedOn: null, openedOn: '2031-03-03' },
  ]);
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ status: 'done', contact: true });
  expect((await invoiceRow(house, ref)).status).toBe('on-hold');
});

test.each([
  [{ outcome: 'promise' }, ['/on', '/amount', '/means']],
  [{ outcome: 'cheque-posted' }, ['/on']],
  [{ outcome: 'paid-already' }, ['/on', '/means']],
  [{ outcome: 'dispute' }, ['/reason', '/amount']],
  [{ outcome: 'not-satisfied' }, ['/reason']],
  [{ outcome: 'invoice-not-received' }, ['/address']],
  [{ outcome: 'forwarded' }, ['/contact']],
  [{ outcome: 'arrangement-wanted' }, ['/proposal']],
  [{ outcome: 'refused' }, ['/reason']],
  [{ outcome: 'wrong-person' }, ['/contact']],
  [{ outcome: 'new-contact' }, ['/contact']],
  [{ outcome: 'insolvency' }, ['/on', '/spokeTo']],
  [{ outcome: 'debt-relief', on: '2031-03-04', spokeTo: 'x' }, ['/on']],
  [{ outcome: 'deceased', spokeTo: 'x' }, ['/on']],
  [{ ...PROMISE, on: '2031-04-03' }, ['/on']],
  [{ ...PROMISE, on: '2031-03-02' }, ['/on']],
  [{ ...PROMISE, on: null, until: '2031-04-03' }, ['/until']],
  [{ outcome: 'cheque-posted', on: '2031-04-03' }, ['/on']],
  [{ outcome: 'paid-already', on: '2031-03-04', means: 'cheque' }, ['/on']],
  [{ outcome: 'refused', reason: 'x', until: '2031-03-10' }, ['/until']],
  [{ outcome: 'refused', reason: 'x', on: '2031-03-04' }, ['/on']],
  [{ outcome: 'satisfied' }, ['/outcome']],
  [{ outcome: 'charmed' }, ['/outcome']],
  [{ outcome: 'refused', reason: 'x', decision: 'skip' }, ['/decision']],
  [{ outcome: 'refused', reason: '   ' }, ['/reason']],
  [{}, ['/outcome']],
])('%j is refused after the due date: %j', async (body, pointers) => {
  const { ref, say } = await aCallTask({ at: 'reminder-call' });
  expect(await refusalOf(say(body))).toMatchObject({ code: 'VALIDATION', pointers });
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ status: 'task-open' });
  expect(await house.db.call.count({ where: ref })).toBe(0);
});

test('an amount in another currency is refused', async () => {
  const { say } = await aCallTask({ at: 'reminder-call' });
  expect(await refusalOf(say({ ...PROMISE, amount: { minor: 1, currency: 'USD' } }))).toMatchObject({
    code: 'CURRENCY_MISMATCH',
  });
});

test('S3.4 before the due date a satisfied customer needs nothing more, and the course goes on', async () => {
  const { ref, say } = await aCallTask({ strategy: 'close-contact', at: 'courtesy-call', dueOn: '2031-03-20' });
  await say({ outcome: 'satisfied', satisfied: true, invoiceReceived: true });
  expect(await stepRow(house, ref, 'courtesy-call')).toMatchObject({ status: 'done', contact: true });
  expect(await invoiceRow(house, ref)).toMatchObject({ status: 'chasing', reaction: null });
  expect(await house.db.message.count({ where: { ...ref, kind: 'call-summary' } })).toBe(1);
});

test('S3.4 an invoice that never came is sent again, to the address given', async () => {
  const { ref, say } = await aCallTask({ strategy: 'close-contact', at: 'courtesy-call', dueOn: '2031-03-20' });
  await say({ outcome: 'invoice-not-received', address: 'ap@dupont.example' });
  const copies = await house.db.message.findMany({ where: { ...ref, kind: 'invoice-copy' } });
  expect(copies).toMatchObject([
    { status: 'pending', template: 'common/invoice-copy', context: { to: 'ap@dupont.example' } },
  ]);
});

test('without an e-mail address the invoice still goes to the one just given, and the summary is noted as not sent', async () => {
  const contacts = [{ id: 'c', name: 'M. Petit', phone: '+33100000000' }];
  const { ref, say } = await aCallTask({ at: 'reminder-call', debtor: { contacts } });
  await say({ outcome: 'invoice-not-received', address: 'ap@dupont.example' });
  expect((await house.db.message.findMany({ where: ref })).map(({ kind }) => kind)).toEqual(['invoice-copy']);
  expect(await timelineTypes(house, ref)).toContain('call-summary-not-sent');
});

test('a postal address that somebody gives is kept in the record of the talk', async () => {
  const { ref, say } = await aCallTask({ at: 'reminder-call' });
  await say({ outcome: 'invoice-not-received', address: DUPONT.address });
  expect((await house.db.call.findFirstOrThrow({ where: ref })).answers).toMatchObject({ address: DUPONT.address });
});

test('S3.4 who the invoice was passed on to becomes a contact, and the course goes on', async () => {
  const { ref, say } = await aCallTask({ strategy: 'close-contact', at: 'courtesy-call', dueOn: '2031-03-20' });
  await say({ outcome: 'forwarded', contact: { name: 'M. Blanc', role: null, email: 'blanc@dupont.example' } });
  const debtor = await house.db.debtor.findFirstOrThrow({ where: { id: `debtor-${ref.invoiceId}` } });
  expect((debtor.profile as { contacts: object[] }).contacts).toMatchObject([
    { name: 'Mme Martin' },
    { name: 'M. Blanc', email: 'blanc@dupont.example' },
  ]);
  expect(debtor.version).toBe(2);
  expect(await house.db.hold.count({ where: ref })).toBe(0);
});

test('S0.4 a wrong person is corrected and the call is made again', async () => {
  const { ref, taskId, say } = await aCallTask({ at: 'reminder-call' });
  await say({ outcome: 'wrong-person', contactId: 'martin', contact: { name: 'Mme Leroy', phone: '+33145678999' } });
  const debtor = await house.db.debtor.findFirstOrThrow({ where: { id: `debtor-${ref.invoiceId}` } });
  expect((debtor.profile as { contacts: object[] }).contacts).toMatchObject([
    { name: 'Mme Leroy', role: 'accounting', phone: '+33145678999' },
  ]);
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ status: 'planned', attempts: 0 });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
    status: 'withdrawn',
    result: { outcome: 'wrong-person' },
  });
  expect(await house.db.reminder.count({ where: ref })).toBe(0);
  expect(await house.db.message.count({ where: ref })).toBe(0);
  expect((await invoiceRow(house, ref)).reaction).toBeNull();
});

test('a new contact comes before those known', async () => {
  const { ref, say } = await aCallTask({ at: 'reminder-call' });
  await say({ outcome: 'new-contact', contact: { name: 'Mme Leroy', phone: '+33145678999' } });
  const debtor = await house.db.debtor.findFirstOrThrow({ where: { id: `debtor-${ref.invoiceId}` } });
  expect((debtor.profile as { contacts: { name: string }[] }).contacts.map(({ name }) => name)).toEqual([
    'Mme Leroy',
    'Mme Martin',
  ]);
});

test('after a refusal the next step is of level 2, the gentler ones say why they are skipped', async () => {
  const { ref, say } = await aCallTask({ at: 'pre-call', dueOn: '2031-03-06' });
  await say({ outcome: 'refused', reason: 'bad quality' });
  expect(await stepRow(house, ref, 'first-reminder')).toMatchObject({
    status: 'skipped',
    reason: 'the debtor refused to pay: bad quality',
  });
  expect(await stepRow(house, ref, 'second-reminder')).toMatchObject({ status: 'planned' });
  expect(await house.db.hold.count({ where: ref })).toBe(0);
});

test.each(['not-debtor', 'deceased', 'insolvency'])('nothing is written after %s', async (outcome) => {
  const { ref, say } = await aCallTask({ at: 'reminder-call' });
  await say(outcome === 'not-debtor' ? { outcome } : { outcome, on: '2031-03-01', spokeTo: 'x' });
  expect(await house.db.message.count({ where: ref })).toBe(0);
});

test('a debtor who is not to be contacted gets no summary', async () => {
  const { ref, say } = await aCallTask({ at: 'reminder-call', debtor: { doNotContact: true } });
  await say(PROMISE);
  expect(await house.db.message.count({ where: ref })).toBe(0);
});

test('a talk done by hand on an earlier day counts from that day, not before the reminder that precedes it', async () => {
  const { ref, say } = await aCallTask({ at: 'reminder-call' });
  await house.db.step.updateMany({
    where: { ...ref, key: 'second-reminder' },
    data: { status: 'done', contact: true, on: '2031-02-27' },
  });
  expect(await refusalOf(say({ outcome: 'refused', reason: 'x', on: '2031-02-26' }))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/on'],
  });
  await say({ outcome: 'refused', reason: 'x', on: '2031-02-28' });
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ on: '2031-02-28' });
  expect(await house.db.reminder.findMany({ where: ref })).toMatchObject([{ on: '2031-02-28' }]);
});

test('a visit is a visit', async () => {
  const { ref, say } = await aCallTask({ strategy: 'close-contact', at: 'visit' }, 'visit');
  await say({ outcome: 'cheque-posted', on: '2031-03-03' });
  expect(await stepRow(house, ref, 'visit')).toMatchObject({ status: 'done', channel: 'visit' });
  expect(await house.db.call.findMany({ where: ref })).toMatchObject([
    { channel: 'visit', answers: { amount: eur(120_050) } },
  ]);
});

test('three attempts on different half-days, then what was to be said is written', async () => {
  const { ref, taskId, say } = await aCallTask({ at: 'reminder-call' });
  await say({ outcome: 'no-answer' });
  expect(await refusalOf(say({ outcome: 'busy' }))).toMatchObject({ code: 'VALIDATION', pointers: ['/on'] });
  house.on('2031-03-03', 15);
  await say({ outcome: 'voicemail' });
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ status: 'task-open', attempts: 2 });
  house.on('2031-03-04');
  await say({ outcome: 'third-party' });
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({
    status: 'due',
    attempts: 3,
    viaChannel: 'email',
    contact: false,
  });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
    status: 'done',
    result: { reached: false, attempts: 3, then: 'written instead' },
  });
  expect(await house.db.call.count({ where: { ...ref, reached: false } })).toBe(3);
  expect(await house.db.message.count({ where: ref })).toBe(0);
  expect(await house.db.reminder.count({ where: ref })).toBe(0);
});

test('an attempt made on an earlier day is another half-day', async () => {
  const { ref, say } = await aCallTask({ at: 'reminder-call' });
  await say({ outcome: 'no-answer' });
  await say({ outcome: 'no-answer', on: '2031-03-01' });
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ attempts: 2, status: 'task-open' });
});

test('the courtesy call has two attempts and announces nothing, so it ends without contact', async () => {
  const { ref, taskId, say } = await aCallTask({ strategy: 'close-contact', at: 'courtesy-call', dueOn: '2031-03-20' });
  await say({ outcome: 'no-answer' });
  house.on('2031-03-04');
  await say({ outcome: 'no-answer' });
  expect(await stepRow(house, ref, 'courtesy-call')).toMatchObject({
    status: 'done',
    contact: false,
    on: '2031-03-04',
    reason: 'not reached in 2 attempts',
  });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
    status: 'done',
    result: { then: 'done without contact' },
  });
});

test('without an e-mail address the last attempt ends without contact', async () => {
  const { ref, say } = await aCallTask({
    at: 'reminder-call',
    debtor: { contacts: [{ name: 'M. Petit', phone: '+33100000000' }] },
  });
  for (const date of ['2031-03-03', '2031-03-04', '2031-03-05']) {
    house.on(date);
    await say({ outcome: 'busy' });
  }
  expect(await stepRow(house, ref, 'reminder-call')).toMatchObject({ status: 'done', contact: false });
});

test('a done task is closed', async () => {
  const { say } = await aCallTask({ at: 'reminder-call' });
  await say(PROMISE);
  expect(await refusalOf(say(PROMISE))).toMatchObject({ code: 'TASK_CLOSED' });
});
