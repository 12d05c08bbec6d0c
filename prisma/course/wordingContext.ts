import { onOrAfter } from '../../domain/calendar.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import { money } from '../../domain/money.ts';
import { lawOf } from '../../domain/plan.ts';
import { overlay } from '../../domain/overlay.ts';
import { paymentReference } from '../../domain/references.ts';
import { noticePeriodEnd, sendingInstant, timetable } from '../../domain/timetable.ts';
import type { Channel, PlannedStep } from '../../domain/strategy.ts';
import type { CallWords, HistoryWords, WordingContext } from '../../templates/context.ts';
import { enclosuresOf, greetingOf } from '../../templates/enclosures.ts';
import type { Call } from '../generated/client.ts';
import type { CaseTx } from '../store.ts';
import { claimWords } from './claimWords.ts';
import { languageOf } from '../../templates/language.ts';
import { contactFor, type Parties } from './circumstances.ts';
import { openInvoicesOf } from './openInvoices.ts';
import { lastTalk } from './callWords.ts';
import { creditorWords, debtorWords, invoiceWords } from './partyWords.ts';

/** Steps whose text recalls what was agreed in the last talk. */
const RECALLS: readonly string[] = ['email-reminder', 'follow-up-call'];

export type Speaking = {
  readonly step: PlannedStep;
  readonly channel: Channel;
  readonly today: Day;
  readonly noticeNumber?: string;
  readonly call?: CallWords;
  readonly personalLine?: string | null;
  /** The day of the statement; absent = today. */
  readonly statedOn?: Day;
};

/** The facts that wording may speak of, gathered for one step (or the step that an answer belongs to). */
export const wordingContext = async (
  tx: CaseTx,
  facts: CaseFacts,
  parties: Parties,
  speaking: Speaking,
): Promise<WordingContext> => {
  const { creditor, debtor } = parties;
  const { step, channel, today } = speaking;
  const invoice = await tx.db.invoice.findUniqueOrThrow({
    where: { creditorId_id: { creditorId: tx.ref.creditorId, id: tx.ref.invoiceId } },
  });
  const contact = contactFor(debtor, channel);
  const grantedDays = step.grants?.kind === 'notice' ? step.grants.days : null;
  const history = await historyWords(tx);
  const plannedPosting = onOrAfter(tx.plan.creditorCalendar, today);
  return {
    today,
    language: languageOf(debtor.language),
    law: lawOf(tx.plan).country,
    creditor: creditorWords(creditor),
    debtor: debtorWords(debtor),
    contact: {
      name: contact?.name ?? null,
      greeting: greetingOf(contact?.name ?? null),
      email: contact?.email ?? null,
      phone: contact?.phone ?? null,
    },
    sender: {
      name: creditor.signatory?.name ?? creditor.name,
      role: creditor.signatory?.role ?? null,
      email: creditor.replyTo ?? creditor.email,
      phone: creditor.phone ?? null,
    },
    invoice: invoiceWords(invoice),
    balance: money(facts.balanceMinor, facts.currency),
    ...(await claimWords(tx, invoice, facts, speaking)),
    ...(await ledgerWords(tx, facts.currency)),
    payment: {
      iban: creditor.iban ?? null,
      bic: creditor.bic ?? null,
      reference: paymentReference(creditor.country, invoice.number),
    },
    bank: { through: today },
    announces: overlay(tx.plan, step).announces,
    accessories: tx.plan.accessories,
    level: step.level,
    stepId: step.id,
    repetition: Number(/:(\d+)$/.exec(step.key)?.[1] ?? 1),
    channel,
    payBy: step.grants?.kind === 'pay-by' ? addDays(today, step.grants.days) : null,
    noticeOn: expectedNotice(tx, facts, step, today),
    notice:
      grantedDays === null
        ? null
        : {
            number: speaking.noticeNumber ?? '',
            plannedPosting,
            deadline: noticePeriodEnd(tx.plan, plannedPosting, grantedDays),
            grantedDays,
          },
    history,
    terms: debtor.terms
      ? {
          reference: debtor.terms.reference,
          paymentClause: debtor.terms.paymentClause ?? null,
          interestClause: debtor.terms.interestClause ?? null,
          retentionOfTitle: debtor.terms.retentionOfTitle ?? false,
          acceptedOn: debtor.terms.acceptedOn ?? null,
        }
      : null,
    personalLine: speaking.personalLine ?? null,
    openInvoices: step.scope === 'debtor' ? await openInvoicesOf(tx, today) : [],
    call: speaking.call ?? (RECALLS.includes(step.id) ? await lastTalk(tx, facts.currency) : null),
    own: {},
    enclosures: channel === 'registered-letter' ? enclosuresOf(invoice.number, history) : [],
  };
};

const ledgerWords = async (tx: CaseTx, currency: string): Promise<Pick<WordingContext, 'payments' | 'creditNotes'>> => {
  const allocations = await tx.db.allocation.findMany({ where: tx.ref, include: { payment: true } });
  const notes = await tx.db.creditNote.findMany({ where: tx.ref, orderBy: { issuedOn: 'asc' } });
  const payments = allocations.map(({ payment, amountMinor }) => ({
    on: payment.receivedOn,
    amount: money(Number(amountMinor), currency),
  }));
  return {
    payments: payments.sort((a, b) => (a.on < b.on ? -1 : 1)),
    creditNotes: notes.map((note) => ({ on: note.issuedOn, amount: money(Number(note.amountMinor), currency) })),
  };
};

/** The day on which the next formal notice is expected if this step is done today; only where the step announces it. */
const expectedNotice = (tx: CaseTx, facts: CaseFacts, step: PlannedStep, today: Day): string | null => {
  if (!overlay(tx.plan, step).announces.includes('notice-next')) return null;
  const done = facts.steps.map((fact) =>
    fact.key === step.key ? { ...fact, status: 'done' as const, on: today, contact: true } : fact,
  );
  const rows = timetable(tx.plan, { ...facts, steps: done }, sendingInstant(tx.plan, today));
  const notice = tx.plan.steps.findIndex((candidate) => candidate.action === 'registered-letter');
  return rows[notice]?.on ?? null;
};

const historyWords = async (tx: CaseTx): Promise<HistoryWords[]> => {
  const reminders = await tx.db.reminder.findMany({
    where: { ...tx.ref, status: { in: ['sent', 'merged'] } },
    orderBy: [{ on: 'asc' }, { reservedAt: 'asc' }],
  });
  const messages = await tx.db.message.findMany({
    where: { id: { in: reminders.flatMap(({ messageId }) => messageId ?? []) } },
    select: { id: true, subject: true },
  });
  const calls = await tx.db.call.findMany({ where: { ...tx.ref, reached: true } });
  const prior = (tx.invoice.priorReminders as unknown as { on: string; channel: HistoryWords['channel'] }[]).map(
    (reminder): HistoryWords => ({ on: reminder.on, channel: reminder.channel, summary: '', exhibit: null }),
  );
  const own = reminders.map((reminder, index): HistoryWords => {
    const call = calls.find((candidate) => candidate.stepKey === reminder.stepKey && candidate.on === reminder.on);
    const subject = messages.find(({ id }) => id === reminder.messageId)?.subject;
    return {
      on: reminder.on,
      channel: reminder.channel as HistoryWords['channel'],
      summary: subject ?? callSummary(call),
      exhibit: reminder.messageId || call?.summaryMessageId ? index + 1 : null,
    };
  });
  return [...prior, ...own];
};

const callSummary = (call: Call | undefined): string =>
  call?.summary ?? (call?.spokeTo ? `entretien avec ${call.spokeTo}` : '');
