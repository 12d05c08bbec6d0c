import { invalid } from '../../domain/refusal.ts';
import type { Day } from '../../domain/day.ts';
import { dayAt, instantOn } from '../../domain/instant.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import { isWrittenInstead } from '../../domain/unreached.ts';
import { settleStep, stepWhere } from '../steps.ts';
import type { CaseTx } from '../store.ts';
import { closeTask } from '../tasks.ts';
import { debtorProfile, hasEmail } from './contacts.ts';
import type { CallOutcome } from '../../domain/outcome.ts';

export type Attempt = {
  readonly step: PlannedStep;
  readonly taskId: string | null;
  readonly channel: 'call' | 'visit';
  readonly on: Day;
  readonly outcome: CallOutcome;
};

/** One of a few attempts on different half-days; after the last the step is written, or done without contact. Comes before its own record. */
export const countAttempt = async (tx: CaseTx, attempt: Attempt): Promise<void> => {
  const { step } = attempt;
  await refuseSameHalfDay(tx, attempt);
  const { attempts } = await tx.db.step.update({
    where: stepWhere(tx, step.key),
    data: { attempts: { increment: 1 } },
  });
  if (attempts >= step.attempts) await giveUp(tx, attempt, attempts);
};

const refuseSameHalfDay = async (tx: CaseTx, { step, on }: Attempt): Promise<void> => {
  const before = await tx.db.call.findMany({ where: { ...tx.ref, stepKey: step.key, reached: false, on } });
  const half = (at: number): string =>
    at < instantOn(dayAt(at, tx.plan.timeZone), 12, tx.plan.timeZone) ? 'morning' : 'afternoon';
  const now = half(tx.now);
  if (before.some(({ at }) => half(at.getTime()) === now))
    throw invalid('/on', `expected an attempt on another half-day, there was one on the ${now} of ${on} already`);
};

/** What was to be said is then written; where there is nothing to say, or no address, the course goes on. */
const giveUp = async (tx: CaseTx, { step, taskId }: Attempt, attempts: number): Promise<void> => {
  const reason = `not reached in ${attempts} attempts`;
  const inWriting = isWrittenInstead(tx.plan, step) && hasEmail(await debtorProfile(tx));
  if (taskId !== null)
    await closeTask(tx, taskId, 'done', {
      reached: false,
      attempts,
      then: inWriting ? 'written instead' : 'done without contact',
    });
  if (!inWriting) return settleStep(tx, step.key, { status: 'done', on: tx.today, contact: false, reason });
  await tx.db.step.update({ where: stepWhere(tx, step.key), data: { status: 'due', viaChannel: 'email', reason } });
  await tx.note('not-reached', { attempts, then: 'email' }, step.key);
};
