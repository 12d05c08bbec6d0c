import type { CreditNoteInput, CreditNoteView } from '../../api/schemas/creditNote.ts';
import type { CaseRef } from '../../domain/caseRef.ts';
import { day } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import { sameContent } from '../content.ts';
import { ledgerChanged } from '../settle.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { requireCurrency } from './allocate.ts';
import { briefOf } from './brief.ts';
import { followOverpayment } from './overpayment.ts';

/**
 * Lowers what is owed; idempotent by its id within the invoice.
 * @throws Refusal NOT_FOUND, CREDIT_NOTE_CONFLICT, CURRENCY_MISMATCH
 */
export const creditInvoice = async (
  store: Store,
  ref: CaseRef,
  note: CreditNoteInput,
  actor: Actor,
): Promise<boolean> => {
  const known = await store.db.creditNote.findUnique({ where: { creditorId_invoiceId_id: { ...ref, id: note.id } } });
  if (!known) return store.change(ref, actor, (tx) => creditLocked(tx, note));
  requireSame(known, note);
  return false;
};

/** The same for an invoice that is locked already; false = it was recorded before. */
export const creditLocked = async (tx: CaseTx, note: CreditNoteInput): Promise<boolean> => {
  requireCurrency(tx, note.amount.currency);
  const known = await tx.db.creditNote.findUnique({ where: { creditorId_invoiceId_id: { ...tx.ref, id: note.id } } });
  if (known) {
    requireSame(known, note);
    return false;
  }
  await tx.db.creditNote.create({
    data: {
      ...tx.ref,
      id: note.id,
      amountMinor: BigInt(note.amount.minor),
      currency: note.amount.currency,
      issuedOn: note.issuedOn,
      effect: note.effect,
      reason: note.reason ?? null,
      request: note,
      recordedAt: new Date(tx.now),
    },
  });
  await tx.note('credit-note', { creditNoteId: note.id, amountMinor: note.amount.minor, effect: note.effect });
  await ledgerChanged(tx);
  await followOverpayment(tx);
  return true;
};

/** A credit note with what it did to the case. */
export const creditNoteView = async (store: Store, ref: CaseRef, id: string): Promise<CreditNoteView> => {
  const row = await store.db.creditNote.findUniqueOrThrow({ where: { creditorId_invoiceId_id: { ...ref, id } } });
  const { balance, brief } = await briefOf(store.db, ref);
  return {
    id: row.id,
    invoiceId: ref.invoiceId,
    amount: { minor: Number(row.amountMinor), currency: row.currency },
    issuedOn: day(row.issuedOn),
    effect: row.effect as CreditNoteView['effect'],
    reason: row.reason,
    balance,
    case: brief,
    recordedAt: row.recordedAt.toISOString(),
  };
};

const requireSame = (known: { readonly id: string; readonly request: unknown }, note: CreditNoteInput): void => {
  if (!sameContent(known.request, note))
    throw new Refusal(
      'CREDIT_NOTE_CONFLICT',
      `expected the credit note first recorded under ${known.id}, got other content`,
    );
};
