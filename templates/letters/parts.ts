import { Paragraph, Tab, Table, TableCell, TableRow, TabStopType, TextRun, WidthType } from 'docx';
import type { WordingContext } from '../context.ts';
import { formatsFor } from '../formats.ts';
import { phrasesIn } from '../words/phrasesIn.ts';
import { mm, SIZE, TEXT_WIDTH, WINDOW_OFFSET } from './measures.ts';
import { NO_BORDERS } from './table.ts';

/** Place and date, how it travels, and what it is about. A notice bears the day on which it is to be posted, from which its deadline is counted. */
export const opening = (
  subject: string,
  { today, notice, creditor, channel, language }: WordingContext,
): Paragraph[] => {
  const { letter } = phrasesIn(language);
  const day = formatsFor(language).date(notice?.plannedPosting ?? today);
  return [
    new Paragraph({
      indent: { left: WINDOW_OFFSET },
      spacing: { after: 200 },
      children: [new TextRun(letter.placeAndDate(creditor.address.city, day))],
    }),
    ...(channel === 'registered-letter' ? [registered(letter.registered(creditor.country))] : []),
    new Paragraph({
      spacing: { after: 220 },
      children: [new TextRun({ text: letter.subject(subject), bold: true })],
    }),
  ];
};

const registered = (text: string): Paragraph =>
  new Paragraph({
    spacing: { after: 80 },
    children: [new TextRun({ text, bold: true })],
  });

/** The numbered enclosures, to which « pièce n° 2 » refers, and beside them who signs, so that neither goes to a page of its own. */
export const ending = (context: WordingContext): Table =>
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
  });

const cell = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: mm(2), bottom: 0, left: 0, right: mm(3) },
    children: children.length > 0 ? children : [new Paragraph('')],
  });

/** The room above the name is for the hand. */
export const signature = ({ creditor, sender, language }: WordingContext): Paragraph[] => {
  const { name, role } = creditor.signatory ?? sender;
  return [
    plain(phrasesIn(language).letter.signedFor(creditor.name), mm(15)),
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
              spacing: { after: 0, line: 250 },
              indent: { left: mm(5), hanging: mm(5) },
              tabStops: [{ type: TabStopType.LEFT, position: mm(5) }],
              children: [new TextRun({ children: [`${index + 1}.`, new Tab(), text], size: SIZE.small })],
            }),
        ),
      ];

const plain = (text: string, after: number): Paragraph =>
  new Paragraph({ spacing: { after }, children: [new TextRun(text)] });
