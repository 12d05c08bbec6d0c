import type { Cell } from './cell.ts';
import type { Column } from './columns.ts';
import { fileName } from './files.ts';
import { picturesOf } from './pictures.ts';

/** The index of a gallery: one row for each text of a strategy, one column for each debtor; files lie beside it. */
export const indexPage = (columns: readonly Column[], cells: readonly Cell[], files: readonly string[]): string => {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const row = cell.name.slice(cell.column.length + 1);
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  const strategies = [...new Set(cells.map(({ strategy }) => strategy))];
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
<p>${cells.length} texts, ${faulty(cells)} with a fault.</p>
${choice('strategy', strategies)}
${choice('kind', ['message', 'letter', 'script'])}
${choice(
  'column',
  columns.map(({ key }) => key),
)}
${choice('look', ['narrow-light', 'narrow-dark', 'wide-light', 'wide-dark'])}
</header>
${[...rows].map(([row, found]) => section(row, found, files)).join('\n')}
<dialog><img alt=""></dialog>
<script>${SCRIPT}</script>
</body>
</html>
`;
};

const faulty = (cells: readonly Cell[]): number => cells.filter(({ faults }) => faults.length > 0).length;

const choice = (name: string, values: readonly string[]): string =>
  `<label>${name} <select data-filter="${name}">${name === 'look' ? '' : '<option value="">all</option>'}${values
    .map((value) => `<option>${escape(value)}</option>`)
    .join('')}</select></label>`;

const section = (row: string, cells: readonly Cell[], files: readonly string[]): string =>
  `<section><h2>${escape(row)}</h2><div class="row">${cells.map((cell) => figure(cell, files)).join('')}</div></section>`;

const figure = (cell: Cell, files: readonly string[]): string => {
  const { column, strategy, kind, day, level, announces, template, subject, name, faults } = cell;
  const facts = [`level ${level}`, announces.join(', ') || 'announces nothing', template].join(' · ');
  return `<figure id="${escape(name)}" data-column="${column}" data-strategy="${strategy}" data-kind="${kind}">
<figcaption><b>${escape(column)}</b> ${day}<br>${escape(subject)}<br><small>${escape(facts)}</small>
${faults.map(({ kind: what, detail }) => `<p class="fault">${escape(`${what}: ${detail}`)}</p>`).join('')}</figcaption>
${shown(cell, picturesOf(cell, files))}
</figure>`;
};

/** Its pictures, or else its words. */
const shown = (cell: Cell, pictures: readonly string[]): string => {
  if (cell.markdown === '') return '';
  const file = fileName(cell, cell.html === null ? (cell.letter === null ? '.md' : '.docx') : '.html');
  const link = `<p><a href="${escape(file)}">open</a></p>`;
  if (pictures.length === 0) return `${link}<pre>${escape(cell.text ?? cell.markdown)}</pre>`;
  const images = pictures.map(
    (picture) =>
      `<img loading="lazy" src="${escape(picture)}" data-look="${looks(picture)}" alt="${escape(cell.subject)}">`,
  );
  return link + images.join('');
};

/** `narrow-dark` of an e-mail's picture; nothing for the page of a letter. */
const looks = (picture: string): string => /\.((?:narrow|wide)-(?:light|dark))\.png$/.exec(picture)?.[1] ?? '';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif }
body { margin: 0; padding: 0 1rem 4rem }
header { position: sticky; top: 0; background: Canvas; padding: .5rem 0; border-bottom: 1px solid GrayText; z-index: 1 }
header label { margin-right: 1rem }
h1 { font-size: 1.2rem; margin: 0 }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem }
.row { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start }
figure { flex: 0 0 20rem; margin: 0; border: 1px solid color-mix(in srgb, GrayText 50%, transparent); border-radius: 6px; padding: .5rem }
figure[hidden], section[hidden], img[hidden] { display: none }
img { width: 100%; cursor: zoom-in; border: 1px solid color-mix(in srgb, GrayText 30%, transparent) }
pre { white-space: pre-wrap; max-height: 30rem; overflow: auto; font-size: 12px }
.fault { color: #b00020; font-weight: 600; margin: .25rem 0 }
dialog { max-width: 96vw; max-height: 96vh; padding: 0; border: 0 }
dialog img { width: auto; max-width: 96vw; cursor: zoom-out }
`;

const SCRIPT = `
const selects = [...document.querySelectorAll('select')];
const show = () => {
  const wanted = Object.fromEntries(selects.map((select) => [select.dataset.filter, select.value]));
  for (const figure of document.querySelectorAll('figure'))
    figure.hidden = ['column', 'strategy', 'kind'].some((name) => wanted[name] && figure.dataset[name] !== wanted[name]);
  for (const section of document.querySelectorAll('section'))
    section.hidden = !section.querySelector('figure:not([hidden])');
  for (const image of document.querySelectorAll('figure img'))
    image.hidden = image.dataset.look !== '' && image.dataset.look !== wanted.look;
};
const dialog = document.querySelector('dialog');
document.addEventListener('click', ({ target }) => {
  if (dialog.open) dialog.close();
  else if (target.matches('figure img')) { dialog.firstChild.src = target.src; dialog.showModal(); }
});
for (const select of selects) select.addEventListener('change', show);
show();
`;
