import { Paragraph } from 'docx';
import type { Table } from 'docx';
import { blocksIn, parse } from '../markdown.ts';
import type { MarkdownBlock, Token } from '../markdown.ts';
import type { Beside } from '../payment/letterCode.ts';
import { runs } from './inline.ts';
import { INK, LINES_APART, mm, PARAGRAPHS_APART } from './measures.ts';
import { tableFrom } from './table.ts';

export type Block = Paragraph | Table;

/** The body of a letter: Markdown in the house style. What its last two blocks end with stays with the signature. */
export const blocksFrom = (markdown: string, beside: Beside = () => null): Block[] => {
  const found = blocksIn(parse(markdown));
  return found.flatMap((block, index) => fromBlock(block, { keepNext: index >= found.length - 2, beside }));
};

type Place = {
  readonly list?: { readonly reference: 'bullets' | 'numbers'; readonly instance: number };
  readonly indent?: number;
  readonly keepNext: boolean;
  readonly beside: Beside;
};

const fromBlock = ({ open, inside }: MarkdownBlock, place: Place): Block[] => {
  if (open.type === 'table_open') {
    return [tableFrom(inside, { beside: place.beside(inside), keepNext: place.keepNext }), gap(place.keepNext)];
  }
  if (open.type === 'heading_open') return [heading(inside)];
  if (open.type === 'paragraph_open') return [paragraph(inside, place)];
  const items = blocksIn(inside);
  const listed = open.type.endsWith('list_open');
  const last = items.length - 1;
  const within = items.flatMap((block, index) => {
    // Neither the first line of a list nor its last one stands alone on a page.
    const beforeAnother = listed && index < last && (index === 0 || index === last - 1);
    const keepNext = beforeAnother || (place.keepNext && index >= last - 1);
    return fromBlock(block, placeIn(open, { ...place, keepNext }));
  });
  return listed ? [...within, gap(place.keepNext)] : within;
};

const placeIn = (open: Token, place: Place): Place => {
  // Each list counts from one again: its first line tells them apart.
  const instance = open.map?.[0] ?? 0;
  if (open.type === 'bullet_list_open') return { ...place, list: { reference: 'bullets', instance } };
  if (open.type === 'ordered_list_open') return { ...place, list: { reference: 'numbers', instance } };
  return open.type === 'blockquote_open' ? { ...place, indent: mm(6) } : place;
};

const heading = (inside: readonly Token[]): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 120, after: 70 },
    children: inside.flatMap((inline) => runs(inline, { bold: true, color: INK.accent })),
  });

const paragraph = (inside: readonly Token[], { list, indent, keepNext }: Place): Paragraph =>
  new Paragraph({
    spacing: { after: list ? LINES_APART : PARAGRAPHS_APART },
    keepNext: keepNext || introduces(inside),
    ...(list ? { numbering: { ...list, level: 0 } } : {}),
    ...(indent ? { indent: { left: indent } } : {}),
    children: inside.flatMap((inline) => runs(inline)),
  });

/** « Trois réponses sont possibles : » isn't parted from them. */
const introduces = (inside: readonly Token[]): boolean => /:\**\s*$/.test(inside.at(-1)?.content ?? '');

/** Room after a table, against which Word sets the next text directly, and after a list, whose lines stand close. */
const gap = (keepNext: boolean): Paragraph =>
  new Paragraph({ keepNext, spacing: { before: 0, after: 0, line: 110, lineRule: 'exact' }, children: [] });
