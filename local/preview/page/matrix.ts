import type { Cell } from '../cell.ts';
import type { Column } from '../columns.ts';
import type { Course, LeftOut } from '../gallery.ts';
import { picturesOf } from '../pictures.ts';
import { escape } from './html.ts';
import { dayTitle, isUsual, rowOf, rowTitle, wayOf } from './said.ts';

export type MatrixOf = {
  readonly strategy: string;
  readonly rows: readonly string[];
  readonly columns: readonly Column[];
  readonly cells: readonly Cell[];
  readonly leftOut: readonly LeftOut[];
  readonly courses: readonly Course[];
  readonly files: readonly string[];
};

/** A strategy at one glance: its steps downwards, the debtors across, in each field when and how, with a link. */
export const matrix = ({ strategy, rows, columns, cells, leftOut, courses, files }: MatrixOf): string => {
  const heads = columns.map(
    ({ key, title }) => `<th scope="col"><a href="#${key}/${strategy}" data-course>${escape(title)}</a></th>`,
  );
  const has = (key: string, row: string): boolean =>
    courses.some((course) => course.column === key && course.strategy === strategy && course.steps.includes(row));
  const lines = rows.map((row) => {
    const fields = columns.map(({ key }) => {
      const found = cells.filter((cell) => cell.column === key && rowOf(cell) === row);
      const out = leftOut.find(({ name }) => name === `${key}/${strategy}/${row}`);
      return `<td>${found.length > 0 ? field(found, files) : `<small>${escape(out?.reason ?? (has(key, row) ? 'a person acts, without a text' : 'not in his course'))}</small>`}</td>`;
    });
    return `<tr><th scope="row"><a href="#*/${strategy}/${escape(row)}">${escape(rowTitle(strategy, row))}</a></th>${fields.join('')}</tr>`;
  });
  return `<table data-strategy="${strategy}"><caption><b>${escape(strategy)}</b>: a debtor’s name leads to all that he gets, in order; a step’s name to what everybody gets then</caption><thead><tr><td></td>${heads.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
};

const field = (cells: readonly Cell[], files: readonly string[]): string => {
  const usual = cells.filter(isUsual);
  const others = cells.filter((cell) => !isUsual(cell));
  return `${usual.map((cell) => link(cell, files)).join('')}${
    others.length === 0 ? '' : `<small>${others.map((cell) => link(cell, [])).join('')}</small>`
  }`;
};

const link = (cell: Cell, files: readonly string[]): string => {
  const picture = picturesOf(cell, files).find((file) => !file.includes('-dark.'));
  const thumb = picture === undefined ? '' : `<img class="thumb" loading="lazy" src="${escape(picture)}" alt="">`;
  const when = isUsual(cell) ? `<b>${dayTitle(cell.day)}</b> ` : '';
  const wrong = cell.faults.length > 0 ? ' class="fault"' : '';
  return `<a href="#${escape(cell.name)}"${wrong} data-kind="${cell.kind}">${thumb}${when}<span>${escape(wayOf(cell))}</span></a>`;
};
