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
  VerticalMergeType,
} from 'docx';
import type { ITableBordersOptions } from 'docx';
import type { Token } from '../markdown.ts';
import { runs } from './inline.ts';
import { INK, LINE, mm, SIZE, TEXT_WIDTH } from './measures.ts';

type Cell = { readonly inline: Token; readonly right: boolean };

/**
 * A Markdown table: two columns are a box of labels and values, more are a ruled table whose widths follow its words.
 * `beside` stands at a box's right, along all its rows; `keepNext`: its last row stays with what follows.
 */
export const tableFrom = (
  inside: readonly Token[],
  { beside, keepNext }: { readonly beside: readonly Paragraph[] | null; readonly keepNext: boolean },
): Table => {
  const rows = cellsOf(inside);
  const boxed = rows[0]?.length === 2;
  const aside = boxed && beside ? beside : null;
  const label = mm(aside ? 46 : 52);
  const right = aside ? [ASIDE] : [];
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
            ...row.map((cell, column) =>
              cellFrom(cell, widths[column] ?? mm(20), {
                first: index === 0,
                boxed,
                keepNext: index < rows.length - 1 ? staysWithNext(index, rows.length) : keepNext,
              }),
            ),
            ...(aside ? [asideCell(index === 0 ? aside : null)] : []),
          ],
        }),
    ),
  });
};

const ASIDE = mm(34);

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/**
 * The cell at a box's right: what stands there in its first row, afterwards merged with it. A merged row keeps a line as
 * low as can be, because the default one, unseen, would be higher than the box's own text.
 */
const asideCell = (children: readonly Paragraph[] | null): TableCell =>
  new TableCell({
    verticalMerge: children ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
    width: { size: ASIDE, type: WidthType.DXA },
    shading: { type: ShadingType.CLEAR, fill: INK.shade, color: 'auto' },
    margins: children ? { top: mm(2), bottom: mm(1), left: mm(2), right: mm(2) } : { top: 0, bottom: 0 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: children
      ? [...children]
      : [new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, children: [] })],
  });

/** A short table stays whole; of a longer one, neither its head nor its last row stands alone. */
const staysWithNext = (row: number, rows: number): boolean => rows <= SHORT || row === 0 || row === rows - 2;

const SHORT = 9;

const cellFrom = (
  cell: Cell,
  width: number,
  { first, boxed, keepNext }: { readonly first: boolean; readonly boxed: boolean; readonly keepNext: boolean },
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(first || boxed ? { shading: { type: ShadingType.CLEAR, fill: INK.shade, color: 'auto' } } : {}),
    margins: { top: mm(boxed ? 0.6 : 1.2), bottom: mm(boxed ? 0.6 : 1.2), left: mm(boxed ? 3 : 1.2), right: mm(1.2) },
    children: [
      new Paragraph({
        spacing: { before: 0, after: 0, ...LINE.close },
        alignment: cell.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        keepNext,
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

/** Each column is wide enough for its longest word, or its figures; the rest goes to those that have more to say. */
const widthsFor = (rows: readonly (readonly Cell[])[]): number[] => {
  const columns = (rows[0] ?? []).map((head, column) => {
    const texts = rows.map((row) => shown(row[column]?.inline.content ?? ''));
    const whole = longest(texts);
    const need = head.right ? whole : longest(texts.flatMap((text) => text.split(BREAK)));
    return { need: mm(need * CHARACTER + SIDES), more: Math.max(Math.min(whole, LONG) - need, 0) + 1 };
  });
  const rest = TEXT_WIDTH - sumOf(columns.map(({ need }) => need));
  const more = sumOf(columns.map((column) => column.more));
  return columns.map((column) => Math.round(column.need + (rest * column.more) / more));
};

/** Without the marks of bold type. */
const shown = (markdown: string): string => markdown.replaceAll('**', '');

const longest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length), 4);

/** Where a line may end: no non-breaking space is one. */
const BREAK = /[ \n]/;
/** A character's width at a table's size, and what a cell has at its sides, in millimetres. */
const CHARACTER = 1.6;
const SIDES = 3;
/** A longer text may take a second line. */
const LONG = 48;

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
