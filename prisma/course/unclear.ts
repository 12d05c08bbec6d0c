import type { Message, Reminder } from '../generated/client.ts';
import { markStep } from '../steps.ts';
import type { CaseTx } from '../store.ts';
import { openTask } from '../tasks.ts';
import { ANSWER_WITHIN, within } from './within.ts';

/** Nobody knows whether the message left: no retry, a person decides (`unclear`). */
export const giveUp = async (tx: CaseTx, reminder: Reminder, why: string): Promise<void> => {
  await tx.db.reminder.update({
    where: { key: reminder.key },
    data: { status: 'unclear', settledAt: new Date(tx.now) },
  });
  if (reminder.messageId)
    await tx.db.message.update({ where: { id: reminder.messageId }, data: { status: 'unclear', failure: why } });
  await markStep(tx, reminder.stepKey, 'unclear', why);
  await openTask(tx, {
    kind: 'decide',
    stepKey: reminder.stepKey,
    title: `did the message of ${reminder.stepKey} go out?`,
    details: { question: why, unclear: { reminderKey: reminder.key, messageId: reminder.messageId } },
    deadline: within(tx, tx.today, ANSWER_WITHIN, 'escalate'),
  });
};

/** The same of an answer (call summary, invoice copy), which no step waits for. */
export const giveUpAnswer = async (tx: CaseTx, message: Message, why: string): Promise<void> => {
  await tx.db.message.update({ where: { id: message.id }, data: { status: 'unclear', failure: why } });
  await openTask(tx, {
    kind: 'decide',
    title: `did the ${message.kind} go out?`,
    details: { question: why, unclear: { reminderKey: null, messageId: message.id } },
    blocking: false,
  });
};
