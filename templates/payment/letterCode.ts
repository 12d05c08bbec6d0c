import { AlignmentType, ImageRun, Paragraph, TextRun } from 'docx';
import type { WordingContext } from '../context.ts';
import { formatsFor } from '../formats.ts';
import { INK, SIZE } from '../letters/measures.ts';
import type { Token } from '../markdown.ts';
import { askedOf } from '../words.ts';
import { statesPayment } from './box.ts';
import type { InlineImage } from './code.ts';
import { paymentPhrases } from './words.ts';

/** What stands beside a table, or null. */
export type Beside = (table: readonly Token[]) => readonly Paragraph[] | null;

/** 28 mm at 96 pixels an inch: half a millimetre a module and more, which every phone reads from paper. */
const SIDE = 106;

/** The code beside the payment box of a letter. */
export const codeBeside =
  (context: WordingContext, [code]: readonly InlineImage[]): Beside =>
  (table) =>
    code && statesPayment(table, context) ? paragraphs(code, context) : null;

const paragraphs = (code: InlineImage, context: WordingContext): readonly Paragraph[] => {
  const { scan, alt } = paymentPhrases[context.language];
  const told = alt(formatsFor(context.language).money(askedOf(context)), context.creditor.name);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      // A picture needs a line that grows with it.
      spacing: { before: 0, after: 20, line: 240, lineRule: 'auto' },
      children: [
        new ImageRun({
          type: 'png',
          data: Buffer.from(code.bytes),
          transformation: { width: SIDE, height: SIDE },
          altText: { name: scan, title: scan, description: told },
        }),
      ],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 0 },
      children: [new TextRun({ text: scan, size: SIZE.fine, color: INK.soft })],
    }),
  ];
};
