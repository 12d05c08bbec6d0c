import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import { waivesUntil } from '../../domain/claim/waiver.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import type { Reminder } from '../generated/client.ts';
import { markStep, settleStep, stepWhere } from '../steps.ts';
import { newId, sha256, type CaseTx } from '../store.ts';
import { picturesStored } from './attachments.ts';
import { recipientsOf } from './circumstances.ts';
import { fromLine, mailOf } from './mail.ts';
import type { Begun, Text, Work } from './work.ts';
import { reminderKey } from './reminderKey.ts';
import { mergeStatement } from './statement.ts';
import { giveUp } from './unclear.ts';

/** Resend keeps an idempotency key for 24 hours; one hour is left for clocks. */
export const RETRY_MS = 23 * 3_600_000;

/**
 * A reminder reserved by an earlier attempt: sent again with the same bytes under the same key; the next number only
 * when the ledger changed and the first surely did not leave; after 23 hours a person decides.
 */
export const openReservation = async (tx: CaseTx, work: Work): Promise<Begun | null> => {
  const reminder = await tx.db.reminder.findFirst({ where: { ...tx.ref, stepKey: work.step.key, status: 'reserved' } });
  if (!reminder?.messageId) return null;
  const message = await tx.db.message.findUniqueOrThrow({ where: { id: reminder.messageId } });
  const surelyUnsent = reminder.firstAttemptAt === null || message.failure?.startsWith('unsent') === true;
  const sameLedger = Number(reminder.balanceMinor) === work.facts.balanceMinor;
  // Never tried since: its printed days are those of its making all the same.
  const first = (reminder.firstAttemptAt ?? reminder.reservedAt).getTime();
  // The days that the law grants count from the sending: a first reminder doesn't leave with yesterday's.
  const overnight = work.step.key === BE_FIRST_REMINDER && reminder.on < work.today;
  if (surelyUnsent && (!sameLedger || overnight || tx.now - first > RETRY_MS)) {
    await withdrawReservation(tx, reminder);
    return null;
  }
  if (overnight || tx.now - first > RETRY_MS) {
    const since = overnight ? `since ${reminder.on}, from which its days count` : 'for 23 hours';
    await giveUp(tx, reminder, `no clear answer from the provider ${since}`);
    return { do: 'nothing', why: 'unclear' };
  }
  return { do: 'send', messageId: reminder.messageId };
};

export const withdrawReservation = async (tx: CaseTx, reminder: Reminder): Promise<void> => {
  await tx.db.reminder.update({
    where: { key: reminder.key },
    data: { status: 'withdrawn', settledAt: new Date(tx.now) },
  });
  if (reminder.messageId)
    await tx.db.message.update({ where: { id: reminder.messageId }, data: { status: 'withdrawn' } });
};

/** The case is settled: what surely did not leave is withdrawn, what may have left is on record as unclear. */
export const dropReservations = async (tx: CaseTx): Promise<void> => {
  for (const reminder of await tx.db.reminder.findMany({ where: { ...tx.ref, status: 'reserved' } })) {
    const message = reminder.messageId ? await tx.db.message.findUnique({ where: { id: reminder.messageId } }) : null;
    const attempted = reminder.firstAttemptAt !== null;
    if (!attempted || message?.failure?.startsWith('unsent')) await withdrawReservation(tx, reminder);
    else if (message?.failure) {
      await tx.db.reminder.update({
        where: { key: reminder.key },
        data: { status: 'unclear', settledAt: new Date(tx.now) },
      });
      await tx.db.message.update({ where: { id: message.id }, data: { status: 'unclear' } });
    }
  }
};

/** Reserves the reminder and stores the message as it will leave, written once; without a mail service it goes to the outbox in the same transaction. */
export const reserve = async (tx: CaseTx, work: Work, text: Text): Promise<Begun> => {
  const { step, parties, facts, today } = work;
  const { key, n } = await reminderKey(tx, step.key);
  const messageId = newId('msg');
  const at = new Date(tx.now);
  const toOutbox = parties.sending === 'off';
  const { inline, ...rendered } = text.rendered;
  const message = {
    id: messageId,
    creditorId: tx.ref.creditorId,
    invoiceId: tx.ref.invoiceId,
    debtorId: tx.invoice.debtorId,
    reminderKey: key,
    stepKey: step.key,
    kind: step.scope === 'debtor' ? 'statement' : 'reminder',
    template: text.template,
    language: text.language,
    status: toOutbox ? 'outbox' : 'pending',
    mode: toOutbox ? 'outbox' : null,
    ...rendered,
    fromLine: fromLine(parties.creditor),
    replyTo: parties.creditor.replyTo ?? null,
    recipients: [...recipientsOf(parties.debtor, step.level)],
    attachments: picturesStored(inline),
    unofficialRates: [...text.unofficialRates],
    // A text with a day of its own is a draft that a person released.
    context: { automatic: text.madeOn === undefined },
    createdAt: at,
    sentAt: toOutbox ? at : null,
  };
  const mime = await work.compose(mailOf(message));
  await tx.db.message.create({ data: { ...message, mime: new Uint8Array(mime), sha256: sha256(mime) } });
  await tx.db.reminder.create({
    data: {
      key,
      ...tx.ref,
      stepKey: step.key,
      n,
      channel: 'email',
      level: step.level,
      on: today,
      status: 'reserved',
      balanceMinor: BigInt(facts.balanceMinor),
      messageId,
      waivesUntil: waivesUntil(tx.plan, step, text.madeOn ?? today),
      reservedAt: at,
    },
  });
  await markStep(tx, step.key, 'due');
  if (!toOutbox) return { do: 'send', messageId };
  await reminderSent(tx, work, key, messageId);
  return { do: 'nothing', why: 'in the outbox' };
};

const writtenInstead = async (
  tx: CaseTx,
  { key, action }: Pick<PlannedStep, 'key' | 'action'>,
): Promise<string | null> => {
  if (action !== 'call' && action !== 'visit') return null;
  const { attempts } = await tx.db.step.findUniqueOrThrow({ where: stepWhere(tx, key) });
  return attempts > 0 ? 'nobody was reached: written instead' : 'no way to speak to anybody: written instead';
};

/** Records a reminder as really sent: the step is done on the day of its sending. */
export const reminderSent = async (
  tx: CaseTx,
  work: Pick<Work, 'step' | 'today'>,
  key: string,
  messageId: string,
): Promise<void> => {
  const { step, today } = work;
  await tx.db.reminder.update({ where: { key }, data: { status: 'sent', on: today, settledAt: new Date(tx.now) } });
  await tx.db.draft.updateMany({
    where: { ...tx.ref, stepKey: step.key, status: 'approved' },
    data: { status: 'sent' },
  });
  const reason = await writtenInstead(tx, step);
  await settleStep(tx, step.key, { status: 'done', on: today, contact: true, channel: 'email', messageId, reason });
  if (step.scope === 'debtor') await mergeStatement(tx, step, { messageId, channel: 'email' }, today);
};
