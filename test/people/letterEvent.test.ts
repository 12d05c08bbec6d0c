import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { completeTask } from '../../prisma/people/completeTask.ts';
import { hold } from '../../prisma/people/hold.ts';
import { letterEvent, type LetterEventInput } from '../../prisma/people/letterEvent.ts';
import { aCase, aHouse, ANNE, MARC, stepRow, type House } from './aHouse.ts';
import { aLetter, refusalOf } from './waiting.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(() => house.on('2031-04-01'));
afterAll(() => house.close());

const happen = (documentId: string, event: LetterEventInput) =>
  letterEvent(house.store, { creditorId: 'roux', documentId }, event, ANNE);
const documentRow = (id: string) => house.db.document.findUniqueOrThrow({ where: { id } });

test('a letter posted as planned does its step on the posting day', async () => {
  const ref = await aCase(house, { at: 'formal-notice' });
  const { documentId, taskId, draftId } = await aLetter(house, ref, 'formal-notice', { printedDate: '2031-04-14' });
  expect(await happen(documentId, { kind: 'posted', on: '2031-04-01', trackingNumber: '1A' })).toEqual({ ref });
  expect(await documentRow(documentId)).toMatchObject({ postedOn: '2031-04-01', trackingNumber: '1A', voidedOn: null });
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({
    status: 'done',
    on: '2031-04-01',
    contact: true,
    channel: 'registered-letter',
    documentId,
  });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
    status: 'done',
    closedBy: 'Anne',
    result: { postedOn: '2031-04-01', trackingNumber: '1A' },
  });
  expect(await house.db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ status: 'sent' });
  expect(await house.db.reminder.findMany({ where: ref })).toMatchObject([
    {
      key: `roux/${ref.invoiceId}/formal-notice/1`,
      n: 1,
      channel: 'registered-letter',
      level: 3,
      on: '2031-04-01',
      status: 'sent',
      balanceMinor: 120_050n,
      documentId,
    },
  ]);
  expect((await house.store.read(ref)).facts.notice).toEqual({ postedOn: '2031-04-01', periodEndsOn: '2031-04-14' });
});

test('the first presentation, however it ended, is a fact of the case; a journey by post isn’t', async () => {
  const ref = await aCase(house, { at: 'formal-notice' });
  const { documentId } = await aLetter(house, ref, 'formal-notice', { printedDate: '2031-04-14' });
  await happen(documentId, { kind: 'posted', on: '2031-04-01' });
  const presentedOn = async () => (await house.store.read(ref)).facts.notice?.presentedOn;
  expect(await presentedOn()).toBeUndefined();
  house.on('2031-04-22');
  await happen(documentId, { kind: 'unclaimed', on: '2031-04-21' });
  expect(await presentedOn()).toBe('2031-04-21');
  await happen(documentId, { kind: 'presented', on: '2031-04-04' });
  expect(await presentedOn()).toBe('2031-04-04');
});

test('the same event again changes nothing; another posting day is refused', async () => {
  const ref = await aCase(house, { at: 'formal-notice' });
  const { documentId } = await aLetter(house, ref, 'formal-notice', { plannedPosting: '2031-04-03' });
  await happen(documentId, { kind: 'posted', on: '2031-04-01' });
  house.on('2031-04-02');
  await happen(documentId, { kind: 'posted', on: '2031-04-01' });
  expect(await house.db.reminder.count({ where: ref })).toBe(1);
  expect(await house.db.letterEvent.count({ where: { documentId } })).toBe(1);
  expect(await refusalOf(happen(documentId, { kind: 'posted', on: '2031-04-02' }))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/on'],
  });
});

test('a letter reported a day after its posting counts from the posting', async () => {
  const ref = await aCase(house, { at: 'formal-notice' });
  const { documentId } = await aLetter(house, ref, 'formal-notice');
  house.on('2031-04-02');
  await happen(documentId, { kind: 'posted', on: '2031-04-01' });
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({ status: 'done', on: '2031-04-01' });
});

test('a letter posted later than planned is void and made anew from the same approval', async () => {
  const ref = await aCase(house, { at: 'formal-notice' });
  const { documentId, taskId, draftId } = await aLetter(house, ref, 'formal-notice', { plannedPosting: '2031-04-01' });
  house.on('2031-04-02');
  await happen(documentId, { kind: 'posted', on: '2031-04-02' });
  expect(await documentRow(documentId)).toMatchObject({ postedOn: null, voidedOn: '2031-04-02' });
  expect((await documentRow(documentId)).voidedWhy).toContain('later than planned');
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({ status: 'due', contact: false });
  expect(await house.db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ status: 'approved' });
  expect(await house.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ status: 'withdrawn' });
  expect(await house.db.reminder.count({ where: ref })).toBe(0);
  await happen(documentId, { kind: 'posted', on: '2031-04-02' });
  expect(await refusalOf(happen(documentId, { kind: 'posted', on: '2031-04-01' }))).toMatchObject({
    code: 'LETTER_VOID',
  });
});

test('a letter withdrawn by a hold is not posted', async () => {
  const ref = await aCase(house, { at: 'formal-notice' });
  const { documentId } = await aLetter(house, ref, 'formal-notice');
  await hold(house.store, ref, { reason: 'manual' }, ANNE);
  const refused = await refusalOf(happen(documentId, { kind: 'posted', on: '2031-04-01' }));
  expect(refused.code).toBe('LETTER_VOID');
  expect(refused.message).toContain('on hold');
  expect(await house.db.letterEvent.count({ where: { documentId } })).toBe(0);
});

test.each(['2031-04-02', '2031-03-31', '2031-04-31'])(
  'a posting on %s, in the future or before the letter was made, is refused',
  async (on) => {
    const ref = await aCase(house, { at: 'formal-notice' });
    const { documentId } = await aLetter(house, ref, 'formal-notice', { plannedPosting: '2031-04-03' });
    expect(await refusalOf(happen(documentId, { kind: 'posted', on }))).toMatchObject({
      code: 'VALIDATION',
      pointers: ['/on'],
    });
  },
);

test('what the post says of a letter that nobody reported as posted is kept, and does no step', async () => {
  const ref = await aCase(house, { at: 'formal-notice' });
  const { documentId } = await aLetter(house, ref, 'formal-notice');
  await happen(documentId, { kind: 'presented', on: '2031-04-01' });
  expect(await house.db.letterEvent.findMany({ where: { documentId } })).toMatchObject([
    { kind: 'presented', on: '2031-04-01', by: 'Anne' },
  ]);
  expect(await stepRow(house, ref, 'formal-notice')).toMatchObject({ status: 'task-open' });
});

test('a document of no case keeps its events; an unknown one is not found', async () => {
  const base = {
    creditorId: 'roux',
    debtorId: 'nobody',
    kind: 'reminder-letter',
    filename: 'f',
    mediaType: 'm',
    bytes: Buffer.from(''),
    sha256: '',
    madeOn: '2031-04-01',
    madeAt: new Date(0),
  };
  await house.db.document.create({ data: { ...base, id: 'loose' } });
  expect(await happen('loose', { kind: 'posted', on: '2031-04-01' })).toEqual({ ref: null });
  await happen('loose', { kind: 'posted', on: '2031-04-01' });
  expect(await house.db.letterEvent.count({ where: { documentId: 'loose' } })).toBe(1);
  expect(await refusalOf(happen('loose', { kind: 'posted', on: '2031-04-02' }))).toMatchObject({ code: 'VALIDATION' });
  expect(await refusalOf(happen('lost', { kind: 'posted', on: '2031-04-01' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('completing the post-letter task posts the letter', async () => {
  const ref = await aCase(house, { strategy: 'close-contact', at: 'neutral-letter' });
  const { documentId, taskId } = await aLetter(house, ref, 'neutral-letter', {
    kind: 'neutral-letter',
    plannedPosting: '2031-04-02',
  });
  const which = { creditorId: 'roux', taskId };
  expect(await refusalOf(completeTask(house.store, which, { postedOn: '2031-04-02' }, MARC))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/postedOn'],
  });
  expect(await refusalOf(completeTask(house.store, which, { on: '2031-04-01' }, MARC))).toMatchObject({
    code: 'VALIDATION',
    pointers: ['/postedOn', '/on'],
  });
  await completeTask(house.store, which, { postedOn: '2031-04-01', trackingNumber: '1B' }, MARC);
  expect(await documentRow(documentId)).toMatchObject({ postedOn: '2031-04-01', trackingNumber: '1B' });
  expect(await stepRow(house, ref, 'neutral-letter')).toMatchObject({ status: 'done', channel: 'registered-letter' });
});
