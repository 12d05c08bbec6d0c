import { invalid } from '../../domain/refusal.ts';
import { nextBusinessDay } from '../../domain/calendar.ts';
import { later, type Day } from '../../domain/day.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import { calendarOf } from '../../domain/timetable.ts';
import type { Prisma } from '../generated/client.ts';
import { react } from '../settle.ts';
import { settleStep, stepWhere } from '../steps.ts';
import { newId, type CaseTx } from '../store.ts';
import { closeTask } from '../tasks.ts';
import { withdrawStep } from '../withdraw.ts';
import { countAttempt } from './attempt.ts';
import { correctContact } from './contacts.ts';
import { queueAnswer } from './queueAnswer.ts';
import { recordReminder } from './recordReminder.ts';
import type { CallOutcome } from '../../domain/outcome.ts';
import type { TalkBody } from './talkBody.ts';
import { takeEffect } from './talkEffects.ts';
import { checkNeeds, daySpokenOf, isAttempt, isMisdirected } from './talkNeeds.ts';

/** A call or visit as it was, and the step and task that it does, if any. */
export type Talk = {
  readonly said: TalkBody;
  readonly step: PlannedStep | null;
  readonly taskId: string | null;
  readonly channel: 'call' | 'visit';
};

/** To these nothing is written: they owe nothing, or are spoken to only through others. */
export const UNWRITTEN: readonly CallOutcome[] = ['not-debtor', 'insolvency', 'debt-relief', 'deceased'];

/** Records a talk with all that follows from its outcome. Returns the id of the record. */
export const talk = async (tx: CaseTx, { said, step, taskId, channel }: Talk): Promise<string> => {
  const facts = await tx.facts();
  checkNeeds(tx, step, said);
  const on = dayOfTalk(tx, facts, said, step);
  const reached = !isAttempt(said.outcome) && !isMisdirected(said.outcome);
  if (isAttempt(said.outcome) && step) await countAttempt(tx, { step, taskId, channel, on, outcome: said.outcome });
  const callId = await record(tx, { said, step, taskId, channel }, on, reached);
  if (isMisdirected(said.outcome)) await askAgain(tx, said, step, taskId, callId);
  if (!reached) return callId;
  if (step) await stepSpoken(tx, step, channel, on);
  if (taskId !== null) await closeTask(tx, taskId, 'done', { outcome: said.outcome, callId });
  // Contentment asks for no answer.
  if (said.outcome !== 'satisfied') await react(tx, said.outcome);
  await takeEffect(tx, said, step, callId);
  await summarise(tx, said, step, callId);
  return callId;
};

/** Today, or the earlier day on which it was done by hand: not before the reminder that precedes it. */
const dayOfTalk = (tx: CaseTx, facts: CaseFacts, said: TalkBody, step: PlannedStep | null): Day => {
  const on = daySpokenOf(said) === null ? (said.on ?? tx.today) : tx.today;
  if (on > tx.today) throw invalid('/on', `expected the day of the talk, up to today, ${tx.today}, got ${on}`);
  const previous = step && previousReminder(facts);
  if (previous && on < previous)
    throw invalid('/on', `expected a day from ${previous} on, that of the previous reminder, got ${on}`);
  return on;
};

const previousReminder = (facts: CaseFacts): Day | null =>
  [...facts.priorReminders, ...facts.steps.filter(({ contact }) => contact)].reduce<Day | null>(
    (last, { on }) => (last === null || on === null ? (last ?? on) : later(last, on)),
    null,
  );

const record = async (
  tx: CaseTx,
  { said, step, taskId, channel }: Talk,
  on: Day,
  reached: boolean,
): Promise<string> => {
  const id = newId('call');
  const { outcome, contactId, spokeTo, notes, summary } = said;
  await tx.db.call.create({
    data: {
      id,
      ...tx.ref,
      stepKey: step?.key ?? null,
      taskId,
      channel,
      outcome,
      reached,
      contactId: contactId ?? null,
      spokeTo: spokeTo ?? null,
      notes: notes ?? null,
      summary: summary ?? null,
      answers: answersOf(said, (await tx.facts()).balanceMinor, tx.invoice.currency),
      on,
      at: new Date(tx.now),
      by: tx.actor.name,
    },
  });
  await tx.note('call', { callId: id, outcome, reached, channel, on }, step?.key ?? null);
  return id;
};

/** What was said besides the columns, under one name for each thing; money without an amount is meant to be all that is owed. */
const answersOf = (said: TalkBody, balanceMinor: number, currency: string): Prisma.InputJsonObject => {
  const { reason, means, trackingNumber, address, contact, proposal, satisfied, invoiceReceived } = said;
  const whole =
    said.outcome === 'cheque-posted' || said.outcome === 'paid-already' ? { minor: balanceMinor, currency } : null;
  const told = {
    on: daySpokenOf(said),
    amount: said.amount ?? whole,
    reason,
    means,
    trackingNumber,
    address,
    contact,
    proposal,
    satisfied,
    invoiceReceived,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value != null)) as Prisma.InputJsonObject;
};

/** The number was wrong: the same call is made again, to the right person, on the next business day. */
const askAgain = async (
  tx: CaseTx,
  said: TalkBody,
  step: PlannedStep | null,
  taskId: string | null,
  callId: string,
): Promise<void> => {
  if (said.contact) await correctContact(tx, said.contact, said.contactId ?? null);
  if (taskId !== null) await closeTask(tx, taskId, 'withdrawn', { outcome: said.outcome, callId });
  if (!step) return;
  await withdrawStep(tx, step.key, `${said.outcome}: to be made again to the right person`, 'planned');
  const notBefore = nextBusinessDay(calendarOf(tx.plan, step), tx.today);
  await tx.db.step.update({ where: stepWhere(tx, step.key), data: { notBefore } });
};

const stepSpoken = async (tx: CaseTx, step: PlannedStep, channel: 'call' | 'visit', on: Day): Promise<void> => {
  // A draft for the same step has lost its object.
  await tx.db.draft.updateMany({
    where: { ...tx.ref, stepKey: step.key, status: { in: ['open', 'approved'] } },
    data: { status: 'withdrawn', withdrawnWhy: 'spoken to instead' },
  });
  const other = await tx.db.task.findMany({
    where: { ...tx.ref, stepKey: step.key, status: 'open', kind: { notIn: ['call', 'visit'] } },
    select: { id: true },
  });
  for (const { id } of other) await closeTask(tx, id, 'withdrawn', { why: 'spoken to instead' });
  await recordReminder(tx, { stepKey: step.key, channel, on });
  await settleStep(tx, step.key, { status: 'done', on, contact: true, channel });
};

/** What was said is confirmed in writing at once (S3.6). */
const summarise = async (tx: CaseTx, said: TalkBody, step: PlannedStep | null, callId: string): Promise<void> => {
  if (UNWRITTEN.includes(said.outcome)) return;
  const summaryMessageId = await queueAnswer(tx, {
    kind: 'call-summary',
    stepKey: step?.key ?? null,
    context: { callId },
  });
  await tx.db.call.update({ where: { id: callId }, data: { summaryMessageId } });
};
