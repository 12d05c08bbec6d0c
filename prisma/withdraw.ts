import type { CaseTx } from './store.ts';

/**
 * Steps that wait for a person go back: `due` = made anew at once, `planned` = at their next sending hour.
 * A step whose message may have gone out keeps its question: to make it anew could send it twice.
 */
export const withdrawSteps = async (
  tx: CaseTx,
  why: string,
  to: 'due' | 'planned',
  stepKeys?: readonly string[],
): Promise<void> => {
  const steps = await tx.db.step.findMany({
    where: {
      ...tx.ref,
      status: { in: ['awaiting-approval', 'task-open', 'due'] },
      ...(stepKeys ? { key: { in: [...stepKeys] } } : {}),
    },
  });
  for (const step of steps) await withdrawStep(tx, step.key, why, to);
};

/** Withdraws a step's draft, tasks and unposted letter. */
export const withdrawStep = async (tx: CaseTx, stepKey: string, why: string, to: 'due' | 'planned'): Promise<void> => {
  const where = { ...tx.ref, stepKey };
  const closed = { closedOn: tx.today, closedAt: new Date(tx.now), closedBy: tx.actor.name };
  await tx.db.draft.updateMany({
    where: { ...where, status: { in: ['open', 'approved'] } },
    data: { status: 'withdrawn', withdrawnWhy: why },
  });
  await tx.db.task.updateMany({ where: { ...where, status: 'open' }, data: { status: 'withdrawn', ...closed } });
  await tx.db.document.updateMany({
    where: { ...where, postedOn: null, voidedOn: null },
    data: { voidedOn: tx.today, voidedWhy: why },
  });
  await tx.db.step.update({ where: { creditorId_invoiceId_key: { ...tx.ref, key: stepKey } }, data: { status: to } });
  await tx.note('withdrawn', { why }, stepKey);
};

/** Ends every open hold. */
export const endHolds = async (tx: CaseTx): Promise<void> => {
  await tx.db.hold.updateMany({
    where: { ...tx.ref, endedOn: null },
    data: { endedOn: tx.today, endedBy: tx.actor.name },
  });
};

/** Questions that have lost their object (decide, …) when the claim is settled; those of the kinds `except` stay. */
export const withdrawTasks = async (tx: CaseTx, except: readonly string[]): Promise<void> => {
  await tx.db.task.updateMany({
    where: { ...tx.ref, status: 'open', kind: { notIn: [...except] } },
    data: { status: 'withdrawn', closedOn: tx.today, closedAt: new Date(tx.now), closedBy: tx.actor.name },
  });
};

/** Questions about a step are asked anew when its time comes again; whether a message went out stays to be answered. */
export const withdrawQuestions = async (tx: CaseTx, why: string): Promise<void> => {
  const unclear = await tx.db.step.findMany({ where: { ...tx.ref, status: 'unclear' }, select: { key: true } });
  await tx.db.task.updateMany({
    where: { ...tx.ref, status: 'open', kind: 'decide', stepKey: { not: null, notIn: unclear.map(({ key }) => key) } },
    data: {
      status: 'withdrawn',
      result: { why },
      closedOn: tx.today,
      closedAt: new Date(tx.now),
      closedBy: tx.actor.name,
    },
  });
};
