import { money } from '../../domain/money.ts';
import type { Act } from '../../templates/letters/reports.ts';
import type { Call, Invoice, Prisma, Reminder } from '../generated/client.ts';
import { act } from './act.ts';

/** Calls and visits: those that did a step are reminders, others talks, and those that reached nobody attempts. */
export const talkActs = async (db: Prisma.TransactionClient, invoice: Invoice): Promise<Act[]> => {
  const ref = { creditorId: invoice.creditorId, invoiceId: invoice.id };
  const calls = await db.call.findMany({ where: ref, orderBy: { at: 'asc' } });
  const reminders = await db.reminder.findMany({
    where: { ...ref, status: 'sent', channel: { in: ['call', 'visit'] } },
  });
  return calls.map((call) => spoken(call, reminderOf(call, reminders)));
};

const reminderOf = ({ stepKey, on, reached }: Call, reminders: readonly Reminder[]): Reminder | null =>
  reached ? (reminders.find((reminder) => reminder.stepKey === stepKey && reminder.on === on) ?? null) : null;

const spoken = (call: Call, reminder: Reminder | null): Act => {
  const answers = call.answers as {
    readonly on?: string;
    readonly amount?: { readonly minor: number; readonly currency: string };
    readonly reason?: string;
    readonly proposal?: string;
  };
  return act({
    on: call.on,
    kind: reminder ? 'reminder' : call.reached ? 'talk' : 'attempt',
    channel: call.channel,
    step: call.stepKey,
    level: reminder?.level ?? null,
    to: call.spokeTo,
    result: call.outcome,
    about: [answers.reason, answers.proposal, call.summary].filter(Boolean).join(' · ') || null,
    amount: answers.amount ? money(answers.amount.minor, answers.amount.currency) : null,
    until: answers.on ?? null,
    by: call.by,
  });
};
