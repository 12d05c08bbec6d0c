import { day } from '../../domain/day.ts';
import type { Announcement, AnnouncedCreditNote, AnnouncedPayment } from './announcement.ts';
import type { CreditNoteInput } from '../../api/schemas/creditNote.ts';
import type { PaymentRequest } from '../../api/schemas/payment.ts';
import { Prisma } from '../generated/client.ts';
import { creditLocked } from '../ledger/creditNotes.ts';
import { payLocked } from '../ledger/record.ts';
import { applyWaitingPayments } from '../ledger/waiting.ts';
import { openManualHold } from '../people/hold.ts';
import { ledgerChanged } from '../settle.ts';
import { key, type CaseTx } from '../store.ts';

/** What came with the announcement: payments, credit notes, a hold; and payments that had waited for this invoice. */
export const writeInline = async (tx: CaseTx, announcement: Announcement): Promise<void> => {
  for (const payment of announcement.payments ?? [])
    await payLocked(tx, paymentRequest(tx, payment), payment.amount.minor, 'content');
  for (const note of announcement.creditNotes ?? []) await creditLocked(tx, creditNote(note));
  await applyWaitingPayments(tx);
  await ledgerChanged(tx);
  // What was paid before the case began answers none of its reminders.
  await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: { reaction: Prisma.DbNull } });
  const { hold } = announcement;
  if (hold) await openManualHold(tx, { until: hold.until ?? null, reason: hold.reason, note: hold.note ?? null });
};

const paymentRequest = (
  tx: CaseTx,
  { id, source, amount, receivedOn, method, reference }: AnnouncedPayment,
): PaymentRequest => ({
  id,
  source: source ?? 'api',
  amount,
  receivedOn: day(receivedOn),
  ...(method ? { method: method as NonNullable<PaymentRequest['method']> } : {}),
  ...(reference ? { reference } : {}),
  metadata: {},
  allocations: [{ invoiceId: tx.ref.invoiceId, amount }],
});

const creditNote = ({ id, amount, issuedOn, effect, reason }: AnnouncedCreditNote): CreditNoteInput => ({
  id,
  amount,
  issuedOn: day(issuedOn),
  effect: effect ?? 'from-start',
  ...(reason ? { reason } : {}),
});
