import type { CaseRef } from '../../domain/caseRef.ts';
import type { Actor, Store } from '../store.ts';
import { countedStep } from './countedStep.ts';
import { parseBody } from './parseBody.ts';
import { refuseClosed } from './refusals.ts';
import { talk } from './talk.ts';
import { TalkBody } from './talkBody.ts';

/**
 * Records a talk that no task asked for. With `countsAsStep` it does the next call or visit early; on hold it counts as no step.
 * Returns the id of the record.
 * @throws Refusal CASE_CLOSED, VALIDATION, CURRENCY_MISMATCH, STEP_SETTLED, STEP_NOT_NEXT
 */
export const recordCall = (store: Store, ref: CaseRef, body: object, actor: Actor): Promise<string> => {
  const said = parseBody(TalkBody, body, 'the call');
  return store.change(ref, actor, async (tx) => {
    const facts = await tx.facts();
    refuseClosed(facts);
    const step =
      said.countsAsStep == null || facts.holds.length > 0
        ? null
        : await countedStep(tx, facts, said, said.countsAsStep);
    const task =
      step &&
      (await tx.db.task.findFirst({
        where: { ...tx.ref, stepKey: step.key, kind: { in: ['call', 'visit'] }, status: 'open' },
      }));
    const channel = said.channel ?? (step?.action === 'visit' ? 'visit' : 'call');
    return talk(tx, { said, step, taskId: task?.id ?? null, channel });
  });
};
