import { Paragraph } from 'docx';
import type { Table } from 'docx';
import { blocksIn, parse } from '../markdown.ts';
import type { MarkdownBlock, Token } from '../markdown.ts';
import type { Beside } from '../payment/letterCode.ts';
import { runs } from './inline.ts';
import { INK, mm } from './measures.ts';
import { tableFrom } from './table.ts';

export type Block = Paragraph | Table;

/** The body of a letter: Markdown in the house style. The last paragraph stays with the signature. */
export const blocksFrom = (markdown: string, beside: Beside = () => null): Block[] => {
  const found = blocksIn(parse(markdown));
  return found.flatMap((block, index) => fromBlock(block, { keepNext: index === found.length - 1, beside }));
};

type Place = {
  readonly list?: { readonly reference: 'bullets' | 'numbers'; readonly instance: number };
  readonly indent?: number;
  readonly keepNext: boolean;
  readonly beside: Beside;
};

const fromBlock = ({ open, inside }: MarkdownBlock, place: Place): Block[] => {
  if (open.type === 'table_open') return [tableFrom(inside, place.beside(inside)), gap()];
  if (open.type === 'heading_open') return [heading(inside)];
  if (open.type === 'paragraph_open') return [paragraph(inside, place)];
  const within = blocksIn(inside).flatMap((block) => fromBlock(block, placeIn(open, place)));
  return open.type.endsWith('list_open') ? [...within, gap()] : within;
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
    spacing: { before: 160, after: 80 },
    children: inside.flatMap((inline) => runs(inline, { bold: true, color: INK.accent })),
  });

const paragraph = (inside: readonly Token[], { list, indent, keepNext }: Place): Paragraph =>
  new Paragraph({
    spacing: { after: list ? 50 : 140 },
    keepNext,
    ...(list ? { numbering: { ...list, level: 0 } } : {}),
    ...(indent ? { indent: { left: indent } } : {}),
    children: inside.flatMap((inline) => runs(inline)),
  });

/** Room after a table, against which Word sets the next text directly, and after a list, whose lines stand close. */
const gap = (): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { before: 0, after: 0, line: 110, lineRule: 'exact' }, children: [] });
