import type { CaseRef } from '../../domain/caseRef.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Payment } from '../generated/client.ts';
import { ledgerChanged } from '../settle.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { followOverpayment } from './overpayment.ts';
import { findPayment, keyOf, lockPayment, type Allocating, type PaymentKey } from './payment.ts';
import { paymentWhere, positionOf, total } from './position.ts';
import { restate } from './standing.ts';
import { releaseHolds } from './unmatched.ts';

/** Puts a part of a payment on the locked invoice: the ledger entry alone, what follows from it is `ledgerChanged`. */
export const writeAllocation = async (tx: CaseTx, payment: Payment, minor: number): Promise<void> => {
  requireCurrency(tx, payment.currency);
  await tx.db.allocation.upsert({
    where: { creditorId_source_paymentId_invoiceId: { ...paymentWhere(payment), invoiceId: tx.ref.invoiceId } },
    create: {
      ...paymentWhere(payment),
      invoiceId: tx.ref.invoiceId,
      amountMinor: BigInt(minor),
      recordedAt: new Date(tx.now),
      by: tx.actor.name,
    },
    update: { amountMinor: { increment: BigInt(minor) } },
  });
  await tx.note('payment', {
    paymentId: payment.id,
    source: payment.source,
    amountMinor: minor,
    receivedOn: payment.receivedOn,
  });
};

export const requireCurrency = ({ invoice, ref }: CaseTx, currency: string): void => {
  if (currency !== invoice.currency)
    throw new Refusal(
      'CURRENCY_MISMATCH',
      `expected ${invoice.currency}, the currency of invoice ${ref.invoiceId}, got ${currency}`,
      [
        {
          pointer: '/amount/currency',
          code: 'CURRENCY_MISMATCH',
          detail: `expected ${invoice.currency}, got ${currency}`,
        },
      ],
    );
};

/** Case, debtor's task and lists follow the money that came. */
export const followMoney = async (tx: CaseTx): Promise<void> => {
  await ledgerChanged(tx, 'payment');
  await followOverpayment(tx);
};

/** Allocates what the caller wished and isn't allocated yet: a repeat completes what a crash cut off. */
export const completeWishes = async (
  store: Store,
  key: PaymentKey,
  parts: readonly Allocating[],
  actor: Actor,
): Promise<readonly CaseRef[]> => {
  const refs = parts.map(({ invoiceId }) => ({ creditorId: key.creditorId, invoiceId }));
  for (const [index, { invoiceId, minor }] of parts.entries()) {
    await store.change({ creditorId: key.creditorId, invoiceId }, actor, async (tx) => {
      const payment = await lockPayment(tx.db, key);
      const done = await tx.db.allocation.findUnique({
        where: { creditorId_source_paymentId_invoiceId: { ...paymentWhere(key), invoiceId } },
      });
      const { rest } = await positionOf(tx.db, payment);
      if (!done && rest > 0) await writeAllocation(tx, payment, Math.min(minor, rest));
      // Only now is it known whether something is left for a person.
      if (index === parts.length - 1)
        await restate(tx.db, key, { at: new Date(tx.now), today: tx.today, by: actor.name });
      await followMoney(tx);
    });
  }
  return refs;
};

/**
 * A person says where a payment's rest belongs.
 * @throws Refusal NOT_FOUND, ALLOCATION_EXCEEDS, CURRENCY_MISMATCH
 */
export const allocatePayment = async (
  store: Store,
  key: PaymentKey,
  parts: readonly Allocating[],
  actor: Actor,
): Promise<readonly CaseRef[]> => {
  const payment = await requirePayment(store, key);
  const { rest } = await positionOf(store.db, payment);
  requireRest(total(parts.map(({ minor }) => minor)), rest);
  for (const { invoiceId } of parts)
    await requireInvoice(store, { creditorId: key.creditorId, invoiceId }, payment.currency);
  const refs: CaseRef[] = [];
  for (const { invoiceId, minor } of parts.toSorted((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1))) {
    const ref = { creditorId: key.creditorId, invoiceId };
    await store.change(ref, actor, async (tx) => {
      const locked = await lockPayment(tx.db, keyOf(key));
      requireRest(minor, (await positionOf(tx.db, locked)).rest);
      await writeAllocation(tx, locked, minor);
      await restate(tx.db, key, { at: new Date(tx.now), today: tx.today, by: actor.name });
      await followMoney(tx);
    });
    refs.push(ref);
  }
  return [...refs, ...(await releaseHolds(store, key, actor))];
};

export const requirePayment = async (store: Store, key: PaymentKey): Promise<Payment> => {
  const payment = await findPayment(store.db, key);
  if (!payment)
    throw new Refusal(
      'NOT_FOUND',
      `expected a payment of source ${key.source}, got the id ${key.id}, which isn't recorded`,
    );
  return payment;
};

const requireRest = (wanted: number, rest: number): void => {
  if (wanted > rest)
    throw new Refusal(
      'ALLOCATION_EXCEEDS',
      `expected at most ${rest}, what is left of the payment (minor units), got ${wanted}`,
      [
        {
          pointer: '/allocations',
          code: 'ALLOCATION_EXCEEDS',
          detail: `expected at most ${rest} in all, got ${wanted}`,
        },
      ],
    );
};

const requireInvoice = async (store: Store, ref: CaseRef, currency: string): Promise<void> => {
  const { invoice } = await store.read(ref);
  if (invoice.currency !== currency)
    throw new Refusal(
      'CURRENCY_MISMATCH',
      `expected ${invoice.currency}, the currency of invoice ${ref.invoiceId}, got ${currency}`,
    );
};
