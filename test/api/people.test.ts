import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, anInvoice, euros, ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const announced = async (id: string) => {
  ok(
    await house.call(
      'POST',
      '/v1/invoices',
      anInvoice({ id, number: `NR-${id}`, debtor: { ...aDebtor, id: `debtor-${id}` } }),
    ),
    201,
  );
  house.told();
  return { creditorId: 'default', invoiceId: id };
};
const post = (path: string, body?: unknown, headers = {}) => house.call('POST', path, body, headers);

/** What a step waits for: the rows that the course writes when it hands a text to a person. */
const waitingDraft = async (id: string, sha256: string) => {
  const ref = { creditorId: 'default', invoiceId: id };
  await house.db.step.update({
    where: { creditorId_invoiceId_key: { ...ref, key: 'pre-reminder' } },
    data: { status: 'awaiting-approval' },
  });
  const text = { subject: 'Votre facture', markdown: 'Bonjour', text: 'Bonjour', html: '<p>Bonjour</p>' };
  const made = { madeOn: '2031-03-03', madeAt: new Date(await house.store.now()) };
  await house.db.draft.create({
    data: {
      ...ref,
      ...text,
      ...made,
      id: `draft_${id}`,
      stepKey: 'pre-reminder',
      n: 1,
      channel: 'email',
      template: 't',
      language: 'fr',
      recipients: [],
      attachments: [],
      sha256,
      balanceMinor: 120_050n,
      status: 'open',
    },
  });
  await house.db.task.create({
    data: {
      ...ref,
      id: `task_${id}`,
      stepKey: 'pre-reminder',
      kind: 'approve',
      title: 'Approve pre-reminder',
      details: {},
      role: 'person',
      openedOn: '2031-03-03',
      openedAt: made.madeAt,
      status: 'open',
    },
  });
};

test('hold and resume answer with the case, and tell it', async () => {
  const ref = await announced('HOLD');
  const held = ok(
    await post('/v1/invoices/HOLD/hold', { until: '2031-03-12', reason: 'reply', note: 'a répondu' }),
    200,
  );
  expect(held.case).toMatchObject({
    status: 'on-hold',
    hold: 'reply',
    holds: [{ until: '2031-03-12', by: 'Claire', thenDo: 'resume' }],
  });
  expect(house.told()).toEqual([ref]);
  expect((await post('/v1/invoices/HOLD/hold', { until: '2031-05-12' })).body.errors[0].pointer).toBe('/until');
  expect(ok(await post('/v1/invoices/HOLD/resume'), 200).case).toMatchObject({ status: 'chasing', holds: [] });
  expect((await post('/v1/invoices/HOLD/resume')).body).toMatchObject({ status: 409, code: 'HOLD_NOT_OPEN' });
});

test('a draft is read, approved by its hash, and by no other', async () => {
  await announced('APPROVE');
  const sha256 = 'b'.repeat(64);
  await waitingDraft('APPROVE', sha256);
  const step = ok(await house.call('GET', '/v1/invoices/APPROVE/steps/pre-reminder'));
  expect(step).toMatchObject({
    step: { status: 'awaiting-approval' },
    draft: { subject: 'Votre facture', sha256 },
    task: { kind: 'approve' },
  });
  const approve = (body: unknown) => post('/v1/invoices/APPROVE/steps/pre-reminder/approval', body);
  expect((await approve({ sha256: 'c'.repeat(64) })).body).toMatchObject({ status: 409, code: 'DRAFT_STALE' });
  expect((await approve({ sha256: 'short' })).body.errors[0].pointer).toBe('/sha256');
  expect((await approve({ sha256, edit: {} })).status).toBe(422);
  expect((await approve({ sha256, edit: { subject: '{{ number }}' } })).body).toMatchObject({
    status: 422,
    code: 'WORDING_REFUSED',
  });
  expect(ok(await approve({ sha256 }), 200).case.timetable[0].status).toBe('due');
  expect(await house.db.draft.findUnique({ where: { id: 'draft_APPROVE' } })).toMatchObject({
    status: 'approved',
    approvedBy: 'Claire',
  });
  expect((await approve({ sha256 })).body).toMatchObject({ status: 409, code: 'TASK_CLOSED' });
});

test('a draft is rejected with a reason: its step is skipped', async () => {
  await announced('REJECT');
  await waitingDraft('REJECT', 'd'.repeat(64));
  expect((await post('/v1/invoices/REJECT/steps/pre-reminder/rejection', {})).body.errors[0].pointer).toBe('/reason');
  const view = ok(await post('/v1/invoices/REJECT/steps/pre-reminder/rejection', { reason: 'déjà au téléphone' }), 200);
  expect(view.case.timetable[0]).toMatchObject({ status: 'skipped', reason: 'rejected by Claire: déjà au téléphone' });
});

test('any open step is skipped, a settled one is not', async () => {
  await announced('SKIP');
  expect(
    ok(await post('/v1/invoices/SKIP/steps/second-reminder/skip', { reason: 'bon client' }), 200).case.timetable.find(
      (row: { key: string }) => row.key === 'second-reminder',
    ),
  ).toMatchObject({ status: 'skipped', on: null });
  expect((await post('/v1/invoices/SKIP/steps/second-reminder/skip', { reason: 'encore' })).body.code).toBe(
    'STEP_SETTLED',
  );
  expect((await post('/v1/invoices/SKIP/steps/none/skip', { reason: 'x' })).status).toBe(404);
});

test('run is refused where it may not be, without asking the case', async () => {
  await announced('RUN');
  const run = (key: string) => post(`/v1/invoices/RUN/steps/${key}/run`);
  expect((await run('first-reminder')).body).toMatchObject({ status: 409, code: 'STEP_NOT_NEXT' });
  expect((await run('pre-reminder')).status).toBe(202);
  ok(await post('/v1/invoices/RUN/hold', {}), 200);
  expect((await run('pre-reminder')).body).toMatchObject({ status: 409, code: 'CASE_ON_HOLD' });
});

test('a talk is recorded with what its outcome needs', async () => {
  await announced('CALL');
  const incomplete = await post('/v1/invoices/CALL/calls', { outcome: 'dispute', reason: 'colis abîmé' });
  expect(incomplete.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/amount']);
  const talked = ok(
    await post('/v1/invoices/CALL/calls', {
      outcome: 'promise',
      on: '2031-03-10',
      amount: euros(120_050),
      means: 'transfer',
      spokeTo: 'Mme Martin',
    }),
    201,
  );
  expect(talked.case).toMatchObject({ status: 'on-hold' });
  expect(await house.db.call.findUnique({ where: { id: talked.callId } })).toMatchObject({
    outcome: 'promise',
    by: 'Claire',
    reached: true,
  });
});

test('tasks are listed, read, assigned, put off and completed', async () => {
  await announced('TASK');
  await waitingDraft('TASK', 'e'.repeat(64));
  const list = ok(await house.call('GET', '/v1/tasks?invoiceId=TASK&status=open&kind=approve'));
  expect(list).toMatchObject({
    data: [{ id: 'task_TASK', kind: 'approve', stepKey: 'pre-reminder' }],
    nextCursor: null,
  });
  expect(ok(await house.call('GET', '/v1/tasks/task_TASK'))).toMatchObject({
    invoice: { id: 'TASK', balance: euros(120_050) },
    debtor: { name: 'Dupont SA' },
  });
  expect(ok(await post('/v1/tasks/task_TASK/assignment', { owner: 'Anne', deputy: 'Marc' }))).toMatchObject({
    owner: 'Anne',
    deputy: 'Marc',
  });
  expect(ok(await post('/v1/tasks/task_TASK/snooze', { until: '2031-03-04' }))).toMatchObject({
    snoozedUntil: '2031-03-04',
  });
  expect(
    (await post('/v1/tasks/task_TASK/completion', { sha: 'e' })).body.errors.map(
      (error: { pointer: string }) => error.pointer,
    ),
  ).toContain('/sha');
  const done = ok(await post('/v1/tasks/task_TASK/completion', { sha256: 'e'.repeat(64) }), 200);
  expect(done).toMatchObject({ task: { status: 'done', closedBy: 'Claire' }, invoice: { id: 'TASK' } });
  expect((await post('/v1/tasks/task_TASK/completion', { sha256: 'e'.repeat(64) })).body.code).toBe('TASK_CLOSED');
  expect((await house.call('GET', '/v1/tasks/task_unknown')).status).toBe(404);
});

test('a refund task is completed by what was given back', async () => {
  await announced('BACK');
  ok(
    await post('/v1/invoices/BACK/payments', { id: 'too-much', amount: euros(130_050), receivedOn: '2031-03-03' }),
    201,
  );
  const [task] = ok(await house.call('GET', '/v1/tasks?invoiceId=BACK&kind=refund')).data;
  ok(await post(`/v1/tasks/${task.id}/completion`, { reference: 'VIR 77', on: '2031-03-03' }), 200);
  expect(ok(await house.call('GET', '/v1/payments/too-much')).refunds).toMatchObject([{ amount: euros(10_000) }]);
});
