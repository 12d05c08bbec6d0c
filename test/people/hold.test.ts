import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextMove } from '../../domain/course.ts';
import { arrange, aCase, aHouse, ANNE, invoiceRow, stepRow, timelineTypes, type House } from './aHouse.ts';
import { aDraft, aTask, refusalOf } from './waiting.ts';
import { hold, resume } from '../../prisma/people/hold.ts';
import { skipStep } from '../../prisma/people/skipStep.ts';
import { checkRun } from '../../prisma/people/checkRun.ts';
import { closeCase } from '../../prisma/settle.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

test('a hold with an end goes on by itself afterwards', async () => {
  const ref = await aCase(house);
  const id = await hold(house.store, ref, { until: '2031-03-10', reason: 'manual', note: 'asked for time' }, ANNE);
  expect(await house.db.hold.findUniqueOrThrow({ where: { id } })).toMatchObject({
    kind: 'manual',
    until: '2031-03-10',
    thenDo: 'resume',
    note: 'asked for time',
    by: 'Anne',
    endedOn: null,
  });
  expect(await invoiceRow(house, ref)).toMatchObject({ status: 'on-hold', reaction: null });
});

test('a hold without an end lasts 30 days and then asks a person', async () => {
  const ref = await aCase(house);
  const id = await hold(house.store, ref, { reason: 'payment-announced' }, ANNE);
  expect(await house.db.hold.findUniqueOrThrow({ where: { id } })).toMatchObject({
    kind: 'payment-announced',
    until: '2031-04-02',
    thenDo: 'decide',
  });
});

test('a reply is remembered as a sign of life', async () => {
  const ref = await aCase(house);
  await hold(house.store, ref, { reason: 'reply', until: null }, ANNE);
  expect((await invoiceRow(house, ref)).reaction).toEqual({ on: '2031-03-03', kind: 'reply' });
});

test.each(['2031-03-02', '2031-04-03', '2031-02-30', 'soon'])('a hold until %s is refused', async (until) => {
  const ref = await aCase(house);
  expect(await refusalOf(hold(house.store, ref, { until, reason: 'manual' }, ANNE))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/until'],
  });
  expect(await house.db.hold.count({ where: ref })).toBe(0);
});

test.each(['2031-03-03', '2031-04-02'])('a hold until %s is granted', async (until) => {
  const ref = await aCase(house);
  await hold(house.store, ref, { until, reason: 'manual' }, ANNE);
  expect(await house.db.hold.count({ where: { ...ref, until } })).toBe(1);
});

test('a hold withdraws what waits for a person, to be made anew afterwards', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { draftId, taskId } = await aDraft(house, ref, 'second-reminder');
  await hold(house.store, ref, { reason: 'manual' }, ANNE);
  expect(await stepRow(house, ref, 'second-reminder')).toMatchObject({ status: 'planned' });
  expect(await house.db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({
    status: 'withdrawn',
    withdrawnWhy: 'on hold (manual)',
  });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
    status: 'withdrawn',
    closedBy: 'Anne',
  });
});

test('a sending whose fate nobody knows keeps its question during a hold', async () => {
  const ref = await aCase(house, { at: 'first-reminder' });
  const taskId = await aTask(house, ref, 'first-reminder', 'decide', {
    unclear: { reminderKey: 'k', messageId: null },
  });
  await house.db.step.updateMany({ where: { ...ref, key: 'first-reminder' }, data: { status: 'unclear' } });
  await hold(house.store, ref, { reason: 'manual' }, ANNE);
  expect(await stepRow(house, ref, 'first-reminder')).toMatchObject({ status: 'unclear' });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'open' });
});

test('resuming ends every hold', async () => {
  const ref = await aCase(house);
  await hold(house.store, ref, { reason: 'manual' }, ANNE);
  await hold(house.store, ref, { reason: 'reply', until: '2031-03-10' }, ANNE);
  await resume(house.store, ref, ANNE);
  expect(await house.db.hold.count({ where: { ...ref, endedOn: '2031-03-03', endedBy: 'Anne' } })).toBe(2);
  expect((await invoiceRow(house, ref)).status).toBe('chasing');
  expect(await timelineTypes(house, ref)).toEqual(['hold', 'hold', 'resumed']);
});

test('there is nothing to resume in a case that is not on hold', async () => {
  const ref = await aCase(house);
  expect(await refusalOf(resume(house.store, ref, ANNE))).toMatchObject({ code: 'HOLD_NOT_OPEN' });
});

test('a closed case is neither held, resumed, nor run, and its steps are not skipped', async () => {
  const ref = await aCase(house);
  await arrange(house, ref, (tx) => closeCase(tx, 'cancelled', { balanceMinor: 0 }));
  for (const request of [
    () => hold(house.store, ref, { reason: 'manual' }, ANNE),
    () => resume(house.store, ref, ANNE),
    () => skipStep(house.store, ref, 'first-reminder', { reason: 'no' }, ANNE),
    () => checkRun(house.store, ref, 'pre-reminder'),
  ])
    expect(await refusalOf(request())).toMatchObject({ code: 'CASE_CLOSED' });
});

test('a skipped step takes its draft and task with it', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { draftId, taskId } = await aDraft(house, ref, 'second-reminder');
  await skipStep(house.store, ref, 'second-reminder', { reason: 'he rang' }, ANNE);
  expect(await stepRow(house, ref, 'second-reminder')).toMatchObject({
    status: 'skipped',
    reason: 'he rang',
    contact: false,
    on: null,
  });
  expect(await house.db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ status: 'withdrawn' });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'withdrawn' });
});

test('a step further on can be skipped, a settled or unknown one cannot', async () => {
  const ref = await aCase(house, { at: 'first-reminder' });
  await skipStep(house.store, ref, 'formal-notice', { reason: 'an old customer' }, ANNE);
  expect(await refusalOf(skipStep(house.store, ref, 'formal-notice', { reason: 'again' }, ANNE))).toMatchObject({
    code: 'STEP_SETTLED',
  });
  expect(await refusalOf(skipStep(house.store, ref, 'last-call', { reason: 'x' }, ANNE))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('only the next step can be run', async () => {
  const ref = await aCase(house, { at: 'first-reminder' });
  await checkRun(house.store, ref, 'first-reminder');
  const refused = await refusalOf(checkRun(house.store, ref, 'second-reminder'));
  expect(refused.code).toBe('STEP_NOT_NEXT');
  expect(refused.message).toContain('next step, first-reminder');
  expect(await refusalOf(checkRun(house.store, ref, 'unknown'))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a step that waits for a person is not run, it is approved or done', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  await aDraft(house, ref, 'second-reminder');
  const refused = await refusalOf(checkRun(house.store, ref, 'second-reminder'));
  expect(refused.code).toBe('STEP_NOT_NEXT');
  expect(refused.message).toContain('approve or reject its draft');
});

test('an open question of the case comes before its next step', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const taskId = await aTask(house, ref, null, 'decide');
  const refused = await refusalOf(checkRun(house.store, ref, 'second-reminder'));
  expect(refused).toMatchObject({ code: 'STEP_NOT_NEXT' });
  expect(refused.message).toContain(taskId);
});

test('nothing is run on hold, after a hand-over or at the end of the course', async () => {
  const ref = await aCase(house, { at: 'legal-file' });
  await hold(house.store, ref, { reason: 'manual' }, ANNE);
  expect(await refusalOf(checkRun(house.store, ref, 'legal-file'))).toMatchObject({ code: 'CASE_ON_HOLD' });
  await resume(house.store, ref, ANNE);
  await skipStep(house.store, ref, 'legal-file', { reason: 'too small' }, ANNE);
  expect(await refusalOf(checkRun(house.store, ref, 'legal-file'))).toMatchObject({ code: 'STEP_NOT_NEXT' });
  await house.db.invoice.updateMany({ where: { id: ref.invoiceId }, data: { handedOverOn: '2031-03-03' } });
  expect(await refusalOf(checkRun(house.store, ref, 'legal-file'))).toMatchObject({ code: 'STEP_NOT_NEXT' });
});

test('the legal file waits for the end of the period that the notice granted', async () => {
  const ref = await aCase(house, { at: 'legal-file' });
  await arrange(house, ref, async (tx) => {
    const letter = {
      ...tx.ref,
      debtorId: tx.invoice.debtorId,
      filename: 'f',
      mediaType: 'm',
      bytes: Buffer.from(''),
      sha256: '',
      madeAt: new Date(tx.now),
    };
    await tx.db.document.create({
      data: {
        ...letter,
        id: `notice-${ref.invoiceId}`,
        stepKey: 'formal-notice',
        kind: 'formal-notice',
        madeOn: '2031-03-03',
        postedOn: '2031-03-03',
        printedDate: '2031-03-14',
      },
    });
  });
  expect(await refusalOf(checkRun(house.store, ref, 'legal-file'))).toMatchObject({ code: 'LEGAL_WAIT' });
  house.on('2031-03-19');
  await checkRun(house.store, ref, 'legal-file');
  house.on('2031-03-03');
});

test('the workflow sleeps through a hold until its end', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  await hold(house.store, ref, { until: '2031-03-10', reason: 'manual' }, ANNE);
  const { plan, facts } = await house.store.read(ref);
  expect(nextMove(plan, facts, await house.store.now())).toMatchObject({ do: 'end-hold', day: '2031-03-10' });
});
