import { addDays, later, type Day } from '../../domain/day.ts';
import { limitationOf } from '../../domain/legal/limitation.ts';
import type { CaseTx } from '../store.ts';
import { openTask } from '../tasks.ts';
import { DECIDE_WITHIN, within } from './within.ts';

/** Ends the holds whose last day is past; where one asks for it, a person decides before the course goes on. */
export const endHold = async (tx: CaseTx, lastDay: Day): Promise<void> => {
  // The day slept for counts, even where this machine's clock lags behind.
  const today = later(tx.today, addDays(lastDay, 1));
  const ended = await tx.db.hold.findMany({ where: { ...tx.ref, endedOn: null, until: { lt: today } } });
  await tx.db.hold.updateMany({
    where: { id: { in: ended.map(({ id }) => id) } },
    data: { endedOn: today, endedBy: tx.actor.name },
  });
  for (const hold of ended) await tx.note('hold-ended', { holdId: hold.id, kind: hold.kind });
  if (ended.some(({ thenDo }) => thenDo === 'decide'))
    await askAfterHold(tx, ended.map(({ note, kind }) => note ?? kind).join('; '));
};

const askAfterHold = async (tx: CaseTx, about: string): Promise<void> => {
  const asked = await tx.db.task.count({
    where: { ...tx.ref, status: 'open', kind: 'decide', stepKey: null, blocking: true },
  });
  if (asked > 0) return;
  await openTask(tx, {
    kind: 'decide',
    title: 'the hold has ended: go on, hold again or close?',
    details: { question: about },
    deadline: within(tx, tx.today, DECIDE_WITHIN, 'escalate'),
  });
};

/** Nothing sleeps silently: a course that ended unpaid asks a person. */
export const endCourse = async (tx: CaseTx): Promise<void> => {
  const facts = await tx.facts();
  if (facts.closed || facts.handedOverOn || facts.waits.length > 0 || facts.holds.length > 0) return;
  await openTask(tx, {
    kind: 'decide',
    title: 'the course has ended unpaid: hand over, write off or hold?',
    details: {
      endOfCourse: true,
      question: 'the course has ended unpaid',
      limitation: limitationOf(tx.plan, facts.dueOn),
    },
    role: 'manager',
    deadline: within(tx, tx.today, DECIDE_WITHIN, 'escalate'),
  });
};
