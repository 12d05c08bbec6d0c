import type { CaseRef } from '../../domain/caseRef.ts';
import { dayAt } from '../../domain/instant.ts';
import { Refusal } from '../../domain/refusal.ts';
import { sameContent } from '../content.ts';
import type { Prisma, Reversal } from '../generated/client.ts';
import { ledgerChanged } from '../settle.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { requirePayment } from './allocate.ts';
import { followOverpayment } from './overpayment.ts';
import { keyOf, lockPayment, type PaymentKey } from './payment.ts';
import { paymentWhere } from './position.ts';
import { planReturn, type Return } from './returnPlan.ts';
import { readShares, type Share } from './shares.ts';
import { restate } from './standing.ts';

export type Returned = { readonly created: boolean; readonly cases: readonly CaseRef[] };

/**
 * Records that money of a payment went back, with its share for each invoice.
 * @throws Refusal NOT_FOUND, REVERSAL_CONFLICT, ALLOCATION_EXCEEDS, CURRENCY_MISMATCH
 */
export const returnPayment = async (store: Store, key: PaymentKey, given: Return, actor: Actor): Promise<Returned> => {
  const payment = await requirePayment(store, key);
  const known = await store.db.reversal.findUnique({
    where: { creditorId_source_paymentId_id: { ...paymentWhere(key), id: given.id } },
  });
  if (known) return repeat(store, key, known, given, actor);
  const planned = await planReturn(store.db, payment, given);
  const cases = planned.shares
    .map(({ invoiceId }) => ({ creditorId: key.creditorId, invoiceId }))
    .toSorted((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1));
  const [first, ...others] = cases;
  const created = first
    ? await store.change(first, actor, (tx) => writeOnInvoice(tx, key, given, cases))
    : await writeApart(store, key, given, actor);
  for (const ref of others) await store.change(ref, actor, (tx) => followReturn(tx, key, given));
  return { created, cases };
};

const repeat = async (
  store: Store,
  key: PaymentKey,
  known: Reversal,
  given: Return,
  actor: Actor,
): Promise<Returned> => {
  if (!sameContent(known.request, given.request))
    throw new Refusal(
      'REVERSAL_CONFLICT',
      `expected the ${given.is} first recorded under ${given.id} of payment ${key.source}/${key.id}, got other content`,
    );
  const cases = readShares(known).map(({ invoiceId }) => ({ creditorId: key.creditorId, invoiceId }));
  // Only where several invoices are concerned can a crash have left one behind.
  if (cases.length > 1) for (const ref of cases) await store.change(ref, actor, settleAgain);
  return { created: false, cases };
};

const writeOnInvoice = async (
  tx: CaseTx,
  key: PaymentKey,
  given: Return,
  expected: readonly CaseRef[],
): Promise<boolean> => {
  const who = { at: new Date(tx.now), today: tx.today, by: tx.actor.name };
  const { inserted, shares } = await insertReturn(tx.db, key, given, who.at);
  if (shares.some(({ invoiceId }) => !expected.some((ref) => ref.invoiceId === invoiceId)))
    throw new Refusal(
      'REVERSAL_CONFLICT',
      `the payment ${key.source}/${key.id} was allocated elsewhere meanwhile; send the ${given.is} again`,
    );
  await restate(tx.db, key, who);
  await followReturn(tx, key, given);
  return inserted;
};

const writeApart = async (store: Store, key: PaymentKey, given: Return, actor: Actor): Promise<boolean> => {
  const now = await store.now();
  const { timeZone } = await store.db.creditor.findUniqueOrThrow({
    where: { id: key.creditorId },
    select: { timeZone: true },
  });
  return store.db.$transaction(async (db) => {
    const { inserted, shares } = await insertReturn(db, key, given, new Date(now));
    if (shares.length > 0)
      throw new Refusal(
        'REVERSAL_CONFLICT',
        `the payment ${key.source}/${key.id} was allocated meanwhile; send the ${given.is} again`,
      );
    await restate(db, key, { at: new Date(now), today: dayAt(now, timeZone), by: actor.name });
    return inserted;
  });
};

/** Under the payment's lock: two returns at once can't both take the same money. */
const insertReturn = async (
  db: Prisma.TransactionClient,
  key: PaymentKey,
  given: Return,
  at: Date,
): Promise<{ readonly inserted: boolean; readonly shares: readonly Share[] }> => {
  const payment = await lockPayment(db, keyOf(key));
  const known = await db.reversal.findUnique({
    where: { creditorId_source_paymentId_id: { ...paymentWhere(key), id: given.id } },
  });
  if (known) return { inserted: false, shares: readShares(known) };
  const { minor, shares } = await planReturn(db, payment, given);
  await db.reversal.create({
    data: {
      ...paymentWhere(key),
      id: given.id,
      kind: given.is,
      on: given.on,
      amountMinor: BigInt(minor),
      shares: [...shares],
      request: given.request,
      recordedAt: at,
    },
  });
  return { inserted: true, shares };
};

const followReturn = async (tx: CaseTx, key: PaymentKey, given: Return): Promise<void> => {
  await tx.note(given.is, { paymentId: key.id, source: key.source, id: given.id, on: given.on });
  await settleAgain(tx);
};

const settleAgain = async (tx: CaseTx): Promise<void> => {
  await ledgerChanged(tx);
  await followOverpayment(tx);
};
