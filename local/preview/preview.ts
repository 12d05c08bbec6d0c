import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Wording } from '../../prisma/course/wording.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { withProgress } from '../progress.ts';
import type { Cell } from './cell.ts';
import { COLUMNS } from './columns.ts';
import { clearFolder, writeCells } from './files.ts';
import { faultLines, makeGallery } from './gallery.ts';
import { indexPage } from './page/page.ts';
import { photographLetters, photographMessages } from './pictures.ts';
import { reportCells } from './reports.ts';

export type Wanted = {
  readonly into: string;
  readonly pictures: boolean;
  /** Only texts whose name has it; empty = all. */
  readonly only: string;
};

/** Writes the gallery and returns its faults, one line each. Throws if nothing is wanted or the folder holds something else. */
export const preview = async ({ into, pictures, only }: Wanted, wording: Wording): Promise<readonly string[]> => {
  const folder = path.resolve(into);
  const named = COLUMNS.filter(({ key }) => only.startsWith(`${key}/`));
  const whole = makeGallery(named.length > 0 ? named : COLUMNS, loadStrategies(), wording);
  const wanted = (name: string): boolean => name.includes(only);
  const reports: Cell[] = [];
  for (const lived of whole.lived) reports.push(...(await reportCells(lived, wording, wanted)));
  const cells = [...whole.cells.filter(({ name }) => wanted(name)), ...reports];
  if (cells.length === 0) throw new Error(`expected a part of a text's name after --only, got ${only}`);
  await clearFolder(folder);
  await withProgress(`Writing ${cells.length} texts`, writeCells(folder, cells));
  if (pictures) {
    await withProgress('Printing the letters', photographLetters(folder));
    await withProgress('Taking pictures of the e-mails', photographMessages(folder, cells));
  }
  const index = path.join(folder, 'index.html');
  await writeFile(index, indexPage(COLUMNS, { ...whole, cells }, await readdir(folder)));
  const faults = faultLines({ cells });
  console.log(`${cells.length} texts, ${faults.length} faults: ${index}`);
  return faults;
};
