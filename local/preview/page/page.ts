import type { Column } from '../columns.ts';
import type { Gallery } from '../gallery.ts';
import { LOOKS } from '../pictures.ts';
import { choice, escape } from './html.ts';
import { matrix } from './matrix.ts';
import { together } from './order.ts';
import { rowOf } from './said.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { texts } from './texts.ts';

/**
 * The index of a gallery; the files of its texts lie beside it. First each strategy at a glance: a debtor's name leads to
 * all that he gets, in order; a step's name to what each debtor gets then. Without a script everything is shown at once.
 */
export const indexPage = (
  columns: readonly Column[],
  { cells, leftOut, courses }: Gallery,
  files: readonly string[],
): string => {
  const strategies = [...new Set(cells.map(({ strategy }) => strategy))];
  const shown = columns.filter(({ key }) => cells.some(({ column }) => column === key));
  const parts = strategies.map((strategy) => {
    const own = cells.filter((cell) => cell.strategy === strategy);
    const orders = courses.filter((course) => course.strategy === strategy).map(({ steps }) => steps);
    const rows = together([...orders, own.map(rowOf)]).filter(
      (row) =>
        own.some((cell) => rowOf(cell) === row) || leftOut.some(({ name }) => name.endsWith(`/${strategy}/${row}`)),
    );
    return {
      matrix: matrix({ strategy, rows, columns: shown, cells: own, leftOut, courses, files }),
      texts: rows.map((row) =>
        texts(
          {
            strategy,
            row,
            cells: own.filter((cell) => rowOf(cell) === row),
            leftOut: leftOut.filter(({ name }) => name.endsWith(`/${strategy}/${row}`)),
          },
          shown,
          files,
        ),
      ),
    };
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Huitaine: every message and letter</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Every message and letter</h1>
<p>${told(cells)}</p>
<nav>${strategies.map((strategy) => `<a href="#${strategy}">${escape(strategy)}</a>`).join(' ')}</nav>
${choice('kind', ['message', 'letter', 'script'], 'all')}
${choice(
  'look',
  LOOKS.map(({ key }) => key),
)}
</header>
<main>
<h2 id="whose" hidden></h2>
${parts.map((part) => part.matrix).join('\n')}
${parts.flatMap((part) => part.texts).join('\n')}
</main>
<dialog><img alt=""></dialog>
<script>${SCRIPT}</script>
</body>
</html>
`;
};

const told = (cells: Gallery['cells']): string => {
  const faulty = cells.filter(({ faults }) => faults.length > 0);
  const links = faulty.map(({ name }) => `<a class="fault" href="#${escape(name)}">${escape(name)}</a>`);
  return `${cells.length} texts, ${faulty.length} with a fault${links.length === 0 ? '.' : `: ${links.join(', ')}`}`;
};
