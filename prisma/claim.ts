import type { CaseRef } from '../domain/caseRef.ts';
import type { Claim } from '../domain/claim/claim.ts';
import { sentFirstReminder } from '../domain/claim/firstReminder.ts';
import { keptOf, type Kept } from '../domain/claim/kept.ts';
import { day, earlier, type Day } from '../domain/day.ts';
import type { CaseFacts } from '../domain/facts.ts';
import { dayAt } from '../domain/instant.ts';
import { money } from '../domain/money.ts';
import { lawOf, type Plan } from '../domain/plan.ts';
import type { Invoice, Prisma } from './generated/client.ts';
import { shareOf } from './ledger/shares.ts';
import type { CreditorProfile } from './profiles.ts';

export type ClaimOf = {
  readonly invoice: Invoice;
  readonly plan: Plan;
  readonly facts: Pick<CaseFacts, 'steps'>;
  readonly creditor: Pick<CreditorProfile, 'imputation'>;
};

/** What the claim of one invoice depends on, from its rows: the same for messages, letters, API and pages. */
export const readClaim = async (
  db: Prisma.TransactionClient,
  { invoice, plan, facts, creditor }: ClaimOf,
): Promise<Claim> => {
  const ref = { creditorId: invoice.creditorId, invoiceId: invoice.id };
  const amount = money(Number(invoice.amountMinor), invoice.currency);
  const creditNotes = await creditNotesOf(db, invoice, plan);
  const dueOn = day(invoice.dueOn);
  return {
    law: lawOf(plan),
    policy: plan.accessories,
    amount,
    dueOn,
    ...(await moneyOf(db, invoice, plan, creditNotes)),
    creditNotes,
    imputation: creditor.imputation ?? 'principal-first',
    presentedOn: await presentedOn(db, ref, dueOn),
    firstReminder: sentFirstReminder(facts),
    waivers: await waiversOf(db, ref),
    toleranceMinor: plan.toleranceMinor,
    settledOn: SETTLED.includes(invoice.outcome ?? '') && invoice.closedOn !== null ? day(invoice.closedOn) : null,
  };
};

/** Outcomes after which nothing more is asked; what is written off is still owed. */
const SETTLED: readonly string[] = ['paid', 'credited', 'cancelled'];

type Dated = Claim['payments'];

/** A day after the one on which we were told counts as that one: the ledger counts it from then on, too. */
const countedOn = (said: string, recordedAt: Date, { timeZone }: Plan): Day =>
  earlier(day(said), dayAt(recordedAt.getTime(), timeZone));

const creditNotesOf = async (
  db: Prisma.TransactionClient,
  { creditorId, id }: Invoice,
  plan: Plan,
): Promise<Claim['creditNotes']> => {
  const notes = await db.creditNote.findMany({
    where: { creditorId, invoiceId: id },
    orderBy: [{ issuedOn: 'asc' }, { id: 'asc' }],
  });
  return notes.map((note) => ({
    on: countedOn(note.issuedOn, note.recordedAt, plan),
    amount: money(Number(note.amountMinor), note.currency),
    effect: note.effect === 'from-issue' ? 'from-issue' : 'from-start',
  }));
};

const moneyOf = async (
  db: Prisma.TransactionClient,
  { creditorId, id, currency, amountMinor }: Invoice,
  plan: Plan,
  creditNotes: Claim['creditNotes'],
): Promise<{ readonly payments: Dated; readonly refunds: Dated }> => {
  const allocations = await db.allocation.findMany({
    where: { creditorId, invoiceId: id },
    include: { payment: { include: { reversals: { orderBy: { recordedAt: 'asc' } } } } },
    orderBy: [{ recordedAt: 'asc' }, { source: 'asc' }, { paymentId: 'asc' }],
  });
  const credited = creditNotes.reduce((sum, { amount }) => sum + amount.minor, 0);
  const kept = keptOf(
    Number(amountMinor),
    credited,
    allocations.map(({ payment, amountMinor: minor }) => {
      const back = payment.reversals.map((row) => ({ kind: row.kind, on: day(row.on), minor: shareOf(row, id) }));
      return {
        on: countedOn(payment.receivedOn, payment.recordedAt, plan),
        minor: Number(minor),
        reversedMinor: back.filter(({ kind }) => kind === 'reversal').reduce((sum, one) => sum + one.minor, 0),
        refunds: back.filter((one) => one.kind === 'refund' && one.minor > 0),
      };
    }),
  );
  const amounts = (moved: Kept['payments']): Dated =>
    moved.map(({ on, minor }) => ({ on, amount: money(minor, currency) }));
  return { payments: amounts(kept.payments), refunds: amounts(kept.refunds) };
};

/** Printed days of what left; a message that may have left binds us, too. */
const waiversOf = async (db: Prisma.TransactionClient, ref: CaseRef): Promise<readonly Day[]> => {
  const reminders = await db.reminder.findMany({
    where: { ...ref, status: { in: ['sent', 'merged', 'unclear'] }, waivesUntil: { not: null } },
    select: { waivesUntil: true },
    orderBy: { waivesUntil: 'asc' },
  });
  return reminders.flatMap(({ waivesUntil }) => (waivesUntil === null ? [] : [day(waivesUntil)]));
};

/** Refused or unclaimed counts as presented (case.md, "Formal notice"). */
export const PRESENTED = ['presented', 'delivered', 'refused', 'unclaimed'];

/** One presented before the due day that now holds asked for nothing yet due. */
const presentedOn = async (db: Prisma.TransactionClient, ref: CaseRef, dueOn: Day): Promise<Day | null> => {
  const event = await db.letterEvent.findFirst({
    where: {
      kind: { in: PRESENTED },
      on: { gt: dueOn },
      document: { ...ref, printedDate: { not: null }, voidedOn: null },
    },
    orderBy: { on: 'asc' },
  });
  return event ? day(event.on) : null;
};
