import { strFromU8, unzipSync } from 'fflate';
import type { Wording } from '../../prisma/course/wording.ts';
import type { Language } from '../../templates/language.ts';
import { accountOf, invoicesOf } from './account.ts';
import { activityOf } from './activity.ts';
import type { Cell } from './cell.ts';
import { reportFaults } from './faults.ts';
import { ON, type Lived } from './lived.ts';
import { REPORTS } from './occasion.ts';

/** The two documents about more than one text: a customer's statement of account, and the recovery activity report. */
export const reportCells = async (
  { column, made }: Lived,
  wording: Wording,
  wanted: (name: string) => boolean,
): Promise<readonly Cell[]> => {
  const last = made.at(-1);
  if (!last) throw new RangeError(`expected texts before the reports of ${column.key}, got none`);
  const lines = invoicesOf(last);
  const make = async (step: string, language: Language, bytes: () => Promise<Uint8Array>): Promise<Cell[]> => {
    const name = `${column.key}/${REPORTS}/${step}`;
    if (!wanted(name)) return [];
    const letter = await bytes();
    const text = textOf(letter);
    return [
      {
        name,
        column: column.key,
        strategy: REPORTS,
        step,
        kind: 'letter',
        day: ON,
        level: 0,
        announces: [],
        template: `templates/letters/${step}.ts`,
        subject: text.split('\n')[0] ?? '',
        markdown: text,
        html: null,
        text: null,
        letter: () => Promise.resolve(letter),
        faults: reportFaults(text, language),
      },
    ];
  };
  const account = accountOf(column, last, lines);
  const activity = activityOf(column, made, lines);
  return [
    ...(await make('statement', account.language, () => wording.statement(account))),
    ...(await make('activity', activity.language, () => wording.activity(activity))),
  ];
};

/** The words of a .docx, a line for each paragraph. */
const textOf = (docx: Uint8Array): string => {
  const { 'word/document.xml': body } = unzipSync(docx);
  return strFromU8(body ?? new Uint8Array())
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
};
