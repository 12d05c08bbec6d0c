import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wording } from '../../templates/port.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { withProgress } from '../progress.ts';
import { COLUMNS } from './columns.ts';
import { clearFolder, writeCells } from './files.ts';
import { faultLines, makeGallery, type Gallery } from './gallery.ts';
import { indexPage } from './page.ts';
import { photographLetters, photographMessages } from './pictures.ts';

const HELP = `npm run preview: every message and letter of every strategy, for every kind of debtor, as files and a page.

  --into FOLDER   where it is written; .huitaine/preview when missing
  --pictures      with pictures: e-mails by Chromium, letters by LibreOffice
  --only TEXT     only texts whose name has it, for example consumer-be or progressive/formal-notice

It ends with 1 if a text is missing, broken, refused or in the wrong language.`;

const { values } = parseArgs({
  options: {
    into: { type: 'string', default: '.huitaine/preview' },
    pictures: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});

const narrowed = (gallery: Gallery): Gallery => ({
  ...gallery,
  cells: gallery.cells.filter(({ name }) => name.includes(values.only)),
});

const preview = async (): Promise<void> => {
  const folder = path.resolve(values.into);
  const gallery = narrowed(makeGallery(COLUMNS, loadStrategies(), wording));
  if (gallery.cells.length === 0) throw new Error(`expected a part of a text's name after --only, got ${values.only}`);
  await clearFolder(folder);
  await withProgress(`Writing ${gallery.cells.length} texts`, writeCells(folder, gallery.cells));
  if (values.pictures) {
    await withProgress('Printing the letters', photographLetters(folder));
    await withProgress('Taking pictures of the e-mails', photographMessages(folder, gallery.cells));
  }
  await writeFile(path.join(folder, 'index.html'), indexPage(COLUMNS, gallery.cells, await readdir(folder)));
  const faults = faultLines(gallery);
  for (const line of faults) console.error(line);
  console.log(`${gallery.cells.length} texts, ${faults.length} faults: ${path.join(folder, 'index.html')}`);
  if (faults.length > 0) process.exitCode = 1;
};

if (values.help) console.log(HELP);
else await preview();
