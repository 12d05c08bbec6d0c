import type { Strategy } from '../../domain/strategy.ts';
import type { Wording } from '../../prisma/course/wording.ts';
import { cellOf, type Cell } from './cell.ts';
import type { Column } from './columns.ts';
import { liveThrough } from './course.ts';

export type Gallery = {
  readonly cells: readonly Cell[];
  /** What never comes to a debtor, and why: `consumer-be/progressive/pre-call`. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
};

/** Every text that the strategies call for, for every debtor. */
export const makeGallery = (columns: readonly Column[], strategies: readonly Strategy[], wording: Wording): Gallery => {
  const cells: Cell[] = [];
  const leftOut: Gallery['leftOut'][number][] = [];
  for (const column of columns)
    for (const strategy of strategies) {
      const out = liveThrough(column, strategy, (occasion) => {
        const cell = cellOf(column, occasion, wording);
        cells.push(cell);
        return cell.subject;
      });
      leftOut.push(...out.map(({ key, reason }) => ({ name: `${column.key}/${strategy.key}/${key}`, reason })));
    }
  return { cells, leftOut };
};

/** One line for each fault: `consumer-be/progressive/second-reminder-email: refused: …`. */
export const faultLines = ({ cells }: Pick<Gallery, 'cells'>): readonly string[] =>
  cells.flatMap(({ name, faults }) => faults.map(({ kind, detail }) => `${name}: ${kind}: ${detail}`));
