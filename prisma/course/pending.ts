import type { PlannedStep } from '../../domain/strategy.ts';
import type { Prisma } from '../generated/client.ts';
import type { CaseTx } from '../store.ts';
import { callWords } from './callWords.ts';
import { readParties, recipientsOf } from './circumstances.ts';
import { sha256Of } from './hash.ts';
import type { Begun } from './perform.ts';
import type { Wording } from './wording.ts';
import { wordingContext } from './wordingContext.ts';

/** Renders a written answer (call summary, invoice copy) once and stores its bytes; without a mail service it goes to the outbox. */
export const fillPending = async (tx: CaseTx, messageId: string, wording: Wording): Promise<Begun> => {
  const message = await tx.db.message.findUniqueOrThrow({ where: { id: messageId } });
  if (message.status !== 'pending') return { do: 'nothing', why: message.status };
  if (message.sha256 !== '') return { do: 'send', messageId };
  const facts = await tx.facts();
  const parties = await readParties(tx);
  const { callId } = message.context as { callId?: string };
  const call = callId ? await tx.db.call.findUnique({ where: { id: callId } }) : null;
  const step = answeredStep(tx, call?.stepKey ?? message.stepKey);
  const words = call ? { call: callWords(call, facts.currency, tx.plan.timeZone) } : {};
  const context = await wordingContext(tx, facts, parties, { step, channel: 'email', today: tx.today, ...words });
  const rendered = wording.message(message.template, context);
  const recipients = recipientsOf(parties.debtor, 0);
  const toOutbox = parties.sending === 'off' || recipients.length === 0;
  const at = new Date(tx.now);
  await tx.db.message.update({
    where: { id: messageId },
    data: {
      ...rendered,
      fromLine: `${parties.creditor.name} <${parties.creditor.email}>`,
      replyTo: parties.creditor.replyTo ?? null,
      recipients: recipients as unknown as Prisma.InputJsonArray,
      sha256: sha256Of({ ...rendered, recipients }),
      ...(toOutbox ? { status: 'outbox', mode: 'outbox', sentAt: at } : {}),
    },
  });
  await tx.note('answered', { messageId, kind: message.kind }, step.key);
  return toOutbox ? { do: 'nothing', why: 'in the outbox' } : { do: 'send', messageId };
};

/** The step that was talked about, else the first: its announcements are what a summary may repeat. */
const answeredStep = (tx: CaseTx, key: string | null): PlannedStep => {
  const step = tx.plan.steps.find((candidate) => candidate.key === key) ?? tx.plan.steps[0];
  if (!step) throw new RangeError('expected a plan with steps');
  return step;
};
