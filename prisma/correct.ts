import type { CaseRef } from '../domain/caseRef.ts';
import { approaches } from '../domain/strategy.ts';
import { invalid, Refusal } from '../domain/refusal.ts';
import { expireLate } from './announce/leaveOut.ts';
import type { Prisma } from './generated/client.ts';
import { closeCase, ledgerChanged } from './settle.ts';
import { key, type Actor, type CaseTx, type Store } from './store.ts';
import { withdrawQuestions, withdrawSteps } from './withdraw.ts';

/** What PATCH /v1/invoices/{id} may change; absent = left as it is. */
export type Correction = {
  readonly number?: string | undefined;
  readonly issuedOn?: string | undefined;
  readonly postedOn?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly reason?: string | undefined;
  readonly amount?: { readonly minor: number; readonly currency: string } | undefined;
  readonly subject?: string | undefined;
  readonly lines?: readonly { readonly description: string }[] | undefined;
  readonly deliveredOn?: string | undefined;
  readonly orderReference?: string | undefined;
  readonly serviceReference?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
};

/** Notes of the caller's own stand in no text. */
const changesText = (correction: Correction): boolean =>
  Object.entries(correction).some(([name, value]) => value !== undefined && name !== 'metadata' && name !== 'reason');

const ALWAYS: readonly string[] = ['dueOn', 'reason', 'lines', 'subject', 'metadata'];

/**
 * Corrects an invoice: everything before the first reminder; afterwards a later due date with its reason, lines, subject, metadata.
 * Open drafts and tasks are made anew on the corrected facts.
 */
export const correct = (store: Store, ref: CaseRef, correction: Correction, actor: Actor): Promise<void> =>
  store.change(ref, actor, async (tx) => {
    if (tx.invoice.closedOn !== null)
      throw new Refusal('CASE_CLOSED', `expected an open case, this one closed on ${tx.invoice.closedOn}`);
    await refuseAfterReminder(tx, correction);
    refuseDates(tx, correction);
    await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: columns(tx, correction) });
    if (changesText(correction)) {
      await withdrawSteps(tx, 'the invoice was corrected', correction.dueOn === undefined ? 'due' : 'planned');
      await withdrawQuestions(tx, 'the invoice was corrected');
    }
    await tx.note('corrected', { fields: Object.keys(correction), reason: correction.reason ?? null });
    await ledgerChanged(tx);
    await expireLate(tx);
  });

const refuseAfterReminder = async (tx: CaseTx, correction: Correction): Promise<void> => {
  const facts = await tx.facts();
  const reminded =
    facts.priorReminders.length > 0 || facts.steps.some((step) => step.contact && approaches(stepOf(tx, step.key)));
  if (!reminded) return;
  const fixed = Object.entries(correction).filter(([name, value]) => value !== undefined && !ALWAYS.includes(name));
  if (fixed.length > 0)
    throw invalid(
      `/${fixed[0]?.[0]}`,
      `after the first reminder only ${ALWAYS.join(', ')} can change; use a credit note for the amount`,
    );
  if (correction.dueOn !== undefined && correction.dueOn < tx.invoice.dueOn)
    throw invalid(
      '/dueOn',
      `after the first reminder the due date can only move later than ${tx.invoice.dueOn}, got ${correction.dueOn}`,
    );
  if (correction.dueOn !== undefined && !correction.reason)
    throw invalid('/reason', 'expected the reason why the due date moves, got none');
};

const stepOf = (tx: CaseTx, stepKey: string): { action: CaseTx['plan']['steps'][number]['action'] } => {
  const step = tx.plan.steps.find((candidate) => candidate.key === stepKey);
  if (!step) throw new RangeError(`expected a step of this case, got ${stepKey}`);
  return step;
};

const refuseDates = (tx: CaseTx, { issuedOn, dueOn, amount }: Correction): void => {
  if ((dueOn ?? tx.invoice.dueOn) < (issuedOn ?? tx.invoice.issuedOn))
    throw invalid(
      '/dueOn',
      `expected a due date on or after ${issuedOn ?? tx.invoice.issuedOn}, got ${dueOn ?? tx.invoice.dueOn}`,
    );
  if (amount && amount.currency !== tx.invoice.currency)
    throw new Refusal('CURRENCY_MISMATCH', `expected an amount in ${tx.invoice.currency}, got ${amount.currency}`);
};

const columns = (tx: CaseTx, correction: Correction): Prisma.InvoiceUpdateInput => {
  const {
    number,
    issuedOn,
    postedOn,
    dueOn,
    amount,
    subject,
    lines,
    deliveredOn,
    orderReference,
    serviceReference,
    metadata,
  } = correction;
  const details = {
    ...(tx.invoice.details as Prisma.InputJsonObject),
    ...present({ lines, deliveredOn, orderReference, serviceReference, metadata }),
  };
  return {
    ...present({ number, issuedOn, postedOn, dueOn, subject }),
    ...(amount ? { amountMinor: BigInt(amount.minor) } : {}),
    details,
  };
};

const present = (fields: Record<string, unknown>): Prisma.InputJsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Prisma.InputJsonObject;

/** The invoice was issued in error: the case closes, nothing more is sent. Asking again changes nothing. */
export const cancel = (
  store: Store,
  ref: CaseRef,
  { reason }: { readonly reason?: string | undefined },
  actor: Actor,
): Promise<void> =>
  store.change(ref, actor, async (tx) => {
    if (tx.invoice.cancelledOn !== null) return;
    if (tx.invoice.closedOn !== null)
      throw new Refusal('CASE_CLOSED', `expected an open case, this one closed on ${tx.invoice.closedOn}`);
    await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: { cancelledOn: tx.today } });
    await tx.note('cancelled', { reason: reason ?? null });
    const { balanceMinor } = await tx.facts();
    await closeCase(tx, 'cancelled', { balanceMinor });
  });
