import type { CaseFacts } from '../../domain/facts.ts';
import type { HistoryWords, WordingContext } from '../../templates/context.ts';
import { languageOf } from '../../templates/language.ts';
import { phrasesIn } from '../../templates/words/phrasesIn.ts';
import { readClaim } from '../claim.ts';
import type { Call } from '../generated/client.ts';
import { rateTable } from '../rates.ts';
import type { CaseTx } from '../store.ts';
import { ownTexts } from '../wordings/ownTexts.ts';
import { lastTalk } from './callWords.ts';
import type { CaseMaterial } from './caseWords.ts';
import type { Parties } from './circumstances.ts';

/** What texts of a case may state, whichever step speaks and on which day; the lines of a statement depend on its day. */
export type Material = Omit<CaseMaterial, 'openInvoices'>;

/** Reads it from the ledger: the claim, the rates in force, what was said and done. */
export const readMaterial = async (tx: CaseTx, facts: CaseFacts, parties: Parties): Promise<Material> => {
  const { plan, invoice } = tx;
  const claim = await readClaim(tx.db, { invoice, plan, facts, creditor: parties.creditor });
  return {
    payments: claim.payments,
    creditNotes: claim.creditNotes,
    plan,
    facts,
    parties,
    invoice,
    claim,
    rates: await rateTable(tx.db),
    history: await historyWords(tx, facts, languageOf(parties.debtor.language)),
    lastTalk: await lastTalk(tx, facts.currency),
    own: await ownTexts(tx.db, tx.ref.creditorId),
  };
};

/** The same, read when it is first asked for and never twice: for one act under the lock of the invoice's row. */
export const materialOnce = (tx: CaseTx, facts: CaseFacts, parties: Parties): (() => Promise<Material>) => {
  let read: Promise<Material> | null = null;
  return () => (read ??= readMaterial(tx, facts, parties));
};

const historyWords = async (
  tx: CaseTx,
  { priorReminders }: CaseFacts,
  language: WordingContext['language'],
): Promise<HistoryWords[]> => {
  const reminders = await tx.db.reminder.findMany({
    where: { ...tx.ref, status: { in: ['sent', 'merged'] } },
    orderBy: [{ on: 'asc' }, { reservedAt: 'asc' }],
  });
  const messages = await tx.db.message.findMany({
    where: { id: { in: reminders.flatMap(({ messageId }) => messageId ?? []) } },
    select: { id: true, subject: true },
  });
  const calls = await tx.db.call.findMany({ where: { ...tx.ref, reached: true } });
  const prior = priorReminders.map(({ on, channel }): HistoryWords => ({ on, channel, summary: '', exhibit: null }));
  const own = reminders.map((reminder, index): HistoryWords => {
    const call = calls.find((candidate) => candidate.stepKey === reminder.stepKey && candidate.on === reminder.on);
    const subject = messages.find(({ id }) => id === reminder.messageId)?.subject;
    return {
      on: reminder.on,
      channel: reminder.channel as HistoryWords['channel'],
      summary: subject ?? callSummary(call, language),
      exhibit: reminder.messageId || call?.summaryMessageId ? index + 1 : null,
    };
  });
  return [...prior, ...own];
};

const callSummary = (call: Call | undefined, language: WordingContext['language']): string =>
  call?.summary ?? (call?.spokeTo ? phrasesIn(language).talkWith(call.spokeTo) : '');
