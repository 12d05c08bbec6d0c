import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseRef } from '../../domain/caseRef.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { completeTask } from '../../prisma/people/completeTask.ts';
import { hold } from '../../prisma/people/hold.ts';
import { react } from '../../prisma/settle.ts';
import type { Actor } from '../../prisma/store.ts';
import type { NewTask } from '../../prisma/tasks.ts';
import { aCase, aHouse, ANNE, arrange, invoiceRow, MARC, stepRow, type House } from './aHouse.ts';
import { aTask, refusalOf, someMessage } from './waiting.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

type Asked = { ref: CaseRef; taskId: string; answer: (body: object, actor?: Actor) => Promise<unknown> };

const aQuestion = async (
  at: string,
  stepKey: string | null,
  details: Prisma.InputJsonObject = {},
  more: Partial<NewTask> = {},
): Promise<Asked> => {
  const ref = await aCase(house, { at });
  const taskId = await aTask(house, ref, stepKey, 'decide', details, more);
  return {
    ref,
    taskId,
    answer: (body, actor = ANNE) => completeTask(house.store, { creditorId: 'roux', taskId }, body, actor),
  };
};

test('continue answers the debtor’s sign of life and the step that asked goes on', async () => {
  const { ref, taskId, answer } = await aQuestion('formal-notice', 'formal-notice');
  await arrange(house, ref, (tx) => react(tx, 'reply'));
  await answer({ decision: 'continue', reason: 'answered by phone' });
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({ status: 'due', decided: true });
  expect((await invoiceRow(house, ref)).reaction).toBeNull();
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
    status: 'done',
    result: { decision: 'continue', reason: 'answered by phone' },
  });
});

test('continue after a hold closes the question and moves no step', async () => {
  const { ref, answer } = await aQuestion('formal-notice', null);
  await arrange(house, ref, (tx) => react(tx, 'promise'));
  await answer({ decision: 'continue' });
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({ status: 'planned', decided: false });
  expect(await invoiceRow(house, ref)).toMatchObject({ reaction: null, status: 'chasing' });
});

test('skip doesn’t leave out what the law asks for: the question stays', async () => {
  const ref = await aCase(house, { at: 'be-first-reminder', debtor: { kind: 'consumer', country: 'BE' } });
  const taskId = await aTask(house, ref, 'be-first-reminder', 'decide', {}, {});
  const answer = completeTask(house.store, { creditorId: 'roux', taskId }, { decision: 'skip', reason: 'x' }, ANNE);
  expect(await refusalOf(answer)).toMatchObject({ code: 'STEP_MANDATORY' });
  expect(await stepRow(house, ref, 'be-first-reminder')).not.toMatchObject({ status: 'skipped' });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'open' });
});

test('skip leaves out the step that asked, or the next one', async () => {
  const asked = await aQuestion('formal-notice', 'formal-notice');
  await asked.answer({ decision: 'skip', reason: 'an old customer' });
  expect(await stepRow(house, asked.ref, 'formal-notice')).toMatchObject({
    status: 'skipped',
    reason: 'an old customer',
  });
  const held = await aQuestion('third-reminder', null);
  await held.answer({ decision: 'skip' });
  expect(await stepRow(house, held.ref, 'third-reminder')).toMatchObject({
    status: 'skipped',
    reason: 'decided by Anne',
  });
});

test('hold pauses the case; the step that asked waits for its end', async () => {
  const { ref, answer } = await aQuestion('formal-notice', 'formal-notice');
  expect(await refusalOf(answer({ decision: 'hold', until: '2031-05-01' }))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/until'],
  });
  await answer({ decision: 'hold', until: '2031-03-20', reason: 'waits for a credit note' });
  expect(await house.db.hold.findMany({ where: ref })).toMatchObject([
    { kind: 'manual', until: '2031-03-20', thenDo: 'resume', note: 'waits for a credit note' },
  ]);
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({ status: 'planned' });
});

test.each([
  ['write-off', 'written-off'],
  ['irrecoverable', 'irrecoverable'],
] as const)('%s closes the case as %s', async (decision, outcome) => {
  const { ref, taskId, answer } = await aQuestion('formal-notice', 'formal-notice');
  await answer({ decision });
  expect(await invoiceRow(house, ref)).toMatchObject({
    status: 'closed',
    outcome,
    closedOn: '2031-03-03',
    writtenOffOn: '2031-03-03',
    writtenOffAs: outcome,
  });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'done' });
});

test('hand-over makes the case silent', async () => {
  const { ref, answer } = await aQuestion('formal-notice', 'formal-notice');
  await answer({ decision: 'hand-over', reason: 'agency' });
  expect(await invoiceRow(house, ref)).toMatchObject({
    status: 'handed-over',
    handedOverOn: '2031-03-03',
    nextStepKey: null,
  });
});

test('under a hold nothing goes on by a decision; it is resumed, or the case ends', async () => {
  const { ref, answer } = await aQuestion('formal-notice', null);
  await hold(house.store, ref, { reason: 'manual' }, ANNE);
  for (const decision of ['continue', 'skip'])
    expect(await refusalOf(answer({ decision }))).toMatchObject({ code: 'CASE_ON_HOLD' });
  await answer({ decision: 'write-off' });
  expect(await invoiceRow(house, ref)).toMatchObject({ status: 'closed' });
});

test('at the end of the course nothing follows, so going on is refused; a manager decides', async () => {
  const { ref, answer } = await aQuestion('legal-file', null, { endOfCourse: true }, { role: 'manager' });
  await house.db.step.updateMany({ where: { ...ref, key: 'legal-file' }, data: { status: 'done' } });
  expect(await refusalOf(answer({ decision: 'write-off' }))).toMatchObject({ code: 'MANAGER_REQUIRED' });
  for (const decision of ['continue', 'skip'])
    expect(await refusalOf(answer({ decision }, MARC))).toMatchObject({ code: 'VALIDATION', pointers: ['/decision'] });
  await answer({ decision: 'irrecoverable' }, MARC);
  expect(await invoiceRow(house, ref)).toMatchObject({ outcome: 'irrecoverable' });
});

test('a question about a hold can be closed after the last step: the end of the course asks its own', async () => {
  const { ref, answer } = await aQuestion('legal-file', null);
  await house.db.step.updateMany({ where: { ...ref, key: 'legal-file' }, data: { status: 'done' } });
  await answer({ decision: 'continue' });
  expect((await house.store.read(ref)).facts.waits).toEqual([]);
});

test.each([
  [{}, ['/decision']],
  [{ decision: 'perhaps' }, ['/decision']],
  [{ decision: 'continue', until: '2031-03-10' }, ['/until']],
  [{ decision: 'hold', until: '2031-03-32' }, ['/until']],
  [{ decision: 'continue', outcome: 'promise' }, ['/outcome']],
])('%j is no decision: %j', async (body, pointers) => {
  const { ref, taskId, answer } = await aQuestion('formal-notice', 'formal-notice');
  expect(await refusalOf(answer(body))).toMatchObject({ code: 'VALIDATION', pointers });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'open' });
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({ status: 'task-open' });
});

const anUnclearSending = async (): Promise<Asked & { key: string; messageId: string }> => {
  const asked = await aQuestion('first-reminder', null);
  const { ref } = asked;
  const key = `roux/${ref.invoiceId}/first-reminder/1`;
  const messageId = `m-${ref.invoiceId}`;
  await arrange(house, ref, async (tx) => {
    const when = new Date(tx.now);
    await tx.db.message.create({
      data: { ...someMessage(tx), id: messageId, reminderKey: key, stepKey: 'first-reminder', status: 'unclear' },
    });
    await tx.db.reminder.create({
      data: {
        key,
        ...ref,
        stepKey: 'first-reminder',
        n: 1,
        channel: 'email',
        level: 1,
        on: '2031-02-28',
        status: 'unclear',
        balanceMinor: 120_050n,
        messageId,
        reservedAt: when,
      },
    });
    await tx.db.step.updateMany({ where: { ...ref, key: 'first-reminder' }, data: { status: 'unclear' } });
    await tx.db.task.update({
      where: { id: asked.taskId },
      data: { stepKey: 'first-reminder', details: { unclear: { reminderKey: key, messageId } } },
    });
  });
  return { ...asked, key, messageId };
};

test('an unclear message that did go out does its step on the day of its sending', async () => {
  const { ref, key, messageId, answer } = await anUnclearSending();
  await answer({ decision: 'continue', reason: 'the provider’s log shows it' });
  expect(await house.db.reminder.findUniqueOrThrow({ where: { key } })).toMatchObject({ status: 'sent' });
  expect(await house.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ status: 'sent' });
  expect(await stepRow(house, ref, 'first-reminder')).toMatchObject({
    status: 'done',
    on: '2031-02-28',
    contact: true,
    channel: 'email',
    messageId,
  });
});

test('an unclear message that did not go out is made anew', async () => {
  const { ref, key, messageId, answer } = await anUnclearSending();
  await answer({ decision: 'skip' });
  expect(await house.db.reminder.findUniqueOrThrow({ where: { key } })).toMatchObject({ status: 'withdrawn' });
  expect(await house.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ status: 'withdrawn' });
  expect(await stepRow(house, ref, 'first-reminder')).toMatchObject({ status: 'due', contact: false });
});

test('about an unclear message only these two can be said', async () => {
  const { taskId, answer } = await anUnclearSending();
  expect(await refusalOf(answer({ decision: 'write-off' }))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/decision'],
  });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'open' });
});

test('an unclear answer that did not go out is pending again', async () => {
  const { answer, messageId, taskId } = await anUnclearSending();
  await house.db.message.update({ where: { id: messageId }, data: { reminderKey: null } });
  await house.db.task.update({ where: { id: taskId }, data: { stepKey: null, details: { unclear: { messageId } } } });
  await answer({ decision: 'skip' });
  expect(await house.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ status: 'pending' });
});
