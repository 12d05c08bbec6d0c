import { Document } from 'docx';
import type { Header } from 'docx';
import type { CreditorWords } from '../context.ts';
import type { Language } from '../language.ts';
import { phrasesIn } from '../words/phrasesIn.ts';
import type { Block } from './blocks.ts';
import { footer, noHeader } from './frame.ts';
import { LISTS } from './lists.ts';
import { FONT, LINE, mm, PAGE, PARAGRAPHS_APART, SIZE } from './measures.ts';

export type House = {
  readonly title: string;
  readonly description: string;
  /** On every page after the first. */
  readonly continuation: Header;
  readonly children: readonly Block[];
};

/** A document in the one house style: page, font, numbering, header and legal mentions. */
export const inHouseStyle = (
  from: { readonly creditor: CreditorWords; readonly language: Language },
  { title, description, continuation, children }: House,
): Document =>
  new Document({
    title,
    creator: from.creditor.name,
    lastModifiedBy: from.creditor.name,
    description,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.body, language: { value: phrasesIn(from.language).locale } },
          paragraph: { spacing: { after: PARAGRAPHS_APART, ...LINE.text } },
        },
      },
    },
    numbering: LISTS,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.left,
              right: PAGE.right,
              header: mm(12),
              footer: mm(8),
            },
          },
        },
        headers: { first: noHeader(), default: continuation },
        footers: { first: footer(from), default: footer(from) },
        children: [...children],
      },
    ],
  });
