import { AlignmentType, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { INK, LINE, mm, SIZE, TEXT_WIDTH } from './measures.ts';
import { RULED } from './table.ts';

/** A cell's lines; the second and later ones are soft. Amounts stand on the right. */
export type GridCell = { readonly lines: readonly string[]; readonly right?: boolean; readonly bold?: boolean };

/** A ruled table of the house style from plain words; `widths` in millimetres, the last column takes the rest. */
export const grid = (widths: readonly number[], rows: readonly (readonly GridCell[])[]): Table => {
  const fixed = widths.map(mm);
  const rest = TEXT_WIDTH - fixed.reduce((sum, width) => sum + width, 0);
  const columns = [...fixed, rest];
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    borders: RULED,
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index === 0,
          children: row.map((cell, column) => gridCell(cell, columns[column] ?? rest, index === 0)),
        }),
    ),
  });
};

const gridCell = ({ lines, right, bold }: GridCell, width: number, head: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(head ? { shading: { type: ShadingType.CLEAR, fill: INK.shade, color: 'auto' } } : {}),
    margins: { top: mm(1), bottom: mm(1), left: mm(0.9), right: mm(0.9) },
    children: lines.map(
      (text, index) =>
        new Paragraph({
          spacing: { before: 0, after: 0, ...LINE.close },
          alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [
            new TextRun({
              text,
              size: SIZE.fine + 1,
              bold: (bold ?? false) || head,
              ...(index > 0 && !head ? { color: INK.soft } : {}),
            }),
          ],
        }),
    ),
  });
