import { BorderStyle, HeightRule, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { WordingContext } from '../context.ts';
import { formatsFor } from '../formats.ts';
import { addressLine, legalLine, postalLines } from '../legalLines.ts';
import { phrasesIn } from '../words/phrasesIn.ts';
import { INK, LETTERHEAD_HEIGHT, LINE, mm, SIZE, TEXT_WIDTH, WINDOW_HEIGHT, WINDOW_OFFSET } from './measures.ts';
import { NO_BORDERS } from './table.ts';

/** Letterhead, place and date, references, and the recipient's address. A notice bears the day on which it is to be posted, from which its deadline is counted. */
export const letterhead = (context: WordingContext): Table => {
  const { today, notice, creditor, language } = context;
  const day = formatsFor(language).date(notice?.plannedPosting ?? today);
  return headOf(context, {
    dated: phrasesIn(language).letter.placeAndDate(creditor.address.city, day),
    references: referenceLines(context),
    recipient: recipientLines(context),
  });
};

export type Head = {
  readonly dated: string | null;
  readonly references: readonly string[];
  readonly recipient: readonly string[];
};

/**
 * A table with fixed heights keeps the address, whose first line is the name, in the envelope's window, and nothing
 * else: place and date stand at its left, because below it they would show when the sheet slips. A document for nobody's
 * envelope keeps no room for a window.
 */
export const headOf = (
  from: Pick<WordingContext, 'creditor' | 'language'>,
  { dated, references, recipient }: Head,
): Table =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [WINDOW_OFFSET, TEXT_WIDTH - WINDOW_OFFSET],
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        height: recipient.length > 0 ? { value: LETTERHEAD_HEIGHT, rule: HeightRule.EXACT } : low(20),
        children: [cell(TEXT_WIDTH, sender(from), 2)],
      }),
      new TableRow({
        // At least, so that a long address grows instead of being cut.
        height: recipient.length > 0 ? { value: WINDOW_HEIGHT, rule: HeightRule.ATLEAST } : low(6),
        children: [
          cell(WINDOW_OFFSET, [
            ...(dated === null ? [] : [date(dated)]),
            ...references.map((text) => small(text, INK.soft)),
          ]),
          cell(
            TEXT_WIDTH - WINDOW_OFFSET,
            recipient.map((text, index) => line(text, index === 0)),
          ),
        ],
      }),
    ],
  });

const low = (height: number) => ({ value: mm(height), rule: HeightRule.ATLEAST });

const cell = (width: number, children: Paragraph[], columnSpan = 1): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    children,
  });

const sender = ({ creditor, language }: Pick<WordingContext, 'creditor' | 'language'>): Paragraph[] => [
  new Paragraph({
    spacing: { after: 60 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: INK.accent, space: 4 } },
    children: [new TextRun({ text: creditor.name, bold: true, size: SIZE.name, color: INK.accent })],
  }),
  ...[
    legalLine(creditor, language),
    [addressLine(creditor.address), creditor.phone, creditor.email].filter(Boolean).join(' · '),
  ].map((text) => small(text, INK.soft)),
];

/** What the letter is about and whom to answer, line by line. */
export const referenceLines = ({
  debtor,
  invoice,
  law,
  notice,
  sender: author,
  language,
}: WordingContext): string[] => {
  const { letter } = phrasesIn(language);
  const order = debtor.kind === 'public' && law === 'FR' ? letter.commitment : letter.order;
  return [
    notice?.number && (debtor.kind === 'public' ? letter.publicClaim : letter.notice)(notice.number),
    letter.invoice(invoice.number),
    invoice.orderReference && order(invoice.orderReference),
    invoice.serviceReference && letter.service(invoice.serviceReference),
    letter.contact(author.name),
    author.phone && letter.phone(author.phone),
    author.email,
  ].filter((text): text is string => typeof text === 'string' && text !== '');
};

/** The envelope's lines, the name first. */
export const recipientLines = ({
  debtor,
  contact,
  creditor,
  language,
}: Pick<WordingContext, 'debtor' | 'creditor' | 'language'> & {
  readonly contact: Pick<WordingContext['contact'], 'name'>;
}): string[] => {
  const forPerson = debtor.kind !== 'consumer' && contact.name && !debtor.name.includes(contact.name);
  return [
    debtor.name,
    ...(forPerson ? [phrasesIn(language).letter.attention(contact.name)] : []),
    ...postalLines(debtor.address, creditor.country, language),
  ];
};

const line = (text: string, bold: boolean): Paragraph =>
  new Paragraph({ spacing: { after: 0, ...LINE.address }, children: [new TextRun({ text, bold, size: SIZE.body })] });

const date = (text: string): Paragraph =>
  new Paragraph({ spacing: { after: 120, ...LINE.address }, children: [new TextRun(text)] });

const small = (text: string, color: string): Paragraph =>
  new Paragraph({
    spacing: { after: 0, ...LINE.address },
    indent: { right: mm(2) },
    children: [new TextRun({ text, size: SIZE.small - 1, color })],
  });
