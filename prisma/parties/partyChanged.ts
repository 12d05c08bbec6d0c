import type { CaseRef } from '../../domain/caseRef.ts';
import { readParties } from '../course/circumstances.ts';
import { DECIDE_WITHIN, within } from '../course/within.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { openTask } from '../tasks.ts';
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
    const moved = await store.change(ref, actor, async (tx) => {
      const withdrawn = await withdrawTexts(tx);
      return (await askAboutLaw(tx)) || withdrawn;
    });
    if (moved) told.push(ref);
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

/** A case keeps the law it began with: where the debtor is now said to be under another, a person looks before it goes on. */
const askAboutLaw = async (tx: CaseTx): Promise<boolean> => {
  const { debtorKind, debtorCountry } = tx.plan;
  const { kind, country } = (await readParties(tx)).debtor;
  if (kind === debtorKind && country === debtorCountry) return false;
  const title = `the debtor is now a ${kind} in ${country}: does the case go on as announced, for a ${debtorKind} in ${debtorCountry}?`;
  if ((await tx.db.task.count({ where: { ...tx.ref, status: 'open', title } })) > 0) return false;
  await openTask(tx, {
    kind: 'decide',
    title,
    details: { question: 'to chase it under the other law, cancel it and announce it under another id' },
    role: 'manager',
    deadline: within(tx, tx.today, DECIDE_WITHIN, 'escalate'),
  });
  return true;
};
