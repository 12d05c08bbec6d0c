import { closing, parse } from './markdown.ts';
import type { Token } from './markdown.ts';

/** Markdown as a person would type it in a plain e-mail: no marks, lists with dashes, tables as « label : value ». */
export const toPlainText = (markdown: string): string => blocks(parse(markdown)).join('\n\n').trim();

const blocks = (tokens: readonly Token[]): string[] => {
  const found: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.nesting !== 1) {
      if (token.type === 'inline') found.push(inlineText(token));
      else if (token.type === 'code_block' || token.type === 'fence') found.push(token.content.trimEnd());
      continue;
    }
    const end = closing(tokens, index);
    const inside = tokens.slice(index + 1, end);
    if (token.type === 'table_open') found.push(tableText(inside));
    else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open')
      found.push(listText(inside, token.type === 'ordered_list_open'));
    else found.push(...blocks(inside));
    index = end;
  }
  return found;
};

/** The words of an inline token, without emphasis; a link keeps its address. */
export const inlineText = (inline: Token): string => {
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
export const tableRows = (inside: readonly Token[]): string[][] => {
  const rows: string[][] = [];
  for (const token of inside) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'inline') rows.at(-1)?.push(inlineText(token));
  }
  return rows;
};

const tableText = (inside: readonly Token[]): string => {
  const rows = tableRows(inside);
  const [head = [], ...body] = rows;
  if (head.length === 2) return rows.map((row) => `${row[0]}\u00a0: ${row[1]}`).join('\n');
  return body
    .map(
      (row) => `- ${row.map((cell, column) => (head[column] ? `${head[column]}\u00a0: ${cell}` : cell)).join(' · ')}`,
    )
    .join('\n');
};

const listText = (inside: readonly Token[], numbered: boolean): string => {
  const items: string[] = [];
  for (let index = 0; index < inside.length; index++) {
    if (inside[index]!.type !== 'list_item_open') continue;
    const end = closing(inside, index);
    const mark = numbered ? `${items.length + 1}. ` : '- ';
    items.push(
      mark +
        blocks(inside.slice(index + 1, end))
          .join('\n')
          .replaceAll('\n', '\n  '),
    );
    index = end;
  }
  return items.join('\n');
};
