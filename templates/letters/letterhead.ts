import { BorderStyle, HeightRule, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { WordingContext } from '../context.ts';
import { addressLine, legalLine, postalLines } from '../legalLines.ts';
import { INK, LETTERHEAD_HEIGHT, mm, SIZE, TEXT_WIDTH, WINDOW_HEIGHT, WINDOW_OFFSET } from './measures.ts';
import { NO_BORDERS } from './table.ts';

/** Letterhead, references and the recipient's address. A table with fixed heights keeps the address in the envelope's window. */
export const letterhead = (context: WordingContext): Table =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [WINDOW_OFFSET, TEXT_WIDTH - WINDOW_OFFSET],
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        height: { value: LETTERHEAD_HEIGHT, rule: HeightRule.EXACT },
        children: [cell(TEXT_WIDTH, sender(context), 2)],
      }),
      new TableRow({
        // At least, so that a long address grows instead of being cut.
        height: { value: WINDOW_HEIGHT, rule: HeightRule.ATLEAST },
        children: [cell(WINDOW_OFFSET, references(context)), cell(TEXT_WIDTH - WINDOW_OFFSET, recipient(context))],
      }),
    ],
  });

const cell = (width: number, children: Paragraph[], columnSpan = 1): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    children,
  });

const sender = ({ creditor }: WordingContext): Paragraph[] => [
  new Paragraph({
    spacing: { after: 60 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: INK.accent, space: 4 } },
    children: [new TextRun({ text: creditor.name, bold: true, size: SIZE.name, color: INK.accent })],
  }),
  ...[
    legalLine(creditor),
    [addressLine(creditor.address), creditor.phone, creditor.email].filter(Boolean).join(' · '),
  ].map((text) => small(text, INK.soft)),
];

const references = ({ invoice, notice, sender: author }: WordingContext): Paragraph[] =>
  [
    notice?.number && `Mise en demeure n°\u00a0${notice.number}`,
    `Facture ${invoice.number}`,
    invoice.orderReference && `Votre commande ${invoice.orderReference}`,
    `Votre interlocuteur\u00a0: ${author.name}`,
    author.phone && `Téléphone\u00a0: ${author.phone}`,
    author.email,
  ]
    .filter((text): text is string => typeof text === 'string')
    .map((text) => small(text, INK.soft));

const recipient = ({ debtor, contact, creditor }: WordingContext): Paragraph[] => {
  const forPerson = debtor.kind !== 'consumer' && contact.name && !debtor.name.includes(contact.name);
  const lines = [
    ...(forPerson ? [`À l’attention de ${contact.name}`] : []),
    ...postalLines(debtor.address, creditor.country),
  ];
  return [line(debtor.name, true), ...lines.map((text) => line(text, false))];
};

const line = (text: string, bold: boolean): Paragraph =>
  new Paragraph({ spacing: { after: 0, line: 264 }, children: [new TextRun({ text, bold, size: SIZE.body })] });

const small = (text: string, color: string): Paragraph =>
  new Paragraph({
    spacing: { after: 0, line: 250 },
    indent: { right: mm(2) },
    children: [new TextRun({ text, size: SIZE.small - 1, color })],
  });
