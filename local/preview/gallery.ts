import type { Strategy } from '../../domain/strategy.ts';
import type { Wording } from '../../prisma/course/wording.ts';
import { cellOf, type Cell } from './cell.ts';
import type { Column } from './columns.ts';
import { liveThrough } from './course.ts';
import { begin } from './life.ts';

export type Gallery = {
  readonly cells: readonly Cell[];
  readonly leftOut: readonly LeftOut[];
  readonly courses: readonly Course[];
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
  for (const column of columns)
    for (const strategy of strategies) {
      const out = liveThrough(column, strategy, (occasion) => {
        const cell = cellOf(column, occasion, wording);
        cells.push(cell);
        return cell.subject;
      });
      courses.push({
        column: column.key,
        strategy: strategy.key,
        steps: begin(column, strategy).plan.steps.map(({ key }) => key),
      });
      leftOut.push(...out.map(({ key, reason }) => ({ name: `${column.key}/${strategy.key}/${key}`, reason })));
    }
  return { cells, leftOut, courses };
};

/** One line for each fault: `consumer-be/progressive/second-reminder-email: refused: …`. */
export const faultLines = ({ cells }: Pick<Gallery, 'cells'>): readonly string[] =>
  cells.flatMap(({ name, faults }) => faults.map(({ kind, detail }) => `${name}: ${kind}: ${detail}`));
