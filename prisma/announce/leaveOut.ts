import { invalid } from '../../domain/refusal.ts';
import { isSettled } from '../../domain/facts.ts';
import { overlay } from '../../domain/overlay.ts';
import { factOf, timetable } from '../../domain/timetable.ts';
import { settleStep } from '../steps.ts';
import type { CaseTx } from '../store.ts';

/** What is known on the first day never to happen is said at once: the debtor's kind, a step switched off, `startAt`. */
export const skipFromTheStart = async (tx: CaseTx, startAt: string | null): Promise<void> => {
  const start = startAt === null ? 0 : tx.plan.steps.findIndex((step) => step.key === startAt);
  if (start < 0)
    throw invalid('/startAt', `expected one of ${tx.plan.steps.map((step) => step.key).join(', ')}, got ${startAt}`);
  for (const [position, step] of tx.plan.steps.entries()) {
    const { skip } = overlay(tx.plan, step);
    const reason = position < start && !step.mandatory ? `the course began at ${startAt} by a person's decision` : skip;
    if (reason !== null) await settleStep(tx, step.key, { status: 'skipped', reason });
  }
};

/** Steps whose last day has passed expire; the first that can still happen is where the course stands. */
export const expireLate = async (tx: CaseTx): Promise<void> => {
  const facts = await tx.facts();
  const open = timetable(tx.plan, facts, tx.now).filter(({ key }) => !isSettled(factOf(facts, key)));
  const next = open.findIndex(({ late }) => !late);
  for (const row of open.slice(0, next < 0 ? open.length : next))
    await settleStep(tx, row.key, { status: 'expired', reason: `its last day had passed on ${tx.today}` });
};
