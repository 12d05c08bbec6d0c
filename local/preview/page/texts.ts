import type { Cell } from '../cell.ts';
import type { Column } from '../columns.ts';
import { fileName } from '../files.ts';
import type { LeftOut } from '../gallery.ts';
import { picturesOf } from '../pictures.ts';
import { escape } from './html.ts';
import { dayTitle, rowTitle, wayOf } from './said.ts';

export type Row = {
  readonly strategy: string;
  readonly row: string;
  readonly cells: readonly Cell[];
  readonly leftOut: readonly LeftOut[];
};

/** All texts of one step, debtor by debtor, and to whom it never comes. */
export const texts = (
  { strategy, row, cells, leftOut }: Row,
  columns: readonly Column[],
  files: readonly string[],
): string => {
  const figures = columns.flatMap(({ key, title }) => {
    const own = cells.filter((cell) => cell.column === key).map((cell) => figure(cell, title, files));
    const out = leftOut.find(({ name }) => name.startsWith(`${key}/`));
    const never = `<p class="out" data-column="${key}"><span class="who">${escape(title)}</span>never: ${escape(out?.reason ?? '')}</p>`;
    return out === undefined ? own : [...own, never];
  });
  return `<section data-strategy="${strategy}" data-row="${escape(row)}"><h2>${escape(rowTitle(strategy, row))}</h2><div class="row">${figures.join('\n')}</div></section>`;
};

const figure = (cell: Cell, title: string, files: readonly string[]): string => {
  const { column, kind, day, level, announces, template, subject, name, faults } = cell;
  const facts = [`level ${level}`, announces.join(', ') || 'announces nothing', template].join(' · ');
  return `<figure id="${escape(name)}" data-column="${column}" data-kind="${kind}">
<figcaption><span class="who">${escape(title)}</span><b>${dayTitle(day)}</b> ${escape(wayOf(cell))}<br>${escape(subject)}<br><small>${escape(facts)}</small>
${faults.map(({ kind: what, detail }) => `<p class="fault">${escape(`${what}: ${detail}`)}</p>`).join('')}</figcaption>
${shown(cell, picturesOf(cell, files))}
</figure>`;
};

/** Its pictures; or else an e-mail as it leaves, and the words of anything else. */
const shown = (cell: Cell, pictures: readonly string[]): string => {
  if (cell.markdown === '') return '';
  const file = fileName(cell, cell.html === null ? (cell.letter === null ? '.md' : '.docx') : '.html');
  const link = `<p><a href="${escape(file)}">open</a></p>`;
  if (pictures.length === 0 && cell.html !== null)
    return `${link}<iframe loading="lazy" src="${escape(file)}" title="${escape(cell.subject)}"></iframe>`;
  if (pictures.length === 0) return `${link}<pre>${escape(cell.markdown)}</pre>`;
  const images = pictures.map(
    (picture) =>
      `<img loading="lazy" src="${escape(picture)}" data-look="${looks(picture)}" alt="${escape(cell.subject)}">`,
  );
  return link + images.join('');
};

/** `narrow-dark` of an e-mail's picture; nothing for the page of a letter. */
const looks = (picture: string): string => /\.((?:narrow|wide)-(?:light|dark))\.png$/.exec(picture)?.[1] ?? '';
