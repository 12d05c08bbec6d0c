import type { Announcement, AnnouncedCreditNote, AnnouncedPayment } from './announcement.ts';
import type { Prisma } from './generated/client.ts';
import { applyWaitingPayments } from './ledger/waiting.ts';
import { openHold } from './people/openHold.ts';
import { ledgerChanged } from './settle.ts';
import type { CaseTx, Store } from './store.ts';
import { addDays } from '../domain/day.ts';

/** Days that a manual hold lasts when nobody says until when. */
const LONGEST_HOLD_DAYS = 30;

/** What came with the announcement: payments, credit notes, a hold; and payments that had waited for this invoice. */
export const writeInline = async (_store: Store, tx: CaseTx, announcement: Announcement): Promise<void> => {
  for (const payment of announcement.payments ?? []) await writePayment(tx, payment);
  for (const note of announcement.creditNotes ?? []) await writeCreditNote(tx, note);
  await applyWaitingPayments(tx);
  await ledgerChanged(tx);
  const { hold } = announcement;
  if (!hold) return;
  await openHold(tx, {
    kind: hold.reason,
    until: hold.until ?? addDays(tx.today, LONGEST_HOLD_DAYS),
    thenDo: hold.until ? 'resume' : 'decide',
    note: hold.note ?? null,
  });
};

const writePayment = async (tx: CaseTx, payment: AnnouncedPayment): Promise<void> => {
  const source = payment.source ?? 'api';
  const recordedAt = new Date(tx.now);
  const { creditorId, invoiceId } = tx.ref;
  await tx.db.payment.create({
    data: {
      creditorId,
      source,
      id: payment.id,
      amountMinor: BigInt(payment.amount.minor),
      currency: payment.amount.currency,
      receivedOn: payment.receivedOn,
      method: payment.method ?? null,
      reference: payment.reference ?? null,
      request: payment as unknown as Prisma.InputJsonObject,
      status: 'allocated',
      recordedAt,
    },
  });
  await tx.db.allocation.create({
    data: { creditorId, source, paymentId: payment.id, invoiceId, amountMinor: BigInt(payment.amount.minor), recordedAt, by: tx.actor.name },
  });
  await tx.note('payment', { paymentId: payment.id, amountMinor: payment.amount.minor, receivedOn: payment.receivedOn });
};

const writeCreditNote = async (tx: CaseTx, note: AnnouncedCreditNote): Promise<void> => {
  await tx.db.creditNote.create({
    data: {
      ...tx.ref,
      id: note.id,
      amountMinor: BigInt(note.amount.minor),
      currency: note.amount.currency,
      issuedOn: note.issuedOn,
      effect: note.effect ?? 'from-start',
      reason: note.reason ?? null,
      request: note as unknown as Prisma.InputJsonObject,
      recordedAt: new Date(tx.now),
    },
  });
  await tx.note('credit-note', { creditNoteId: note.id, amountMinor: note.amount.minor });
};
