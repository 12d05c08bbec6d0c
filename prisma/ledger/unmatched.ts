import type { CaseRef } from '../../domain/caseRef.ts';
import { addBusinessDays } from '../../domain/calendar.ts';
import { openHold } from '../people/openHold.ts';
import type { Actor, Store } from '../store.ts';
import type { PaymentKey } from './payment.ts';

/** Business days for which a debtor isn't written to while money that could be his is looked at. */
const HELD_BUSINESS_DAYS = 2;

/** Silence towards the debtor whose money it could be: each of his open cases is held for two business days. */
export const holdDebtor = async (
  store: Store,
  key: PaymentKey,
  debtorId: string,
  actor: Actor,
): Promise<readonly CaseRef[]> => {
  const { creditorId } = key;
  const open = await store.db.invoice.findMany({
    where: { creditorId, debtorId, closedOn: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const note = noteOf(key);
  for (const { id } of open) {
    await store.change({ creditorId, invoiceId: id }, actor, async (tx) => {
      const held = await tx.db.hold.count({ where: { ...tx.ref, kind: 'payment-announced', note } });
      if (held > 0 || (await tx.facts()).closed) return;
      const until = addBusinessDays(tx.plan.creditorCalendar, tx.today, HELD_BUSINESS_DAYS);
      await openHold(tx, { kind: 'payment-announced', until, thenDo: 'resume', note });
    });
  }
  return open.map(({ id }) => ({ creditorId, invoiceId: id }));
};

/** The question is answered: what was held for this payment goes on. */
export const releaseHolds = async (store: Store, key: PaymentKey, actor: Actor): Promise<readonly CaseRef[]> => {
  const { creditorId } = key;
  const where = { creditorId, kind: 'payment-announced', note: noteOf(key), endedOn: null };
  const held = await store.db.hold.findMany({ where, select: { invoiceId: true }, distinct: ['invoiceId'] });
  for (const { invoiceId } of held)
    await store.change({ creditorId, invoiceId }, actor, async (tx) => {
      await tx.db.hold.updateMany({ where: { ...where, invoiceId }, data: { endedOn: tx.today, endedBy: actor.name } });
      await tx.note('resumed', { because: 'the payment was allocated' });
    });
  return held.map(({ invoiceId }) => ({ creditorId, invoiceId }));
};

const noteOf = ({ source, id }: PaymentKey): string => `unmatched payment ${source}/${id}`;
