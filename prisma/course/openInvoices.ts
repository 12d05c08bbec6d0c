import { mustBeSilent } from '../../domain/claim/firstReminder.ts';
import type { Day } from '../../domain/day.ts';
import { money } from '../../domain/money.ts';
import { balanceOf } from '../../domain/settlement.ts';
import { readFacts, readLedger } from '../facts.ts';
import type { Invoice } from '../generated/client.ts';
import { planOf, type CaseTx } from '../store.ts';
import type { OpenInvoice } from './caseWords.ts';
import { invoiceWords } from './partyWords.ts';

/** The debtor's open, unheld invoices in the same currency, oldest due date first. */
export const openInvoiceRows = (tx: CaseTx): Promise<Invoice[]> =>
  tx.db.invoice.findMany({
    where: {
      creditorId: tx.ref.creditorId,
      debtorId: tx.invoice.debtorId,
      currency: tx.invoice.currency,
      closedOn: null,
      handedOverOn: null,
      OR: [{ id: tx.ref.invoiceId }, { holds: { none: { endedOn: null } } }],
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });

/** The lines of a statement. */
export const openInvoicesOf = async (tx: CaseTx, today: Day): Promise<readonly OpenInvoice[]> => {
  const rows = await openInvoiceRows(tx);
  const lines = [];
  for (const row of rows) {
    const ledger = await readLedger(tx.db, row);
    const balance = balanceOf(ledger);
    // Naming a Belgian consumer's overdue invoice among others asks for it, too.
    if (row.id !== tx.ref.invoiceId && mustBeSilent(planOf(row), await readFacts(tx.db, row), today)) continue;
    // Only interest and indemnity are left: a person sees to them.
    if (balance <= ledger.toleranceMinor) continue;
    lines.push({ ...invoiceWords(row), balance: money(balance, row.currency), overdue: row.dueOn < today });
  }
  return lines;
};
