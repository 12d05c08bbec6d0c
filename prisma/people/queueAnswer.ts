import type { Prisma } from '../generated/client.ts';
import type { DebtorProfile } from '../profiles.ts';
import { newId, type CaseTx } from '../store.ts';
import { debtorProfile, hasEmail } from './contacts.ts';

export type Answer = {
  readonly kind: 'call-summary' | 'invoice-copy';
  readonly stepKey: string | null;
  readonly context: Prisma.InputJsonObject;
  /** An address that the debtor has just given for it. */
  readonly to?: string | null;
};

/**
 * Queues a written answer: it isn't a reminder and leaves at once, also on hold; the sending renders it.
 * Returns the message's id, null (with a line in the timeline) when it can't or mustn't be written.
 */
export const queueAnswer = async (tx: CaseTx, { kind, stepKey, context, to }: Answer): Promise<string | null> => {
  const profile = await debtorProfile(tx);
  const obstacle = obstacleTo(tx, profile, to ?? null);
  if (obstacle !== null) {
    await tx.note(`${kind}-not-sent`, { ...context, why: obstacle }, stepKey);
    return null;
  }
  const id = newId('message');
  await tx.db.message.create({
    data: {
      id,
      ...tx.ref,
      debtorId: tx.invoice.debtorId,
      reminderKey: null,
      // Belongs to no step: what becomes of it moves none.
      stepKey: null,
      kind,
      template: `common/${kind}`,
      language: profile.language,
      status: 'pending',
      subject: '',
      markdown: '',
      text: '',
      html: '',
      fromLine: '',
      recipients: [],
      attachments: [],
      sha256: '',
      context: to ? { ...context, to } : context,
      createdAt: new Date(tx.now),
    },
  });
  await tx.note(`${kind}-queued`, { ...context, messageId: id }, stepKey);
  return id;
};

/** Writes an answer that reached nobody once more, as a message of its own; a reminder is its step's to repeat. */
export const answerAgain = async (tx: CaseTx, messageId: string): Promise<void> => {
  const failed = await tx.db.message.findFirst({
    where: { id: messageId, ...tx.ref, reminderKey: null, status: 'failed' },
  });
  if (!failed) return;
  const { to: _, ...context } = failed.context as { to?: string; callId?: string };
  const id = await queueAnswer(tx, { kind: failed.kind as Answer['kind'], stepKey: null, context });
  if (id !== null)
    await tx.db.call.updateMany({ where: { ...tx.ref, summaryMessageId: messageId }, data: { summaryMessageId: id } });
};

const obstacleTo = (tx: CaseTx, profile: DebtorProfile, to: string | null): string | null => {
  if (tx.invoice.handedOverOn !== null) return 'the case is handed over: nothing is written to the debtor';
  if (profile.doNotContact) return 'the debtor is not to be contacted';
  return to === null && !hasEmail(profile) ? 'no e-mail address is known' : null;
};
