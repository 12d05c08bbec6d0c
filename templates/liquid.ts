import { existsSync, readFileSync } from 'node:fs';
import { Liquid, LiquidError } from 'liquidjs';
import type { FS } from 'liquidjs';
import type { Money } from '../domain/money.ts';
import type { WordingContext } from './context.ts';
import {
  dateText,
  hourText,
  ibanText,
  listText,
  longDateText,
  moneyText,
  percentText,
  sentenceText,
  shortDateText,
} from './formats.ts';
import { asMarkdown } from './markdown.ts';
import { readSource, TemplateFault, TEMPLATES } from './source.ts';
import type { Source } from './source.ts';
import { frenchSpaces } from './typography.ts';
import { wordsFor } from './words.ts';

/** A template's text with the facts of one case in it. */
export type Filled = { readonly subject: string; readonly markdown: string };

/** Fills a template file. An unknown variable or filter, or a value that is missing, is refused with its line. */
export const fill = (file: string, context: WordingContext): Filled => fillSource(readSource(file), context);

/** The same for a text that isn't stored, for example an edited template's preview. */
export const fillSource = (source: Source, context: WordingContext): Filled => {
  const words = wordsFor(context);
  return {
    subject: frenchSpaces(oneLine(run(plain, source.file, source.subjectLine, source.subject, words))),
    markdown: frenchSpaces(withoutGaps(run(marked, source.file, source.bodyLine, source.body, words))),
  };
};

const run = (engine: Liquid, file: string, firstLine: number, text: string, words: object): string => {
  try {
    // Parsed with the file's own line numbers, so that messages name the line an author sees.
    return engine.renderSync(engine.parse('\n'.repeat(firstLine - 1) + text, file), words) as string;
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    const [line] = error.token.getPosition();
    const where = (error.token.file ?? file).replace(TEMPLATES, '');
    throw new TemplateFault(where, line ?? firstLine, error.originalError?.message ?? error.message);
  }
};

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** Tags on lines of their own leave empty lines behind. */
const withoutGaps = (text: string): string =>
  `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;

/** Partials are found by name alone and lose their last line break, so that they can stand within a sentence. */
const partials: FS = {
  exists: (file) => Promise.resolve(existsSync(file)),
  existsSync,
  readFile: (file) => Promise.resolve(readFileSync(file, 'utf8').trim()),
  readFileSync: (file) => readFileSync(file, 'utf8').trim(),
  resolve: (folder, name) => {
    if (!/^[a-z-]+$/.test(name)) throw new Error(`expected the name of a partial, got ${name}`);
    return `${folder}/${name}.md`;
  },
};

const engineWith = (print: (text: string) => string): Liquid => {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    fs: partials,
    relativeReference: false,
    root: `${TEMPLATES}partials/fr`,
    outputEscape: (value: unknown): string => {
      if (typeof value === 'string' || typeof value === 'number') return print(String(value));
      if (value === null) throw new Error('this value is missing here: ask for it with {% if %} first');
      throw new Error('this is more than one value: name one of its parts, or use a filter');
    },
  });
  engine.registerFilter('money', (value: Money) => moneyText(value));
  engine.registerFilter('percent', (value: string) => percentText(value));
  engine.registerFilter('date', (value: string) => dateText(value));
  engine.registerFilter('date_long', (value: string) => longDateText(value));
  engine.registerFilter('date_short', (value: string) => shortDateText(value));
  engine.registerFilter('list', (value: readonly string[]) => listText(value));
  engine.registerFilter('hour', (value: string) => hourText(value));
  engine.registerFilter('sentence', (value: string) => sentenceText(value));
  engine.registerFilter('iban', (value: string) => ibanText(value));
  return engine;
};

const marked = engineWith(asMarkdown);
const plain = engineWith((text) => text);
