import type { PlannedStep } from '../../domain/strategy.ts';
import { WordingRefused } from '../../templates/wordingFault.ts';
import type { Message } from '../generated/client.ts';
import { sha256, type CaseTx } from '../store.ts';
import { picturesStored } from './attachments.ts';
import { callWords } from './callWords.ts';
import { readParties, recipientsOf } from './circumstances.ts';
import { fromLine, mailOf } from './mail.ts';
import type { Begun, Work } from './work.ts';
import { openTask } from '../tasks.ts';
import { withOwnTexts } from '../wordings/withOwnTexts.ts';
import type { Rendered } from './wording.ts';
import { unofficialIn } from './unofficial.ts';
import { refusedDetails } from './refusedDetails.ts';
import { wordingContext } from './wordingContext.ts';

/** Renders a written answer (call summary, invoice copy) once and stores its bytes; without a mail service it goes to the outbox. */
export const fillPending = async (
  tx: CaseTx,
  messageId: string,
  { wording, compose }: Pick<Work, 'wording' | 'compose'>,
): Promise<Begun> => {
  const message = await tx.db.message.findUniqueOrThrow({ where: { id: messageId } });
  if (message.status !== 'pending') return { do: 'nothing', why: message.status };
  if (message.sha256 !== '') return { do: 'send', messageId };
  const facts = await tx.facts();
  const parties = await readParties(tx);
  const { callId, to } = message.context as { callId?: string; to?: string };
  const call = callId ? await tx.db.call.findUnique({ where: { id: callId } }) : null;
  const step = answeredStep(tx, call?.stepKey ?? message.stepKey);
  const words = call ? { call: callWords(call, facts.currency, tx.plan.timeZone) } : {};
  const context = await wordingContext(tx, facts, parties, { step, channel: 'email', today: tx.today, ...words });
  const text = await renderedOr(() =>
    withOwnTexts(tx, step.key, context, (given) => wording.message(message.template, given)),
  );
  if ('refused' in text) return refuse(tx, message, text.refused);
  const { inline, ...rendered } = text.rendered;
  const recipients = to
    ? [{ name: call?.spokeTo ?? parties.debtor.name, address: to, copy: false }]
    : [...recipientsOf(parties.debtor, 0)];
  const toOutbox = parties.sending === 'off' || recipients.length === 0;
  const at = new Date(tx.now);
  const filled = {
    ...rendered,
    fromLine: fromLine(parties.creditor),
    replyTo: parties.creditor.replyTo ?? null,
    recipients,
    attachments: picturesStored(inline),
    unofficialRates: unofficialIn(rendered, context),
  };
  const mime = await compose(mailOf({ ...message, ...filled, createdAt: at }));
  await tx.db.message.update({
    where: { id: messageId },
    data: {
      ...filled,
      mime: new Uint8Array(mime),
      sha256: sha256(mime),
      ...(toOutbox ? { status: 'outbox', mode: 'outbox', sentAt: at } : {}),
    },
  });
  await tx.note('answered', { messageId, kind: message.kind }, step.key);
  return toOutbox ? { do: 'nothing', why: 'in the outbox' } : { do: 'send', messageId };
};

type Text = { readonly rendered: Rendered } | { readonly refused: WordingRefused };

/** What a person wrote into the record may contain what must not be sent: that is his to mend, not a fault to repeat. */
const renderedOr = async (render: () => Promise<Rendered>): Promise<Text> => {
  try {
    return { rendered: await render() };
  } catch (error) {
    if (error instanceof WordingRefused) return { refused: error };
    throw error;
  }
};

const refuse = async (tx: CaseTx, message: Message, refused: WordingRefused): Promise<Begun> => {
  await tx.db.message.update({ where: { id: message.id }, data: { status: 'failed', failure: refused.message } });
  await openTask(tx, {
    kind: 'decide',
    title: `write to the debtor by hand: the ${message.kind} was refused`,
    details: { ...refusedDetails(refused), messageId: message.id },
    blocking: false,
  });
  return { do: 'nothing', why: 'the wording was refused' };
};

/**
 * The step that was talked about, else the strategy's first: its announcements are what a summary may repeat. What a
 * free first reminder says belongs to no other text.
 */
const answeredStep = (tx: CaseTx, key: string | null): PlannedStep => {
  const step =
    tx.plan.steps.find((candidate) => candidate.key === key) ?? tx.plan.steps.find(({ mandatory }) => !mandatory);
  if (!step) throw new RangeError('expected a plan with steps');
  return step;
};
