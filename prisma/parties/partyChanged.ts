import type { CaseRef } from '../../domain/caseRef.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { withdrawSteps } from '../withdraw.ts';

/** Texts that wait for a person were made for the old data: they are withdrawn and made anew at once. Returns the cases to tell. */
export const partyChanged = async (
  store: Store,
  { creditorId, debtorId }: { readonly creditorId: string; readonly debtorId: string },
  actor: Actor,
): Promise<readonly CaseRef[]> => {
  const open = await store.db.invoice.findMany({
    where: { creditorId, debtorId, closedOn: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const told: CaseRef[] = [];
  for (const { id } of open) {
    const ref = { creditorId, invoiceId: id };
    const withdrawn = await store.change(ref, actor, withdrawTexts);
    if (withdrawn) told.push(ref);
  }
  return told;
};

const withdrawTexts = async (tx: CaseTx): Promise<boolean> => {
  const drafts = await tx.db.draft.findMany({ where: { ...tx.ref, status: 'open' }, select: { stepKey: true } });
  const letters = await tx.db.document.findMany({
    where: { ...tx.ref, postedOn: null, voidedOn: null, stepKey: { not: null } },
    select: { stepKey: true },
  });
  const keys = [...drafts, ...letters].flatMap(({ stepKey }) => (stepKey === null ? [] : [stepKey]));
  if (keys.length > 0) await withdrawSteps(tx, "the debtor's data changed", 'due', [...new Set(keys)]);
  return keys.length > 0;
};
