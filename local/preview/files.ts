import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Cell } from './cell.ts';

/** The files of a cell have one name with another ending each. */
export const fileName = ({ name }: Pick<Cell, 'name'>, ending: string): string =>
  `${name.replaceAll('/', '--')}${ending}`;

const MARK = '.gallery';

/** Makes the folder, or empties one that held a gallery; refuses any other that isn't empty. */
export const clearFolder = async (folder: string): Promise<void> => {
  const held = existsSync(folder) ? await readdir(folder) : [];
  if (held.length > 0 && !held.includes(MARK))
    throw new Error(`expected an empty folder or an earlier gallery, got ${folder} with ${held.length} other files`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, MARK), '');
};

/** Writes each text as it leaves: e-mails as .html and .txt, letters as .docx, scripts as .md. */
export const writeCells = async (folder: string, cells: readonly Cell[]): Promise<void> => {
  const write = (cell: Cell, ending: string, content: string | Uint8Array): Promise<void> =>
    writeFile(path.join(folder, fileName(cell, ending)), content);
  for (const cell of cells) {
    if (cell.html !== null && cell.text !== null) {
      await write(cell, '.html', cell.html);
      await write(cell, '.txt', `${cell.subject}\n\n${cell.text}`);
    } else if (cell.letter !== null) await write(cell, '.docx', await cell.letter());
    else if (cell.markdown !== '') await write(cell, '.md', `# ${cell.subject}\n\n${cell.markdown}`);
  }
};
