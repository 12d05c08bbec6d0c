import { Paragraph } from 'docx';
import type { Table } from 'docx';
import { closing, parse } from '../markdown.ts';
import type { Token } from '../markdown.ts';
import { runs } from './inline.ts';
import { INK, mm } from './measures.ts';
import { tableFrom } from './table.ts';

export type Block = Paragraph | Table;

/** The body of a letter: Markdown in the house style. The last paragraph stays with the signature. */
export const blocksFrom = (markdown: string): Block[] => {
  const tokens = parse(markdown);
  const last = tokens.findLastIndex((token) => token.level === 0 && token.nesting === 1);
  return [...blocks(tokens.slice(0, last), {}), ...blocks(tokens.slice(last), { keepNext: true })];
};

type Place = { readonly list?: 'bullets' | 'numbers'; readonly indent?: number; readonly keepNext?: boolean };

const blocks = (tokens: readonly Token[], place: Place): Block[] => {
  const found: Block[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.nesting !== 1) continue;
    const end = closing(tokens, index);
    const inside = tokens.slice(index + 1, end);
    if (token.type === 'table_open') found.push(tableFrom(inside), GAP());
    else if (token.type === 'heading_open') found.push(heading(inside));
    else if (token.type === 'paragraph_open') found.push(paragraph(inside, place));
    else found.push(...blocks(inside, placeIn(token, place)), ...(token.type.endsWith('list_open') ? [GAP()] : []));
    index = end;
  }
  return found;
};

const placeIn = (token: Token, place: Place): Place => {
  if (token.type === 'bullet_list_open') return { list: 'bullets' };
  if (token.type === 'ordered_list_open') return { list: 'numbers' };
  return token.type === 'blockquote_open' ? { indent: mm(6) } : place;
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
    keepNext: keepNext ?? false,
    ...(list ? { numbering: { reference: list, level: 0 } } : {}),
    ...(indent ? { indent: { left: indent } } : {}),
    children: inside.flatMap((inline) => runs(inline)),
  });

/** Room after a table, against which Word sets the next text directly, and after a list, whose lines stand close. */
const GAP = (): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { before: 0, after: 0, line: 110, lineRule: 'exact' }, children: [] });
