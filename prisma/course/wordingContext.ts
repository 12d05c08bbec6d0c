import type { CaseFacts } from '../../domain/facts.ts';
import { money } from '../../domain/money.ts';
import type { HistoryWords, WordingContext } from '../../templates/context.ts';
import { readClaim } from '../claim.ts';
import type { Call } from '../generated/client.ts';
import { rateTable } from '../rates.ts';
import type { CaseTx } from '../store.ts';
import { lastTalk } from './callWords.ts';
import { caseWords, type Speaking } from './caseWords.ts';
import type { Parties } from './circumstances.ts';
import { openInvoicesOf } from './openInvoices.ts';

/** The facts that wording may speak of, read from the ledger for one step (or the step that an answer belongs to). */
export const wordingContext = async (
  tx: CaseTx,
  facts: CaseFacts,
  parties: Parties,
  speaking: Speaking,
): Promise<WordingContext> => {
  const { plan } = tx;
  const invoice = await tx.db.invoice.findUniqueOrThrow({
    where: { creditorId_id: { creditorId: tx.ref.creditorId, id: tx.ref.invoiceId } },
  });
  const claim = await readClaim(tx.db, invoice, plan, facts);
  const rates = await rateTable(tx.db);
  const ledger = await ledgerWords(tx, facts.currency);
  const history = await historyWords(tx);
  const openInvoices = speaking.step.scope === 'debtor' ? await openInvoicesOf(tx, speaking.today) : [];
  return caseWords(
    {
      ...ledger,
      plan,
      facts,
      parties,
      invoice,
      claim,
      rates,
      history,
      openInvoices,
      lastTalk: await lastTalk(tx, facts.currency),
      own: {},
    },
    speaking,
  );
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
