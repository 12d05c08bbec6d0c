import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { WordingContext } from '../context.ts';
import { legalLine } from '../legalLines.ts';
import { phrasesIn } from '../words/phrasesIn.ts';
import { INK, SIZE, TEXT_WIDTH } from './measures.ts';

/** On every page after the first: whose letter this is, and to whom. */
export const continuation = ({ creditor, debtor, invoice, language }: WordingContext): Header =>
  continuationSaying(phrasesIn(language).letter.continuation(creditor.name, debtor.name, invoice.number));

export const continuationSaying = (text: string): Header =>
  new Header({
    children: [
      new Paragraph({
        spacing: { after: 320 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: INK.rule, space: 4 } },
        children: [fine(text)],
      }),
    ],
  });

export const noHeader = (): Header =>
  new Header({ children: [new Paragraph({ spacing: { after: 0, line: 20, lineRule: 'exact' } })] });

/** The legal mentions and the page, on each page. */
export const footer = ({ creditor, language }: Pick<WordingContext, 'creditor' | 'language'>): Footer => {
  const { page } = phrasesIn(language).letter;
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: INK.rule, space: 4 } },
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          fine(legalLine(creditor, language)),
          new TextRun({
            size: SIZE.fine,
            color: INK.soft,
            children: ['\t', page.before, PageNumber.CURRENT, page.between, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
};

const fine = (text: string): TextRun => new TextRun({ text, size: SIZE.fine, color: INK.soft });
