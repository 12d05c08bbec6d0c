import type { Claim } from '../domain/claim/claim.ts';
import { day, type Day } from '../domain/day.ts';
import type { CaseFacts } from '../domain/facts.ts';
import type { FirstReminder } from '../domain/interest/belgianConsumer.ts';
import { money } from '../domain/money.ts';
import { lawOf, type Plan } from '../domain/plan.ts';
import { BE_FIRST_REMINDER } from '../domain/claim/firstReminder.ts';
import type { Invoice, Prisma } from './generated/client.ts';
import type { CreditorProfile } from './profiles.ts';

/** What the claim of one invoice depends on, from its rows: the same for messages, letters, API and pages. */
export const readClaim = async (
  db: Prisma.TransactionClient,
  invoice: Invoice,
  plan: Plan,
  facts: CaseFacts,
): Promise<Claim> => {
  const ref = { creditorId: invoice.creditorId, invoiceId: invoice.id };
  const { profile } = await db.creditor.findUniqueOrThrow({ where: { id: ref.creditorId } });
  const notes = await db.creditNote.findMany({ where: ref, orderBy: [{ issuedOn: 'asc' }, { id: 'asc' }] });
  const reminders = await db.reminder.findMany({
    where: { ...ref, status: { in: ['sent', 'merged'] }, waivesUntil: { not: null } },
    select: { waivesUntil: true },
  });
  return {
    law: lawOf(plan),
    policy: plan.accessories,
    amount: money(Number(invoice.amountMinor), invoice.currency),
    dueOn: day(invoice.dueOn),
    payments: await paymentsOf(db, invoice),
    creditNotes: notes.map((note) => ({
      on: day(note.issuedOn),
      amount: money(Number(note.amountMinor), note.currency),
      effect: note.effect === 'from-issue' ? 'from-issue' : 'from-start',
    })),
    imputation: (profile as unknown as CreditorProfile).imputation ?? 'principal-first',
    presentedOn: await presentedOn(db, ref),
    firstReminder: firstReminderOf(facts),
    waivers: reminders.flatMap(({ waivesUntil }) => (waivesUntil === null ? [] : [day(waivesUntil)])),
    toleranceMinor: plan.toleranceMinor,
  };
};

/** What of each payment stayed with us, oldest first: money that went back to the debtor was never paid. */
const paymentsOf = async (
  db: Prisma.TransactionClient,
  { creditorId, id, currency }: Invoice,
): Promise<Claim['payments']> => {
  const allocations = await db.allocation.findMany({
    where: { creditorId, invoiceId: id },
    include: { payment: { include: { reversals: { where: { kind: 'reversal' } } } } },
  });
  return allocations
    .map(({ payment, amountMinor }) => ({
      on: day(payment.receivedOn),
      amount: money(Number(amountMinor) - backOf(payment.reversals, id), currency),
    }))
    .filter(({ amount }) => amount.minor > 0)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const backOf = (reversals: readonly { readonly shares: Prisma.JsonValue }[], invoiceId: string): number =>
  reversals
    .flatMap(({ shares }) => shares as { invoiceId: string; amountMinor: number }[])
    .filter((share) => share.invoiceId === invoiceId)
    .reduce((back, { amountMinor }) => back + amountMinor, 0);

/** Refused or unclaimed counts as presented (case.md, "Formal notice"). */
const PRESENTED = ['presented', 'delivered', 'refused', 'unclaimed'];

const presentedOn = async (
  db: Prisma.TransactionClient,
  ref: { readonly creditorId: string; readonly invoiceId: string },
): Promise<Day | null> => {
  const event = await db.letterEvent.findFirst({
    where: { kind: { in: PRESENTED }, document: { ...ref, printedDate: { not: null }, voidedOn: null } },
    orderBy: { on: 'asc' },
  });
  return event ? day(event.on) : null;
};

const firstReminderOf = ({ steps }: CaseFacts): FirstReminder | null => {
  const sent = steps.find(({ key, status }) => key === BE_FIRST_REMINDER && status === 'done');
  if (!sent || sent.on === null) return null;
  return { sentOn: sent.on, channel: sent.channel === 'email' ? 'electronic' : 'postal' };
};
