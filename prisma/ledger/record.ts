import type { PaymentInput, PaymentRequest } from '../../api/schemas/payment.ts';
import type { CaseRef } from '../../domain/caseRef.ts';
import { dayAt } from '../../domain/instant.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { completeWishes, followMoney, requireCurrency, writeAllocation } from './allocate.ts';
import { match } from './matching.ts';
import {
  findPayment,
  insertPayment,
  lockPayment,
  requireSame,
  wishes,
  type Allocating,
  type PaymentKey,
  type Sameness,
} from './payment.ts';
import { propose, type Proposal } from './proposal.ts';
import { restate } from './standing.ts';
import { holdDebtor } from './unmatched.ts';
import { lockAnnouncement } from './waiting.ts';
import { announcedAmong, requireAnnounced, wished } from './wishes.ts';

/** `cases` = those that must be told, also on a repeat: the first telling may have been lost. */
export type Recorded = { readonly key: PaymentKey; readonly created: boolean; readonly cases: readonly CaseRef[] };

/**
 * Money for one invoice, whatever the state of its case.
 * @throws Refusal NOT_FOUND, PAYMENT_CONFLICT, CURRENCY_MISMATCH
 */
export const payInvoice = async (
  store: Store,
  ref: CaseRef,
  payment: PaymentInput,
  actor: Actor,
): Promise<Recorded> => {
  const request = { ...payment, allocations: [{ invoiceId: ref.invoiceId, amount: payment.amount }] };
  return takePayment(store, ref.creditorId, request, actor, { sameness: 'content', unknown: 'refuse' });
};

/** The same for an invoice that is locked already; false = it was recorded before. `announce()` uses it for inline payments. */
export const payLocked = async (
  tx: CaseTx,
  request: PaymentRequest,
  minor: number,
  sameness: Sameness,
): Promise<boolean> => {
  requireCurrency(tx, request.amount.currency);
  const key = { creditorId: tx.ref.creditorId, source: request.source, id: request.id };
  const inserted = await insertPayment(tx.db, tx.ref.creditorId, request, { status: 'allocated' }, new Date(tx.now));
  const payment = await lockPayment(tx.db, key);
  if (!inserted) requireSame(payment, request, sameness);
  else {
    await writeAllocation(tx, payment, minor);
    await restate(tx.db, key, { at: new Date(tx.now), today: tx.today, by: tx.actor.name });
    await followMoney(tx);
  }
  return inserted;
};

export type Taking = { readonly sameness: Sameness; readonly unknown: 'wait' | 'refuse' };

/**
 * Money from anywhere, in any order: allocated as the caller says, waiting for invoices to be announced,
 * matched beyond doubt, or left to a person with a proposal.
 * @throws Refusal PAYMENT_CONFLICT, ALLOCATION_EXCEEDS, CURRENCY_MISMATCH, NOT_FOUND (unknown: 'refuse')
 */
export const takePayment = async (
  store: Store,
  creditorId: string,
  payment: PaymentRequest,
  actor: Actor,
  taking: Taking,
): Promise<Recorded> => {
  const key = { creditorId, source: payment.source, id: payment.id };
  const known = await findPayment(store.db, key);
  if (known) return repeat(store, key, payment, actor, taking);
  const named = wished(payment);
  const parts = named ?? (await match(store.db, creditorId, payment));
  const announced = await announcedAmong(store.db, creditorId, parts, payment.amount.currency);
  if (taking.unknown === 'refuse') requireAnnounced(parts, announced);
  const [only] = parts;
  if (only && parts.length === 1 && announced.has(only.invoiceId)) {
    const ref = { creditorId, invoiceId: only.invoiceId };
    const created = await store.change(ref, actor, (tx) => payLocked(tx, payment, only.minor, taking.sameness));
    return { key, created, cases: [ref] };
  }
  if (!(await insertApart(store, creditorId, payment, parts, actor))) return repeat(store, key, payment, actor, taking);
  return { key, created: true, cases: await follow(store, key, parts, actor) };
};

/** Writes the payment itself; until its parts are on their invoices a person can see it among the unmatched. */
const insertApart = async (
  store: Store,
  creditorId: string,
  payment: PaymentRequest,
  parts: readonly Allocating[],
  actor: Actor,
): Promise<boolean> => {
  const now = await store.now();
  const { timeZone } = await store.db.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { timeZone: true },
  });
  const proposal = parts.length > 0 ? null : await propose(store.db, creditorId, payment);
  return store.db.$transaction(async (db) => {
    const names = parts.map(({ invoiceId }) => invoiceId).toSorted();
    for (const invoiceId of names) await lockAnnouncement(db, creditorId, invoiceId);
    const announced = await announcedAmong(db, creditorId, parts, payment.amount.currency);
    const waitingFor = names.filter((name) => !announced.has(name));
    const standing = {
      status: waitingFor.length > 0 ? ('waiting' as const) : ('unmatched' as const),
      waitingFor,
      ...(proposal ? { proposal } : {}),
    };
    const inserted = await insertPayment(db, creditorId, payment, standing, new Date(now));
    const key = { creditorId, source: payment.source, id: payment.id };
    if (inserted && parts.length === 0)
      await restate(db, key, { at: new Date(now), today: dayAt(now, timeZone), by: actor.name });
    return inserted;
  });
};

/** Brings the parts onto the invoices that are announced; holds the debtor whose money it could be. */
const follow = async (
  store: Store,
  key: PaymentKey,
  parts: readonly Allocating[],
  actor: Actor,
): Promise<readonly CaseRef[]> => {
  const payment = await findPayment(store.db, key);
  const proposal = payment?.proposal as unknown as Proposal | null;
  if (payment?.status === 'unmatched' && parts.length === 0) {
    const held: CaseRef[] = [];
    for (const debtorId of proposal ? [proposal.debtorId, ...(proposal.others ?? [])] : [])
      held.push(...(await holdDebtor(store, key, debtorId, actor)));
    return held;
  }
  const ready = parts.filter(({ invoiceId }) => !payment?.waitingFor.includes(invoiceId));
  return completeWishes(
    store,
    key,
    ready.toSorted((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1)),
    actor,
  );
};

/** A repeat changes nothing but what a crash may have cut off the first time. */
const repeat = async (
  store: Store,
  key: PaymentKey,
  payment: PaymentRequest,
  actor: Actor,
  { sameness }: Taking,
): Promise<Recorded> => {
  const known = await findPayment(store.db, key);
  if (!known) throw new Refusal('NOT_FOUND', `expected the payment ${key.source}/${key.id}, it is gone`);
  requireSame(known, payment, sameness);
  const allocations = await store.db.allocation.findMany({
    where: { creditorId: key.creditorId, source: key.source, paymentId: key.id },
    select: { invoiceId: true },
  });
  const done = allocations.map(({ invoiceId }) => ({ creditorId: key.creditorId, invoiceId }));
  const missing = wishes(known).filter(
    ({ invoiceId }) => !known.waitingFor.includes(invoiceId) && !done.some((ref) => ref.invoiceId === invoiceId),
  );
  return {
    key,
    created: false,
    cases: [...done, ...(known.status === 'unmatched' ? await follow(store, key, missing, actor) : [])],
  };
};
