import { blocksIn, parse } from './markdown.ts';
import type { Token } from './markdown.ts';

/** Markdown as a person would type it in a plain e-mail: no marks, lists with dashes, tables as « label : value », with the language's colon. */
export const toPlainText = (markdown: string, colon: string): string =>
  blocks(parse(markdown), colon).join('\n\n').trim();

const blocks = (tokens: readonly Token[], colon: string): string[] =>
  blocksIn(tokens).flatMap(({ open, inside }) => {
    if (open.type === 'inline') return [inlineText(open)];
    if (open.type === 'table_open') return [tableText(inside, colon)];
    if (open.type === 'bullet_list_open') return [listText(inside, colon, () => '- ')];
    if (open.type === 'ordered_list_open') return [listText(inside, colon, (index) => `${index + 1}. `)];
    return blocks(inside, colon);
  });

/** The words of an inline token, without emphasis; a link keeps its address. */
const inlineText = (inline: Token): string => {
  let address: string | number | null = null;
  return (inline.children ?? [])
    .map((child) => {
      if (child.type === 'link_open') address = child.attrGet('href');
      if (child.type === 'link_close') return address ? ` (${address})` : '';
      return child.type === 'softbreak' ? ' ' : child.type === 'hardbreak' ? '\n' : child.content;
    })
    .join('');
};

/** The rows of a table as its cells' words. */
const tableRows = (inside: readonly Token[]): string[][] => {
  const rows: string[][] = [];
  for (const token of inside) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'inline') rows.at(-1)?.push(inlineText(token));
  }
  return rows;
};

const tableText = (inside: readonly Token[], colon: string): string => {
  const rows = tableRows(inside);
  const [head = [], ...body] = rows;
  if (head.length === 2) return rows.map((row) => `${row[0]}${colon}${row[1]}`).join('\n');
  return body
    .map(
      (row) => `- ${row.map((cell, column) => (head[column] ? `${head[column]}${colon}${cell}` : cell)).join(' · ')}`,
    )
    .join('\n');
};

const listText = (items: readonly Token[], colon: string, mark: (index: number) => string): string =>
  blocksIn(items)
    .map(({ inside }, index) => mark(index) + blocks(inside, colon).join('\n').replaceAll('\n', '\n  '))
    .join('\n');
