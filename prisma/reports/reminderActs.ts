import type { Act } from '../../templates/letters/reports.ts';
import type { Document, Invoice, LetterEvent, Message, Prisma, Reminder } from '../generated/client.ts';
import type { Recipient } from '../course/circumstances.ts';
import { act, amountIn, dayIn } from './act.ts';

type Letter = Omit<Document, 'bytes'> & { readonly events: readonly LetterEvent[] };

/** Reminders as they were really made, what was written besides, and what became of the letters. */
export const reminderActs = async (db: Prisma.TransactionClient, invoice: Invoice): Promise<Act[]> => {
  const ref = { creditorId: invoice.creditorId, invoiceId: invoice.id };
  const reminders = await db.reminder.findMany({
    where: { ...ref, status: { in: ['sent', 'merged', 'unclear'] } },
    orderBy: [{ on: 'asc' }, { reservedAt: 'asc' }],
  });
  const messages = await db.message.findMany({
    where: { OR: [ref, { id: { in: reminders.flatMap(({ messageId }) => messageId ?? []) } }] },
    orderBy: { createdAt: 'asc' },
  });
  const letters = await db.document.findMany({
    where: {
      voidedOn: null,
      OR: [ref, { id: { in: reminders.flatMap(({ documentId }) => documentId ?? []) } }],
    },
    omit: { bytes: true },
    include: { events: { orderBy: [{ on: 'asc' }, { recordedAt: 'asc' }] } },
  });
  const said = reminders.filter(({ channel }) => channel !== 'call' && channel !== 'visit');
  return [
    ...earlier(invoice),
    ...said.map((reminder) => written(invoice, reminder, messages, letters)),
    ...messages
      .filter(({ reminderKey, sentAt }) => reminderKey === null && sentAt !== null)
      .map((message) => answer(invoice, message)),
    ...letters.flatMap(eventsOf),
  ];
};

/** Sent by hand or by another program before the invoice was announced; nothing of them is stored but this. */
const earlier = ({ priorReminders }: Invoice): Act[] =>
  (priorReminders as { on: string; channel: string; level: number }[]).map(({ on, channel, level }) =>
    act({ on, kind: 'earlier-reminder', channel, level }),
  );

const written = (
  invoice: Invoice,
  { on, channel, stepKey, level, status, balanceMinor, messageId, documentId }: Reminder,
  messages: readonly Message[],
  letters: readonly Letter[],
): Act => {
  const message = messages.find(({ id }) => id === messageId) ?? null;
  const letter = letters.find(({ id }) => id === documentId) ?? null;
  return act({
    on,
    kind: 'reminder',
    channel,
    step: stepKey,
    level,
    to: message ? addresses(message) : null,
    // A statement for several invoices left under another one's name.
    result: status === 'sent' ? (message?.status ?? 'posted') : status,
    about: message?.subject ?? null,
    amount: amountIn(invoice, balanceMinor),
    proof: {
      messageId,
      documentId,
      documentNumber: letter?.number ?? null,
      sha256: message?.sha256 ?? letter?.sha256 ?? null,
      postedOn: letter?.postedOn ?? null,
      presentedOn: presentedOn(letter),
      trackingNumber: letter?.trackingNumber ?? null,
    },
  });
};

const answer = (invoice: Invoice, message: Message): Act =>
  act({
    on: dayIn(invoice, message.sentAt ?? message.createdAt),
    kind: 'answer',
    channel: 'email',
    to: addresses(message),
    result: message.status,
    about: message.subject,
    proof: { ...NOTHING, messageId: message.id, sha256: message.sha256 },
  });

const addresses = ({ recipients }: Message): string =>
  (recipients as unknown as readonly Recipient[]).map(({ name, address }) => `${name} <${address}>`).join(', ');

/** Refused or unclaimed counts as presented (case.md, "Formal notice"). */
const PRESENTED: readonly string[] = ['presented', 'delivered', 'refused', 'unclaimed'];

const presentedOn = (letter: Letter | null): string | null =>
  letter?.events.find(({ kind }) => PRESENTED.includes(kind))?.on ?? null;

/** Its posting is the reminder itself. */
const eventsOf = ({ events, number, id, sha256, postedOn, stepKey }: Letter): Act[] =>
  events
    .filter(({ kind }) => kind !== 'posted')
    .map(({ on, kind, by, trackingNumber }) =>
      act({
        on,
        kind: 'letter-event',
        step: stepKey,
        result: kind,
        by,
        proof: { ...NOTHING, documentId: id, documentNumber: number, sha256, postedOn, trackingNumber },
      }),
    );

const NOTHING: NonNullable<Act['proof']> = {
  messageId: null,
  documentId: null,
  documentNumber: null,
  sha256: null,
  postedOn: null,
  presentedOn: null,
  trackingNumber: null,
};
