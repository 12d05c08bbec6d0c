import { Paragraph, Tab, Table, TableCell, TableRow, TabStopType, TextRun, WidthType } from 'docx';
import type { WordingContext } from '../context.ts';
import { phrasesIn } from '../words/phrasesIn.ts';
import { LINE, mm, SIZE, TEXT_WIDTH, WINDOW_OFFSET } from './measures.ts';
import { printed } from './printed.ts';
import { NO_BORDERS } from './table.ts';

/** How it travels, and what it is about. */
export const opening = (subject: string, { creditor, channel, language }: WordingContext): Paragraph[] => {
  const { letter } = phrasesIn(language);
  const lines = [
    ...(channel === 'registered-letter' ? [letter.registered(creditor.country)] : []),
    letter.subject(subject),
  ];
  return lines.map(
    (text, index) =>
      new Paragraph({
        spacing: { before: index === 0 ? mm(3) : 0, after: index === lines.length - 1 ? 180 : 60 },
        children: [new TextRun({ text, bold: true })],
      }),
  );
};

/** The numbered enclosures, to which « pièce n° 2 » refers, and beside them who signs, so that neither goes to a page of its own. */
export const ending = (context: WordingContext): readonly [Table, Paragraph] => [
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [WINDOW_OFFSET, TEXT_WIDTH - WINDOW_OFFSET],
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [cell(WINDOW_OFFSET, enclosures(context)), cell(TEXT_WIDTH - WINDOW_OFFSET, signature(context))],
      }),
    ],
  }),
  // A document ends with a paragraph; the one that a word processor adds by itself may need a page of its own.
  new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, children: [] }),
];

const cell = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: mm(1), bottom: 0, left: 0, right: mm(3) },
    children: children.length > 0 ? children : [new Paragraph('')],
  });

/** The room above the name is for the hand. */
export const signature = ({ creditor, sender, language }: WordingContext): Paragraph[] => {
  const { name, role } = creditor.signatory ?? sender;
  return [
    plain(phrasesIn(language).letter.signedFor(creditor.name), mm(12)),
    new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: name, bold: true })] }),
    ...(role ? [plain(role, 0)] : []),
  ];
};

export const enclosures = ({ enclosures: items, language }: WordingContext): Paragraph[] =>
  items.length === 0
    ? []
    : [
        new Paragraph({
          spacing: { after: 60 },
          children: [
            new TextRun({ text: phrasesIn(language).letter.enclosures(items.length), bold: true, size: SIZE.small }),
          ],
        }),
        ...items.map(
          (text, index) =>
            new Paragraph({
              spacing: { after: 0, ...LINE.close },
              indent: { left: mm(5), hanging: mm(5) },
              tabStops: [{ type: TabStopType.LEFT, position: mm(5) }],
              children: [
                new TextRun({ children: [`${index + 1}.`, new Tab(), printed(language)(text)], size: SIZE.small }),
              ],
            }),
        ),
      ];

const plain = (text: string, after: number): Paragraph =>
  new Paragraph({ spacing: { after }, children: [new TextRun(text)] });
