import type { StepRow } from '../prisma/views.ts';

export type CourseItem =
  | { readonly is: 'step'; readonly step: StepRow; readonly day: string | null }
  | { readonly is: 'due' | 'today'; readonly day: string };

/** The steps in their order, with the due date and today set in where they fall. */
export const courseItems = (
  steps: readonly StepRow[],
  dueOn: string,
  today: string,
  open: boolean,
): readonly CourseItem[] => {
  const items: CourseItem[] = steps.map((step) => ({ is: 'step', step, day: step.on ?? step.plannedOn }));
  const marks: CourseItem[] = [{ is: 'due', day: dueOn }, ...(open ? [{ is: 'today' as const, day: today }] : [])];
  for (const mark of marks.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))) {
    const last = items.findLastIndex(
      (item) => item.day !== null && (item.is === 'step' ? before(item, mark) : item.day <= (mark.day ?? '')),
    );
    items.splice(last + 1, 0, mark);
  }
  return items;
};

/** What isn't done yet comes after today, what was done today before it. */
const before = (item: Extract<CourseItem, { is: 'step' }>, mark: CourseItem): boolean => {
  const day = item.day ?? '';
  const settled = ['done', 'merged', 'skipped', 'expired', 'failed'].includes(item.step.status);
  return day < (mark.day ?? '') || (day === mark.day && settled);
};
