import type { UnofficialRate } from '../../domain/claim/unofficial.ts';
import type { InvoiceRow } from '../../prisma/desk/invoices.ts';
import type { LetterRow, TalkRow } from '../../prisma/desk/caseHistory.ts';
import type { Question } from '../../prisma/desk/queue.ts';
import type { StepView } from '../../prisma/people/stepView.ts';
import type { TaskView } from '../../prisma/people/taskDesk.ts';
import type { Given } from '../parts/given.ts';
import type { Visit } from '../visit.ts';

/** What a task's card shows besides the task itself; null where its kind needs none of it. */
export type Material = {
  readonly question: Question;
  readonly step: StepView | null;
  /** The step goes to nobody without a sentence of a person. */
  readonly lineRequired: boolean;
  readonly talks: readonly TalkRow[];
  /** Tries on one step before it is given up. */
  readonly attempts: number;
  readonly letter: LetterRow | null;
  readonly openInvoices: readonly Pick<InvoiceRow, 'id' | 'number' | 'debtorName' | 'balance'>[];
};

export type CardProps = {
  readonly visit: Visit;
  readonly task: TaskView;
  readonly material: Material;
  readonly given: Given;
};

/** A text in the details that a task carries. */
export const detail = ({ details }: Pick<TaskView, 'details'>, name: string): string | null => {
  const value = all(details)[name];
  return typeof value === 'string' ? value : null;
};

/** A number, a record or whatever else is in the details, unread. */
export const details = ({ details: given }: Pick<TaskView, 'details'>): Readonly<Record<string, unknown>> => all(given);

/** The rates behind its figures that nobody official published. */
export const unofficialIn = (task: Pick<TaskView, 'details'>): readonly UnofficialRate[] =>
  (details(task)['unofficialRates'] ?? []) as readonly UnofficialRate[];

const all = (given: unknown): Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? (given as Readonly<Record<string, unknown>>)
    : {};
