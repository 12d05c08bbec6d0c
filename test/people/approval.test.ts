import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, reject } from '../../prisma/people/approval.ts';
import { completeTask } from '../../prisma/people/completeTask.ts';
import { openHold } from '../../prisma/people/openHold.ts';
import { stepView } from '../../prisma/people/stepView.ts';
import { closeCase } from '../../prisma/settle.ts';
import { withdrawStep } from '../../prisma/withdraw.ts';
import { aCase, aHouse, ANNE, arrange, MARC, stepRow, timelineTypes, type House } from './aHouse.ts';
import { aDraft, refusalOf } from './waiting.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.close());

const draftRow = (id: string) => house.db.draft.findUniqueOrThrow({ where: { id } });
const taskRow = (id: string) => house.db.task.findUniqueOrThrow({ where: { id } });

test('the approved draft is due at once and its task is done', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { draftId, taskId, sha256 } = await aDraft(house, ref, 'second-reminder');
  await approve(house.store, ref, 'second-reminder', { sha256 }, ANNE);
  expect(await draftRow(draftId)).toMatchObject({
    status: 'approved',
    approvedBy: 'Anne',
    editSubject: null,
    editMarkdown: null,
    personalLineState: null,
  });
  expect(await taskRow(taskId)).toMatchObject({ status: 'done', closedBy: 'Anne', result: { approved: true, sha256 } });
  expect(await stepRow(house, ref, 'second-reminder')).toMatchObject({ status: 'due' });
  expect(await timelineTypes(house, ref)).toContain('approved');
});

test('another hash than that of the draft as it is now is refused, and both are named', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { draftId, sha256 } = await aDraft(house, ref, 'second-reminder');
  const old = 'a'.repeat(64);
  const refused = await refusalOf(approve(house.store, ref, 'second-reminder', { sha256: old }, ANNE));
  expect(refused.code).toBe('DRAFT_STALE');
  expect(refused.message).toContain(old);
  expect(refused.message).toContain(sha256);
  expect(await draftRow(draftId)).toMatchObject({ status: 'open' });
});

test('a draft withdrawn, or none yet, is stale', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  expect(await refusalOf(approve(house.store, ref, 'second-reminder', { sha256: '' }, ANNE))).toMatchObject({
    code: 'DRAFT_STALE',
  });
  const { sha256 } = await aDraft(house, ref, 'second-reminder');
  await arrange(house, ref, (tx) => withdrawStep(tx, 'second-reminder', 'the amount owed changed', 'due'));
  const refused = await refusalOf(approve(house.store, ref, 'second-reminder', { sha256 }, ANNE));
  expect(refused.code).toBe('DRAFT_STALE');
  expect(refused.message).toContain('the amount owed changed');
});

test('what is approved is not approved again', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { sha256 } = await aDraft(house, ref, 'second-reminder');
  await approve(house.store, ref, 'second-reminder', { sha256 }, ANNE);
  expect(await refusalOf(approve(house.store, ref, 'second-reminder', { sha256 }, MARC))).toMatchObject({
    code: 'TASK_CLOSED',
  });
});

test('what needs a manager is approved by nobody else', async () => {
  const ref = await aCase(house, { at: 'formal-notice' });
  const { sha256 } = await aDraft(house, ref, 'formal-notice', { channel: 'registered-letter' });
  expect(await refusalOf(approve(house.store, ref, 'formal-notice', { sha256 }, ANNE))).toMatchObject({
    code: 'MANAGER_REQUIRED',
  });
  await approve(house.store, ref, 'formal-notice', { sha256 }, MARC);
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({ status: 'due' });
});

test('a consumer is reminded only after a person has looked, also where the strategy is automatic', async () => {
  const ref = await aCase(house, { at: 'first-reminder', debtor: { kind: 'consumer' } });
  const { sha256 } = await aDraft(house, ref, 'first-reminder');
  await approve(house.store, ref, 'first-reminder', { sha256 }, ANNE);
  expect(await stepRow(house, ref, 'first-reminder')).toMatchObject({ status: 'due' });
});

test('nothing is approved on hold, in a closed case, or of a settled or unknown step', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  expect(await refusalOf(approve(house.store, ref, 'first-reminder', { sha256: '' }, ANNE))).toMatchObject({
    code: 'STEP_SETTLED',
  });
  expect(await refusalOf(approve(house.store, ref, 'last-letter', { sha256: '' }, ANNE))).toMatchObject({
    code: 'NOT_FOUND',
  });
  await arrange(house, ref, (tx) => openHold(tx, { kind: 'dispute', until: null, thenDo: 'decide', note: null }));
  expect(await refusalOf(approve(house.store, ref, 'second-reminder', { sha256: '' }, ANNE))).toMatchObject({
    code: 'CASE_ON_HOLD',
  });
  await arrange(house, ref, (tx) => closeCase(tx, 'cancelled', { balanceMinor: 0 }));
  expect(await refusalOf(approve(house.store, ref, 'second-reminder', { sha256: '' }, ANNE))).toMatchObject({
    code: 'CASE_CLOSED',
  });
});

test('S0.1 a personal first contact leaves with a sentence that a person confirmed', async () => {
  const ref = await aCase(house, { strategy: 'five-days' });
  const { draftId, sha256 } = await aDraft(house, ref, 'first-contact', { personalLine: 'Merci pour votre accueil.' });
  expect(await refusalOf(approve(house.store, ref, 'first-contact', { sha256 }, ANNE))).toMatchObject({
    code: 'PERSONAL_LINE_REQUIRED',
    pointers: ['/personalLine'],
  });
  await approve(house.store, ref, 'first-contact', { sha256, personalLine: { confirmed: true } }, ANNE);
  expect(await draftRow(draftId)).toMatchObject({
    status: 'approved',
    personalLineState: 'confirmed',
    personalLine: 'Merci pour votre accueil.',
    editMarkdown: null,
  });
});

test('S0.1 a sentence of the approver takes the place of the drafted one in the text that leaves', async () => {
  const ref = await aCase(house, { strategy: 'five-days' });
  const markdown = 'Bonjour Mme Martin,\n\nMerci pour votre accueil \\!\n\nLa facture F-1 est due.\n';
  const { draftId, sha256 } = await aDraft(house, ref, 'first-contact', {
    markdown,
    personalLine: 'Merci pour votre accueil !',
  });
  await approve(
    house.store,
    ref,
    'first-contact',
    { sha256, personalLine: { text: '  Bravo pour votre nouvel atelier.  ' } },
    ANNE,
  );
  expect(await draftRow(draftId)).toMatchObject({
    personalLineState: 'written',
    personalLine: 'Bravo pour votre nouvel atelier.',
    editMarkdown: 'Bonjour Mme Martin,\n\nBravo pour votre nouvel atelier.\n\nLa facture F-1 est due.\n',
  });
});

test('a sentence without a drafted one comes right after the greeting; an empty one, or none to confirm, is refused', async () => {
  const ref = await aCase(house, { strategy: 'five-days' });
  const { draftId, sha256 } = await aDraft(house, ref, 'first-contact', {
    markdown: 'Bonjour,\n\nLa facture est due.\n',
  });
  for (const personalLine of [{ confirmed: true } as const, { text: '  ' }])
    expect(await refusalOf(approve(house.store, ref, 'first-contact', { sha256, personalLine }, ANNE))).toMatchObject({
      code: 'PERSONAL_LINE_REQUIRED',
    });
  await approve(house.store, ref, 'first-contact', { sha256, personalLine: { text: 'À bientôt au salon.' } }, ANNE);
  expect((await draftRow(draftId)).editMarkdown).toBe('Bonjour,\n\nÀ bientôt au salon.\n\nLa facture est due.\n');
});

test('an edited text is stored as it will leave', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { draftId, sha256 } = await aDraft(house, ref, 'second-reminder');
  await approve(house.store, ref, 'second-reminder', { sha256, edit: { markdown: 'Chère Madame, merci.' } }, ANNE);
  expect(await draftRow(draftId)).toMatchObject({
    status: 'approved',
    editSubject: null,
    editMarkdown: 'Chère Madame, merci.',
    sha256,
  });
});

test('an edited text that fails its checks changes nothing', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { draftId, sha256 } = await aDraft(house, ref, 'second-reminder');
  for (const edit of [{ markdown: 'Cher {{ debtor.name }}' }, { subject: '   ' }])
    expect(await refusalOf(approve(house.store, ref, 'second-reminder', { sha256, edit }, ANNE))).toMatchObject({
      code: 'WORDING_REFUSED',
      pointers: [`/edit/${Object.keys(edit)[0]}`],
    });
  const checks = async () => [{ pointer: '/edit/markdown', code: 'THREAT', detail: 'un huissier' }];
  const refused = await refusalOf(
    approve(house.store, ref, 'second-reminder', { sha256, edit: { markdown: 'Un huissier viendra.' } }, ANNE, checks),
  );
  expect(refused).toMatchObject({ code: 'WORDING_REFUSED', pointers: ['/edit/markdown'] });
  expect(await draftRow(draftId)).toMatchObject({ status: 'open', editMarkdown: null });
  // What nobody edited was checked when it was drafted.
  await approve(house.store, ref, 'second-reminder', { sha256 }, ANNE, checks);
});

test('a stale hash is said before the faults of the edited text', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  await aDraft(house, ref, 'second-reminder');
  expect(
    await refusalOf(
      approve(house.store, ref, 'second-reminder', { sha256: 'b'.repeat(64), edit: { markdown: '{{' } }, ANNE),
    ),
  ).toMatchObject({ code: 'DRAFT_STALE' });
});

test('a rejected draft is a skipped step that names who and why', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { draftId, taskId } = await aDraft(house, ref, 'second-reminder');
  await reject(house.store, ref, 'second-reminder', { reason: 'paid in cash' }, ANNE);
  expect(await draftRow(draftId)).toMatchObject({ status: 'rejected', withdrawnWhy: 'paid in cash' });
  expect(await taskRow(taskId)).toMatchObject({ status: 'done', result: { approved: false, reason: 'paid in cash' } });
  expect(await stepRow(house, ref, 'second-reminder')).toMatchObject({
    status: 'skipped',
    reason: 'rejected by Anne: paid in cash',
    contact: false,
  });
  expect(await refusalOf(reject(house.store, ref, 'second-reminder', { reason: 'again' }, ANNE))).toMatchObject({
    code: 'STEP_SETTLED',
  });
});

test('the approve task is completed by the same act, with the same refusals', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const { draftId, taskId, sha256 } = await aDraft(house, ref, 'second-reminder');
  const which = { creditorId: 'roux', taskId };
  expect(await refusalOf(completeTask(house.store, which, { sha256: 'c'.repeat(64) }, ANNE))).toMatchObject({
    code: 'DRAFT_STALE',
  });
  expect(await refusalOf(completeTask(house.store, which, { sha256, edit: { markdown: '{{' } }, ANNE))).toMatchObject({
    code: 'WORDING_REFUSED',
  });
  expect(await refusalOf(completeTask(house.store, which, {}, ANNE))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/sha256'],
  });
  expect(await completeTask(house.store, which, { sha256, outcome: null, edit: { subject: 'Facture' } }, ANNE)).toEqual(
    { ref, taskId, cases: [ref] },
  );
  expect(await draftRow(draftId)).toMatchObject({ status: 'approved', editSubject: 'Facture' });
  expect(await refusalOf(completeTask(house.store, which, { sha256 }, ANNE))).toMatchObject({ code: 'TASK_CLOSED' });
});

test('a step shows its newest draft, its task, and what another amount changed in the text', async () => {
  const ref = await aCase(house, { at: 'second-reminder' });
  const first = await aDraft(house, ref, 'second-reminder', { markdown: 'Vous devez 1 200,50 €.' });
  expect(await stepView(house.store, ref, 'second-reminder')).toMatchObject({
    step: { key: 'second-reminder', status: 'awaiting-approval', level: 2 },
    draft: { id: first.draftId, sha256: first.sha256, status: 'open', balanceMinor: 120_050, edit: null },
    previousDraft: null,
    task: { id: first.taskId, status: 'open' },
  });
  await arrange(house, ref, async (tx) => {
    await tx.db.creditNote.create({
      data: {
        ...tx.ref,
        id: 'CN',
        amountMinor: 20_050n,
        currency: 'EUR',
        issuedOn: tx.today,
        effect: 'from-start',
        request: {},
        recordedAt: new Date(tx.now),
      },
    });
    await withdrawStep(tx, 'second-reminder', 'the amount owed changed', 'due');
  });
  const second = await aDraft(house, ref, 'second-reminder', { markdown: 'Vous devez 1 000,00 €.' });
  expect(await stepView(house.store, ref, 'second-reminder')).toMatchObject({
    draft: { id: second.draftId },
    previousDraft: {
      before: { markdown: 'Vous devez 1 200,50 €.', balanceMinor: 120_050, sha256: first.sha256 },
      after: { markdown: 'Vous devez 1 000,00 €.', balanceMinor: 100_000, sha256: second.sha256 },
      why: 'the amount owed changed',
    },
    task: { id: second.taskId },
  });
});

test('a step without draft or task shows none', async () => {
  const ref = await aCase(house);
  expect(await stepView(house.store, ref, 'formal-notice')).toMatchObject({
    draft: null,
    previousDraft: null,
    task: null,
    step: { status: 'planned' },
  });
  expect(await refusalOf(stepView(house.store, ref, 'nothing'))).toMatchObject({ code: 'NOT_FOUND' });
});
