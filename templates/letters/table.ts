import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
  VerticalAlignTable,
} from 'docx';
import type { ITableBordersOptions, ITableCellOptions } from 'docx';
import type { Token } from '../markdown.ts';
import { runs } from './inline.ts';
import { INK, mm, SIZE, TEXT_WIDTH } from './measures.ts';

type Cell = { readonly inline: Token; readonly right: boolean };

/**
 * A Markdown table: two columns are a box of labels and values, more are a ruled table whose widths follow its words.
 * `beside` stands at a box's right, along all its rows.
 */
export const tableFrom = (inside: readonly Token[], beside: readonly Paragraph[] | null = null): Table => {
  const rows = cellsOf(inside);
  const boxed = rows[0]?.length === 2;
  const aside = boxed && beside ? [new TableCell(asideCell(beside, rows.length))] : [];
  const label = mm(aside.length > 0 ? 46 : 52);
  const right = aside.length > 0 ? [ASIDE] : [];
  const widths = boxed ? [label, TEXT_WIDTH - label - sumOf(right), ...right] : widthsFor(rows);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: boxed ? NO_BORDERS : RULED,
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index === 0 && !boxed,
          children: [
            ...row.map((cell, column) => cellFrom(cell, widths[column] ?? mm(20), { first: index === 0, boxed })),
            ...(index === 0 ? aside : []),
          ],
        }),
    ),
  });
};

const ASIDE = mm(34);

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

const asideCell = (children: readonly Paragraph[], rowSpan: number): ITableCellOptions => ({
  rowSpan,
  width: { size: ASIDE, type: WidthType.DXA },
  shading: { type: ShadingType.CLEAR, fill: INK.shade, color: 'auto' },
  margins: { top: mm(2), bottom: mm(1), left: mm(2), right: mm(2) },
  verticalAlign: VerticalAlignTable.CENTER,
  children: [...children],
});

const cellFrom = (cell: Cell, width: number, { first, boxed }: { first: boolean; boxed: boolean }): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(first || boxed ? { shading: { type: ShadingType.CLEAR, fill: INK.shade, color: 'auto' } } : {}),
    margins: { top: mm(boxed ? 0.6 : 1.2), bottom: mm(boxed ? 0.6 : 1.2), left: mm(boxed ? 3 : 1.2), right: mm(1.2) },
    children: [
      new Paragraph({
        spacing: { before: 0, after: 0, line: 250 },
        alignment: cell.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        keepNext: boxed,
        children: runs(cell.inline, { size: boxed ? SIZE.body : SIZE.small - 1, bold: first }),
      }),
    ],
  });

const cellsOf = (inside: readonly Token[]): Cell[][] => {
  const rows: Cell[][] = [];
  let right = false;
  for (const token of inside) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open' || token.type === 'td_open')
      right = String(token.attrGet('style') ?? '').includes('right');
    if (token.type === 'inline') rows.at(-1)?.push({ inline: token, right });
  }
  return rows;
};

/** Wide enough for the longest word of a column, the rest shared by how much there is to say. */
const widthsFor = (rows: readonly (readonly Cell[])[]): number[] => {
  const columns = (rows[0] ?? []).map((_, column) => {
    const lengths = rows.map((row) => row[column]?.inline.content.length ?? 0);
    return Math.min(Math.max(...lengths, 6), 30) + 2;
  });
  const total = columns.reduce((sum, weight) => sum + weight, 0);
  return columns.map((weight) => Math.round((weight / total) * TEXT_WIDTH));
};

const line = { style: BorderStyle.SINGLE, size: 4, color: INK.rule };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

export const RULED: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
};

export const NO_BORDERS: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
