import type { HoldFact, HoldKind } from '../../domain/facts.ts';
import { newId, type CaseTx } from '../store.ts';
import { withdrawQuestions, withdrawSteps } from '../withdraw.ts';

export type NewHold = {
  readonly kind: HoldKind;
  /** Last day of the hold; null = without end. */
  readonly until: string | null;
  readonly thenDo: HoldFact['thenDo'];
  readonly note: string | null;
};

/** Puts the case on hold: drafts and tasks of steps are withdrawn now and made anew afterwards. Returns the hold's id. */
export const openHold = async (tx: CaseTx, { kind, until, thenDo, note }: NewHold): Promise<string> => {
  const id = newId('hold');
  await tx.db.hold.create({
    data: {
      id,
      ...tx.ref,
      kind,
      until,
      thenDo,
      note,
      openedOn: tx.today,
      openedAt: new Date(tx.now),
      by: tx.actor.name,
    },
  });
  await tx.note('hold', { holdId: id, kind, until, thenDo });
  await withdrawSteps(tx, `on hold (${kind})`, 'planned');
  await withdrawQuestions(tx, `on hold (${kind})`);
  return id;
};
