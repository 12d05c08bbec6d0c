import { isSpoken, type Strategy } from '../../domain/strategy.ts';
import type { Wording } from '../../prisma/course/wording.ts';
import { cellOf, type Cell } from './cell.ts';
import type { Column } from './columns.ts';
import { liveThrough } from './course.ts';
import { begin } from './life.ts';
import type { Lived, Made } from './lived.ts';

export type Gallery = {
  readonly cells: readonly Cell[];
  readonly leftOut: readonly LeftOut[];
  readonly courses: readonly Course[];
  /** The courses of which the reports tell. */
  readonly lived: readonly Lived[];
};

/** What never comes to a debtor, and why: `consumer-be/progressive/pre-call`. */
export type LeftOut = { readonly name: string; readonly reason: string };

/** The steps of a debtor's course, in its order. */
export type Course = { readonly column: string; readonly strategy: string; readonly steps: readonly string[] };

/** Every text that the strategies call for, for every debtor. */
export const makeGallery = (columns: readonly Column[], strategies: readonly Strategy[], wording: Wording): Gallery => {
  const cells: Cell[] = [];
  const leftOut: LeftOut[] = [];
  const courses: Course[] = [];
  const lived: Lived[] = [];
  for (const column of columns)
    for (const strategy of strategies) {
      const made: Made[] = [];
      const out = liveThrough(column, strategy, (occasion) => {
        const cell = cellOf(column, occasion, wording);
        cells.push(cell);
        if (occasion.of === 'step' && occasion.variant === null)
          made.push({ occasion, subject: cell.subject, markdown: cell.markdown });
        return cell.subject;
      });
      if (strategy.key === REPORTED) lived.push({ column, made });
      cells.push(...answeringACall(column, strategy, wording));
      courses.push({
        column: column.key,
        strategy: strategy.key,
        steps: begin(column, strategy).plan.steps.map(({ key }) => key),
      });
      leftOut.push(...out.map(({ key, reason }) => ({ name: `${column.key}/${strategy.key}/${key}`, reason })));
    }
  return { cells, leftOut, courses, lived };
};

/** Of this course the reports tell. */
const REPORTED = 'progressive';

/** Where the first contact was a call, what follows it is written: the texts of `other-channel` that the usual course lacks. */
const answeringACall = (column: Column, strategy: Strategy, wording: Wording): readonly Cell[] => {
  if (!strategy.steps.some(({ action }) => action === 'other-channel')) return [];
  const cells: Cell[] = [];
  const called = { ...column, debtor: { ...column.debtor, preferredChannel: 'call' as const } };
  liveThrough(called, strategy, (occasion) => {
    const written = occasion.of === 'step' && !isSpoken(occasion.channel);
    const isOther = written && occasion.step.action === 'other-channel';
    const variant = `${occasion.variant ?? occasion.channel}-after-a-call`;
    const cell = cellOf(called, isOther ? { ...occasion, variant } : occasion, wording);
    if (isOther) cells.push(cell);
    return cell.subject;
  });
  return cells;
};

/** One line for each fault: `consumer-be/progressive/second-reminder-email: refused: …`. */
export const faultLines = ({ cells }: Pick<Gallery, 'cells'>): readonly string[] =>
  cells.flatMap(({ name, faults }) => faults.map(({ kind, detail }) => `${name}: ${kind}: ${detail}`));
