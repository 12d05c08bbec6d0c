import { parseArgs } from 'node:util';
import { wording } from '../../templates/port.ts';
import { preview } from './preview.ts';

const HELP = `npm run preview: every message and letter of every strategy, for every kind of debtor, as files and a page.

  --into FOLDER   where it is written; .huitaine/preview when missing
  --no-pictures   without pictures of the e-mails (by Chromium) and letters (by LibreOffice): seconds instead of minutes
  --only TEXT     only texts whose name has it, for example consumer-be or progressive/formal-notice

It ends with 1 if a text is missing, broken, refused or in the wrong language.`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    into: { type: 'string', default: '.huitaine/preview' },
    pictures: { type: 'boolean', default: true },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else {
  try {
    const faults = await preview(values, wording);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
