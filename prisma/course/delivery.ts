import { day } from '../../domain/day.ts';
import { legalWait } from '../../domain/claim/firstReminder.ts';
import { isSettled } from '../../domain/facts.ts';
import { dayAt } from '../../domain/instant.ts';
import { factOf } from '../../domain/timetable.ts';
import type { Message, Reminder } from '../generated/client.ts';
import { markStep } from '../steps.ts';
import { sha256, type CaseTx } from '../store.ts';
import { openTask } from '../tasks.ts';
import { readParties } from './circumstances.ts';
import { mailOf, type Compose, type Mail } from './mail.ts';
import { ADDRESS_WITHIN, within } from './within.ts';
import { dropReservations, reminderSent, RETRY_MS, withdrawReservation } from './reservation.ts';
import { giveUp, giveUpAnswer } from './unclear.ts';

/** A message as it leaves: the stored bytes, the key under which it may be sent once. */
export type Outgoing = Omit<Mail, 'messageId' | 'date'> & {
  readonly messageId: string;
  readonly key: string;
  /** The whole message as it is stored (RFC 5322). */
  readonly mime: Uint8Array;
  readonly sending: string;
};

/** What this machine can send with; asked before an attempt is put on record. */
export type Equipment = {
  /** `keyed` = the service knows a key again, so that the same bytes may be tried twice; `plain` = it doesn't. */
  readonly mailer: 'keyed' | 'plain' | null;
  readonly testRecipient: boolean;
  readonly compose: Compose;
};

/** Asks the facts once more right before the network call; null = it must not leave (any more). */
export const startAttempt = async (
  tx: CaseTx,
  messageId: string,
  equipment: Equipment,
): Promise<Outgoing | 'unequipped' | null> => {
  const message = await tx.db.message.findUniqueOrThrow({ where: { id: messageId } });
  if (message.status !== 'pending') return null;
  const reminder = message.reminderKey
    ? await tx.db.reminder.findUniqueOrThrow({ where: { key: message.reminderKey } })
    : null;
  const facts = await tx.facts();
  if (reminder && (facts.closed || facts.handedOverOn || facts.holds.length > 0)) return null;
  if (reminder && legalWait(facts, reminder.stepKey, tx.today) !== null) return null;
  // Money came between reserving and sending, and surely nothing has left: the step is written anew with what is owed now.
  const unsent = reminder?.firstAttemptAt === null || message.failure?.startsWith('unsent') === true;
  if (reminder && unsent && Number(reminder.balanceMinor) !== facts.balanceMinor) {
    await withdrawReservation(tx, reminder);
    return null;
  }
  const { sending } = await readParties(tx);
  if (sending === 'off') return switchedOff(tx, message, reminder);
  if (!reminder && tx.now - pendingSince(message) > RETRY_MS) return answerGivenUp(tx, message);
  if (!equipment.mailer || (sending === 'test' && !equipment.testRecipient)) return 'unequipped';
  // An attempt that never reported back may have left; one that surely didn't counts for nothing any more.
  const attempted = reminder ? reminder.firstAttemptAt !== null : attemptsOf(message).attemptedAt !== undefined;
  const interrupted = attempted && message.failure === null;
  if (equipment.mailer === 'plain' && attempted && !message.failure?.startsWith('unsent'))
    return unclearBefore(tx, message, reminder);
  const failure = interrupted
    ? 'unknown: an earlier attempt never reported back'
    : message.failure?.startsWith('unsent')
      ? null
      : message.failure;
  const mime = message.mime ?? new Uint8Array(await equipment.compose(mailOf(message)));
  const attempts = reminder ? {} : { context: { ...attemptsOf(message), attemptedAt: new Date(tx.now).toISOString() } };
  await tx.db.message.update({
    where: { id: messageId },
    // One reserved before messages were kept whole is written down now, as it leaves.
    data: { failure, ...attempts, ...(message.mime ? {} : { mime, sha256: sha256(mime) }) },
  });
  if (reminder)
    await tx.db.reminder.update({
      where: { key: reminder.key },
      data: { firstAttemptAt: reminder.firstAttemptAt ?? new Date(tx.now) },
    });
  const { date: _, ...content } = mailOf(message);
  const key = message.reminderKey ?? `${tx.ref.creditorId}/${message.id}`;
  return { ...content, messageId, key, mime, sending };
};

type Attempts = { readonly attemptedAt?: string; readonly pendingSince?: string };

/** An answer has no reminder that says when it was tried. */
const attemptsOf = ({ context }: Message): Attempts => context as Attempts;

const pendingSince = (message: Message): number =>
  Date.parse(attemptsOf(message).pendingSince ?? message.createdAt.toISOString());

/** A service that knows no keys would send it twice: what may have left isn't tried again. */
const unclearBefore = async (tx: CaseTx, message: Message, reminder: Reminder | null): Promise<null> => {
  const why = message.failure ?? 'unknown: an earlier attempt never reported back';
  await (reminder ? giveUp(tx, reminder, why) : giveUpAnswer(tx, message, why));
  return null;
};

/** Sending was switched off meanwhile: what surely didn't leave goes to the outbox, anything else is a person's question. */
const switchedOff = async (tx: CaseTx, message: Message, reminder: Reminder | null): Promise<null> => {
  if (reminder?.firstAttemptAt != null && !message.failure?.startsWith('unsent')) {
    await giveUp(tx, reminder, 'sending was switched off while it was being tried');
    return null;
  }
  await tx.db.message.update({
    where: { id: message.id },
    data: { status: 'outbox', mode: 'outbox', failure: null, sentAt: new Date(tx.now) },
  });
  const step = tx.plan.steps.find(({ key }) => key === message.stepKey);
  if (reminder && step) await reminderSent(tx, { step, today: tx.today }, reminder.key, message.id);
  return null;
};

/** A written answer isn't tried for ever: a person sees that it didn't go out. */
const answerGivenUp = async (tx: CaseTx, message: Message): Promise<null> => {
  await tx.db.message.update({
    where: { id: message.id },
    data: { status: 'failed', failure: message.failure ?? 'not sent within 23 hours' },
  });
  await askForAddress(tx, message, 'not sent within 23 hours');
  return null;
};

/** The provider took it. A payment in the meantime doesn't undo what left. */
export const recordSent = async (
  tx: CaseTx,
  messageId: string,
  mode: 'test' | 'sent',
  providerId: string,
): Promise<void> => {
  const message = await tx.db.message.update({
    where: { id: messageId },
    data: { status: 'sent', mode, providerId, failure: null, sentAt: new Date(tx.now) },
  });
  const step = tx.plan.steps.find(({ key }) => key === message.stepKey);
  if (!message.reminderKey || !step) return;
  await reminderSent(tx, { step, today: day(dayAt(tx.now, tx.plan.timeZone)) }, message.reminderKey, messageId);
};

/** It may pass later; `unsent` = surely nothing left, `unknown` = nobody can tell. */
export const recordFailure = async (
  tx: CaseTx,
  messageId: string,
  kind: 'unsent' | 'unknown',
  reason: string,
): Promise<void> => {
  const { failure } = await tx.db.message.findUniqueOrThrow({ where: { id: messageId } });
  // Once nobody can tell, a later refusal doesn't make it sure.
  if (!failure?.startsWith('unknown'))
    await tx.db.message.update({ where: { id: messageId }, data: { failure: `${kind}: ${reason}` } });
  if ((await tx.facts()).closed) await dropReservations(tx);
};

/** Nobody can tell, and the service couldn't tell a second attempt from a second message: a person decides at once. */
export const recordUnclear = async (tx: CaseTx, messageId: string, reason: string): Promise<void> => {
  const why = `unknown: ${reason}`;
  const message = await tx.db.message.update({ where: { id: messageId }, data: { failure: why } });
  if (!message.reminderKey) return giveUpAnswer(tx, message, why);
  if ((await tx.facts()).closed) return dropReservations(tx);
  const reminder = await tx.db.reminder.findUniqueOrThrow({ where: { key: message.reminderKey } });
  if (reminder.status === 'reserved') await giveUp(tx, reminder, why);
};

/** The provider will never take it: a wrong address goes to a person, anything else is unclear. */
export const recordRefusal = async (
  tx: CaseTx,
  messageId: string,
  kind: 'address' | 'other',
  reason: string,
): Promise<void> => {
  const message = await tx.db.message.update({ where: { id: messageId }, data: { status: 'failed', failure: reason } });
  if (!message.reminderKey || !message.stepKey) return askForAddress(tx, message, reason);
  const reminder = await tx.db.reminder.findUniqueOrThrow({ where: { key: message.reminderKey } });
  await withdrawReservation(tx, reminder);
  await tx.db.message.update({ where: { id: messageId }, data: { status: 'failed' } });
  if (isSettled(factOf(await tx.facts(), message.stepKey))) return undefined;
  if (kind === 'other') return giveUp(tx, reminder, reason);
  await markStep(tx, message.stepKey, 'task-open', `address refused: ${reason}`);
  return askForAddress(tx, message, reason);
};

const askForAddress = async (tx: CaseTx, message: Message, reason: string): Promise<void> => {
  await openTask(tx, {
    kind: 'fix-address',
    stepKey: message.stepKey,
    title: `mend the debtor's email${message.stepKey ? ` for ${message.stepKey}` : ''}`,
    details: { missing: 'email', channel: 'email', messageId: message.id, reason },
    blocking: message.stepKey !== null,
    deadline: message.stepKey === null ? null : within(tx, tx.today, ADDRESS_WITHIN, 'fallback'),
  });
};
