import type { CaseRef } from '../../domain/caseRef.ts';
import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import { day, isDay, later, type Day } from '../../domain/day.ts';
import { dayAt } from '../../domain/instant.ts';
import { invalid, Refusal } from '../../domain/refusal.ts';
import type { Channel } from '../../domain/strategy.ts';
import { isSettled } from '../../domain/facts.ts';
import { factOf } from '../../domain/timetable.ts';
import type { Document, Prisma } from '../generated/client.ts';
import { markStep, settleStep } from '../steps.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { mergeStatement } from '../course/statement.ts';
import { newestDraft } from './approval.ts';
import { plannedStep } from './refusals.ts';
import { recordReminder } from './recordReminder.ts';

export type LetterEventInput = {
  readonly kind: 'posted' | 'presented' | 'delivered' | 'refused' | 'unclaimed' | 'unknown-address';
  readonly on: string;
  readonly trackingNumber?: string | null | undefined;
};

/**
 * Something happened to a letter; idempotent by kind and day. `posted` on the planned day or before does the step,
 * later the letter is void and made anew with new dates. Returns the letter's case, null when it has none.
 * @throws Refusal NOT_FOUND, LETTER_VOID, VALIDATION (on)
 */
export const letterEvent = async (
  store: Store,
  { creditorId, documentId }: { readonly creditorId: string; readonly documentId: string },
  event: LetterEventInput,
  actor: Actor,
): Promise<{ readonly ref: CaseRef | null }> => {
  const document = await store.db.document.findFirst({ where: { id: documentId, creditorId }, omit: { bytes: true } });
  if (!document)
    throw new Refusal('NOT_FOUND', `expected a document of creditor ${creditorId}, got the id ${documentId}`);
  if (document.invoiceId !== null) {
    const ref = { creditorId, invoiceId: document.invoiceId };
    await store.change(ref, actor, (tx) => letterHappened(tx, documentId, event));
    return { ref };
  }
  const { timeZone } = await store.db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const now = await store.now();
  refuseDay(event.on, dayAt(now, timeZone), '/on');
  await store.db.letterEvent.createMany({ data: [eventRow(documentId, event, now, actor)], skipDuplicates: true });
  return { ref: null };
};

/** The same under the case's lock; `pointer` = where the request says the day. */
export const letterHappened = async (
  tx: CaseTx,
  documentId: string,
  event: LetterEventInput,
  pointer = '/on',
): Promise<void> => {
  const { kind, on } = event;
  const known = await tx.db.letterEvent.findUnique({ where: { documentId_kind_on: { documentId, kind, on } } });
  if (known) return;
  const letter = await tx.db.document.findUniqueOrThrow({ where: { id: documentId }, omit: { bytes: true } });
  refuseDay(on, tx.today, pointer);
  if (kind === 'posted') refusePosting(letter, on, pointer);
  await tx.db.letterEvent.create({ data: eventRow(documentId, event, tx.now, tx.actor) });
  await tx.note(`letter-${kind}`, { documentId, on, trackingNumber: event.trackingNumber ?? null }, letter.stepKey);
  if (kind === 'posted') await posted(tx, letter, on as Day, event.trackingNumber ?? null);
};

type Letter = Omit<Document, 'bytes'>;

const refuseDay = (on: string, today: Day, pointer: string): void => {
  if (!isDay(on) || on > today) throw invalid(pointer, `expected a day up to today, ${today}, got ${on}`);
};

const refusePosting = (letter: Letter, on: string, pointer: string): void => {
  if (letter.voidedOn !== null)
    throw new Refusal(
      'LETTER_VOID',
      `expected a letter in force, this one is void since ${letter.voidedOn}: ${letter.voidedWhy ?? 'no reason recorded'}`,
    );
  if (letter.postedOn !== null)
    throw invalid(pointer, `expected the posting day already on record, ${letter.postedOn}, got ${on}`);
  if (on < letter.madeOn)
    throw invalid(pointer, `expected a day from ${letter.madeOn} on, when the letter was made, got ${on}`);
};

const posted = async (tx: CaseTx, letter: Letter, on: Day, trackingNumber: string | null): Promise<void> => {
  if (letter.plannedPosting !== null && on > letter.plannedPosting) return postedLate(tx, letter, on);
  await tx.db.document.update({ where: { id: letter.id }, data: { postedOn: on, trackingNumber } });
  await closePosting(tx, letter, 'done', { postedOn: on, trackingNumber });
  if (letter.stepKey !== null && !isSettled(factOf(await tx.facts(), letter.stepKey)))
    await stepDone(tx, letter, letter.stepKey, on);
};

/** Its printed date comes too soon after the posting: it counts for nothing and is written anew. */
const postedLate = async (tx: CaseTx, letter: Letter, on: Day): Promise<void> => {
  const why = `posted on ${on}, later than planned (${letter.plannedPosting}): its printed dates no longer hold`;
  await tx.db.document.update({ where: { id: letter.id }, data: { voidedOn: tx.today, voidedWhy: why } });
  await closePosting(tx, letter, 'withdrawn', { postedOn: on });
  await tx.note('letter-void', { documentId: letter.id, why }, letter.stepKey);
  if (letter.stepKey === null || isSettled(factOf(await tx.facts(), letter.stepKey))) return;
  const draft = await newestDraft(tx.db, tx.ref, letter.stepKey);
  // The wording was approved already; only its dates change.
  if (draft?.approvedBy) await tx.db.draft.update({ where: { id: draft.id }, data: { status: 'approved' } });
  await markStep(tx, letter.stepKey, 'due', why);
};

const stepDone = async (tx: CaseTx, letter: Letter, stepKey: string, on: Day): Promise<void> => {
  const draft = await newestDraft(tx.db, tx.ref, stepKey);
  const channel = letterChannel(tx, letter, stepKey, draft?.channel ?? null);
  if (draft?.status === 'approved') await tx.db.draft.update({ where: { id: draft.id }, data: { status: 'sent' } });
  const plannedOn = day(letter.plannedPosting ?? letter.madeOn);
  await recordReminder(tx, { stepKey, channel, on, documentId: letter.id, plannedOn });
  // Posted early, a first reminder still grants the days that it prints.
  const counted = stepKey === BE_FIRST_REMINDER ? later(on, plannedOn) : on;
  await settleStep(tx, stepKey, { status: 'done', on: counted, contact: true, channel, documentId: letter.id });
  const step = plannedStep(tx.plan, stepKey);
  if (step.scope === 'debtor') await mergeStatement(tx, step, { documentId: letter.id, channel: 'letter' }, on);
};

const letterChannel = (tx: CaseTx, letter: Letter, stepKey: string, drafted: string | null): Channel => {
  if (drafted === 'letter' || drafted === 'registered-letter') return drafted;
  const { action } = plannedStep(tx.plan, stepKey);
  return action === 'registered-letter' || letter.kind === 'formal-notice' ? 'registered-letter' : 'letter';
};

const closePosting = async (
  tx: CaseTx,
  letter: Letter,
  status: 'done' | 'withdrawn',
  result: Prisma.InputJsonObject,
): Promise<void> => {
  const ofStep = letter.stepKey === null ? [] : [{ stepKey: letter.stepKey }];
  await tx.db.task.updateMany({
    where: {
      ...tx.ref,
      kind: 'post-letter',
      status: 'open',
      OR: [{ details: { path: ['documentId'], equals: letter.id } }, ...ofStep],
    },
    data: { status, result, closedOn: tx.today, closedAt: new Date(tx.now), closedBy: tx.actor.name },
  });
};

const eventRow = (
  documentId: string,
  { kind, on, trackingNumber }: LetterEventInput,
  now: number,
  actor: Actor,
): Prisma.LetterEventCreateManyInput => ({
  documentId,
  kind,
  on,
  trackingNumber: trackingNumber ?? null,
  recordedAt: new Date(now),
  by: actor.name,
});
