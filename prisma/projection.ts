import { nextMove } from '../domain/course.ts';
import { statusOf } from '../domain/facts.ts';
import { readFacts } from './facts.ts';
import { WORKFLOW } from './actor.ts';
import type { CaseTx } from './store.ts';

/** Writes what lists show (status, next step) from the facts, in the transaction that changed them, and raises their version. */
export const project = async (tx: CaseTx): Promise<void> => {
  const where = { creditorId_id: { creditorId: tx.ref.creditorId, id: tx.ref.invoiceId } };
  const invoice = await tx.db.invoice.findUniqueOrThrow({ where });
  const facts = await readFacts(tx.db, invoice);
  const move = nextMove(tx.plan, facts, tx.now);
  const step = move.do === 'perform' ? move.key : move.do === 'pass-deadline' ? move.stepKey : null;
  await tx.db.invoice.update({
    where,
    data: {
      factsVersion: { increment: 1 },
      // An activity's answer carries the facts: nobody has to tell the workflow what it did itself.
      ...(tx.actor === WORKFLOW ? { toldVersion: invoice.factsVersion + 1 } : {}),
      status: invoice.startedAt === null && !facts.closed ? 'starting' : statusOf(facts),
      nextStepKey: step,
      nextStepAt: 'at' in move ? new Date(move.at) : null,
      updatedAt: new Date(tx.now),
    },
  });
};
