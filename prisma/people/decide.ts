import { invalid } from '../../domain/refusal.ts';
import { nextStep } from '../../domain/course.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import { Prisma, type Task } from '../generated/client.ts';
import { accessoriesOf } from '../ledger/accessories.ts';
import { closeCase } from '../settle.ts';
import { stepWhere } from '../steps.ts';
import { key, type CaseTx } from '../store.ts';
import { closeTask } from '../tasks.ts';
import { withdrawSteps } from '../withdraw.ts';
import type { Decision, DecideBody } from './completionBodies.ts';
import { openManualHold } from './hold.ts';
import { refuseHeld } from './refusals.ts';
import { leaveOut } from './skipStep.ts';
import { decideUnclear, unclearSending } from './unclear.ts';

/** Carries out what a person decided about a case that asked. */
export const decide = async (tx: CaseTx, task: Task, decided: DecideBody): Promise<void> => {
  const unclear = unclearSending(task);
  if (unclear) return decideUnclear(tx, task, unclear, decided);
  const { decision, reason, until } = decided;
  if (until != null && decision !== 'hold')
    throw invalid('/until', `expected no until with the decision ${decision}, got ${until}`, 'UNKNOWN_FIELD');
  const facts = await tx.facts();
  // Going on under a hold would do nothing: to resume is an act of its own.
  if (decision === 'continue' || decision === 'skip') refuseHeld(facts);
  refuseAtTheEnd(tx, facts, task, decision);
  await closeTask(tx, task.id, 'done', { decision, reason: reason ?? null, until: until ?? null });
  await tx.note('decided', { decision, reason: reason ?? null, taskId: task.id }, task.stepKey);
  switch (decision) {
    case 'continue':
      return goOn(tx, task);
    case 'skip': {
      const step = task.stepKey ?? nextStep(tx.plan, facts)?.key;
      return step === undefined ? undefined : leaveOut(tx, step, reason ?? `decided by ${tx.actor.name}`);
    }
    case 'hold':
      await openManualHold(tx, { until: until ?? null, reason: 'manual', note: reason ?? null });
      return undefined;
    case 'write-off':
    case 'irrecoverable':
      return writeOff(tx, decision === 'write-off' ? 'written-off' : 'irrecoverable');
    case 'hand-over':
      return handOver(tx, reason ?? null);
  }
};

/** At the end of the course going on would do nothing, and nothing sleeps silently. */
const refuseAtTheEnd = (tx: CaseTx, facts: CaseFacts, { details }: Task, decision: Decision): void => {
  const atTheEnd = decision === 'continue' && (details as { endOfCourse?: boolean } | null)?.endOfCourse === true;
  const nothingToSkip = decision === 'skip' && nextStep(tx.plan, facts) === null;
  if (atTheEnd || nothingToSkip)
    throw invalid(
      '/decision',
      `expected hold, write-off, irrecoverable or hand-over at the end of the course, got ${decision}: no step is left`,
    );
};

/** The debtor's sign of life counts as answered; the step that asked goes on without asking again. */
const goOn = async (tx: CaseTx, { stepKey }: Task): Promise<void> => {
  await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: { reaction: Prisma.DbNull } });
  if (stepKey !== null)
    await tx.db.step.update({ where: stepWhere(tx, stepKey), data: { decided: true, status: 'due' } });
};

export const writeOff = async (tx: CaseTx, as: 'written-off' | 'irrecoverable'): Promise<void> => {
  const { balanceMinor } = await tx.facts();
  const { leftMinor: accessoriesMinor } = await accessoriesOf(tx);
  await tx.db.invoice.update({
    where: { creditorId_id: key(tx.ref) },
    data: { writtenOffOn: tx.today, writtenOffAs: as },
  });
  await closeCase(tx, as, { balanceMinor, accessoriesMinor });
};

/** From this day the app is silent towards the debtor. */
export const handOver = async (tx: CaseTx, reason: string | null): Promise<void> => {
  await withdrawSteps(tx, 'handed over', 'planned');
  await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: { handedOverOn: tx.today } });
  await tx.note('handed-over', { reason });
};
