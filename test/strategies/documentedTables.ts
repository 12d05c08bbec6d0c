import { readFileSync } from 'node:fs';

/** One row of a table of docs/strategies.md, by column name, without the marks [T] and [F]. */
export type Row = Readonly<Record<string, string>>;

export type DocumentedStrategy = { readonly key: string; readonly accessories: string; readonly rows: readonly Row[] };

const DOCUMENT = new URL('../../docs/strategies.md', import.meta.url);

/** The strategies as docs/strategies.md tells them: a heading each (key, accessories), then one table. */
export const documentedStrategies = (): readonly DocumentedStrategy[] =>
  readFileSync(DOCUMENT, 'utf8')
    .split(/^## /m)
    .filter((section) => section.startsWith('`'))
    .map((section) => {
      const heading = /^`([a-z-]+)`.*accessories `([a-z-]+)`/.exec(section);
      if (!heading?.[1] || !heading[2])
        throw new Error(`expected a key and its accessories in "${section.split('\n', 1)[0]}"`);
      return { key: heading[1], accessories: heading[2], rows: tableOf(section) };
    });

const tableOf = (section: string): readonly Row[] => {
  const [columns = [], , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);
  return rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
};

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) =>
      cell
        .replaceAll(/\s*\[[TF]\]/g, '')
        .replaceAll('`', '')
        .trim(),
    );
