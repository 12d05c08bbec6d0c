import { approvalFor, deadlineOf } from '../../domain/deadlines.ts';
import { overlay } from '../../domain/overlay.ts';
import type { Channel } from '../../domain/strategy.ts';
import { markStep } from '../steps.ts';
import type { CaseTx } from '../store.ts';
import { openTask } from '../tasks.ts';
import { withOwnTexts } from '../wordings/withOwnTexts.ts';
import { contactFor } from './circumstances.ts';
import type { Work } from './work.ts';
import { flagged, unofficialIn } from './unofficial.ts';
import { contextFrom } from './wordingContext.ts';

/** Asks a person to ring or to visit, with the script and the person to speak to. */
export const speak = async (tx: CaseTx, work: Work, channel: Channel): Promise<void> => {
  const { step, facts, parties, wording, today } = work;
  const context = await contextFrom(tx, await work.material(), { step, channel, today });
  const script = await withOwnTexts(tx, step.key, context, (given) =>
    wording.script(wording.templateFor(tx.plan.strategyKey, step, channel, given), given),
  );
  const contact = contactFor(parties.debtor, channel);
  const approval = approvalFor(step, overlay(tx.plan, step).approval, channel);
  await openTask(tx, {
    kind: channel === 'visit' ? 'visit' : 'call',
    stepKey: step.key,
    title: `${channel === 'visit' ? 'visit' : 'ring'}: ${step.key}`,
    details: {
      purpose: step.purpose,
      script,
      contact: contact ? { ...contact } : null,
      attempts: step.attempts,
      ...flagged(unofficialIn(script, context)),
    },
    deadline: deadlineOf(tx.plan, facts, step, approval, today, false),
  });
  await markStep(tx, step.key, 'task-open');
};
