import { invalid } from '../../domain/refusal.ts';
import { z } from 'zod';
import { day } from '../../domain/day.ts';
import { isSettled } from '../../domain/facts.ts';
import type { Channel } from '../../domain/strategy.ts';
import { factOf } from '../../domain/timetable.ts';
import type { Task } from '../generated/client.ts';
import { markStep, settleStep } from '../steps.ts';
import type { CaseTx } from '../store.ts';
import { closeTask } from '../tasks.ts';
import type { DecideBody } from './completionBodies.ts';

const Unclear = z.object({ unclear: z.object({ reminderKey: z.string().nullish(), messageId: z.string().nullish() }) });

/** A sending whose fate nobody knows, and that must not simply be tried again. */
export type UnclearSending = { readonly reminderKey: string | null; readonly messageId: string | null };

/** What a task asks about, null when it asks something else. */
export const unclearSending = ({ details }: Pick<Task, 'details'>): UnclearSending | null => {
  const read = Unclear.safeParse(details);
  return read.success
    ? { reminderKey: read.data.unclear.reminderKey ?? null, messageId: read.data.unclear.messageId ?? null }
    : null;
};

/** `continue`: it did go out, the step is done. `skip`: it did not, it is made again under the next number. */
export const decideUnclear = async (
  tx: CaseTx,
  task: Task,
  sending: UnclearSending,
  { decision, reason }: DecideBody,
): Promise<void> => {
  if (decision !== 'continue' && decision !== 'skip')
    throw invalid('/decision', `expected continue (the message did go out) or skip (it did not), got ${decision}`);
  const wentOut = decision === 'continue';
  await closeTask(tx, task.id, 'done', { decision, reason: reason ?? null, wentOut });
  await tx.note('unclear-decided', { ...sending, wentOut }, task.stepKey);
  if (sending.messageId !== null) await settleMessage(tx, sending.messageId, sending.reminderKey === null, wentOut);
  if (sending.reminderKey !== null) await settleReminder(tx, sending.reminderKey, sending.messageId, wentOut);
};

/** An answer (no reminder) that didn't go out is pending again, as if it were new. */
const settleMessage = async (tx: CaseTx, id: string, isAnswer: boolean, wentOut: boolean): Promise<void> => {
  const message = await tx.db.message.findFirst({
    where: { id, ...tx.ref, status: { in: ['unclear', 'failed', 'pending'] } },
  });
  if (!message) return;
  const at = new Date(tx.now);
  const { attemptedAt: _, ...context } = message.context as { attemptedAt?: string };
  const again = { status: 'pending', failure: null, context: { ...context, pendingSince: at.toISOString() } };
  const unsent = isAnswer ? again : { status: 'withdrawn' };
  await tx.db.message.update({ where: { id }, data: wentOut ? { status: 'sent', sentAt: at } : unsent });
};

const settleReminder = async (tx: CaseTx, key: string, messageId: string | null, wentOut: boolean): Promise<void> => {
  const reminder = await tx.db.reminder.update({
    where: { key },
    data: { status: wentOut ? 'sent' : 'withdrawn', settledAt: new Date(tx.now) },
  });
  if (isSettled(factOf(await tx.facts(), reminder.stepKey))) return;
  if (!wentOut) return markStep(tx, reminder.stepKey, 'due', 'the message did not go out');
  const { stepKey, channel, on, documentId } = reminder;
  await settleStep(tx, stepKey, {
    status: 'done',
    on: day(on),
    contact: true,
    channel: channel as Channel,
    messageId,
    documentId,
  });
};
