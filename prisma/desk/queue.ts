import type { MoneyJson } from '../profiles.ts';
import type { Store } from '../store.ts';
import type { TaskKind } from '../tasks.ts';
import { balancesOf } from './balances.ts';

/** More than a desk can show on one page; the counters count them all. */
const MOST = 500;

/** What a decide task asks about. */
export type Question = 'hold-ended' | 'course-ended' | 'sent-or-not' | 'answered';

/** Something that a person must do, with what its line on the desk says. */
export type QueueRow = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly stepKey: string | null;
  readonly role: string;
  readonly owner: string | null;
  readonly escalated: boolean;
  /** The day by which it is to be done: the posting day that a letter is printed for, else its deadline. */
  readonly dueOn: string | null;
  readonly onDeadline: string | null;
  readonly snoozedUntil: string | null;
  readonly question: Question;
  readonly invoice: { readonly id: string; readonly number: string; readonly dueOn: string } | null;
  readonly debtorName: string | null;
  /** Still owed, or the money that the task is about. */
  readonly amount: MoneyJson | null;
};

/** Every open task of a creditor: the earliest deadline first, then the largest amount. */
export const queueOf = async (store: Store, creditorId: string): Promise<readonly QueueRow[]> => {
  const tasks = await store.db.task.findMany({
    where: { creditorId, status: 'open' },
    orderBy: [{ deadlineOn: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }],
    take: MOST,
    include: {
      invoice: {
        select: {
          id: true,
          number: true,
          dueOn: true,
          amountMinor: true,
          currency: true,
          debtor: { select: { name: true } },
        },
      },
    },
  });
  const balances = await balancesOf(
    store,
    creditorId,
    tasks.flatMap(({ invoice }) => invoice ?? []),
  );
  const rows = tasks.map(({ invoice, ...task }): QueueRow => {
    const details = detailsOf(task.details);
    return {
      id: task.id,
      kind: task.kind as TaskKind,
      stepKey: task.stepKey,
      role: task.role,
      owner: task.owner,
      escalated: task.escalated,
      dueOn: details.plannedPosting ?? task.deadlineOn ?? null,
      onDeadline: task.onDeadline,
      snoozedUntil: task.snoozedUntil,
      question: questionOf(task),
      invoice: invoice && { id: invoice.id, number: invoice.number, dueOn: invoice.dueOn },
      debtorName: invoice?.debtor.name ?? null,
      amount:
        details.amountMinor !== undefined && details.currency !== undefined
          ? { minor: details.amountMinor, currency: details.currency }
          : invoice && { minor: balances.get(invoice.id) ?? 0, currency: invoice.currency },
    };
  });
  return rows.toSorted(
    (a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || (b.amount?.minor ?? 0) - (a.amount?.minor ?? 0),
  );
};

type Details = { readonly plannedPosting?: string; readonly amountMinor?: number; readonly currency?: string };

const detailsOf = (details: unknown): Details => (typeof details === 'object' && details !== null ? details : {});

/** Read from what the task carries: it has no column of its own. */
export const questionOf = ({
  details,
  stepKey,
}: {
  readonly details: unknown;
  readonly stepKey: string | null;
}): Question => {
  const read = (typeof details === 'object' && details !== null ? details : {}) as Readonly<Record<string, unknown>>;
  if (read['unclear'] !== undefined) return 'sent-or-not';
  if (read['endOfCourse'] === true) return 'course-ended';
  return stepKey === null ? 'hold-ended' : 'answered';
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
