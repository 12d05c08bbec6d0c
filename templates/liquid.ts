import { LiquidError, type Liquid } from 'liquidjs';
import type { WordingContext } from './context.ts';
import { engineFor } from './engine.ts';
import { asMarkdown } from './markdown.ts';
import { sourceOf, TemplateFault, TEMPLATES } from './source.ts';
import type { Source } from './source.ts';
import { spacesFor } from './typography.ts';
import { wordsFor } from './words.ts';

/** A template's text with the facts of one case in it. */
export type Filled = { readonly subject: string; readonly markdown: string };

/** Fills a template, the creditor's own or the shipped one. An unknown variable or filter, or a value that is missing, is refused with its line. */
export const fill = (file: string, context: WordingContext): Filled => fillSource(sourceOf(file, context.own), context);

/** The same for a text that isn't stored, for example an edited template's preview. */
export const fillSource = (source: Source, context: WordingContext): Filled => {
  const words = wordsFor(context);
  const spaced = spacesFor(context.language);
  return {
    subject: spaced(oneLine(run(engineFor(context, AS_IT_IS), source.file, source.subjectLine, source.subject, words))),
    markdown: spaced(
      withoutGaps(run(engineFor(context, asMarkdown), source.file, source.bodyLine, source.body, words)),
    ),
  };
};

/** A piece that texts share, as Markdown. */
export const fillPartial = (name: string, context: WordingContext): string =>
  spacesFor(context.language)(
    withoutGaps(
      run(
        engineFor(context, asMarkdown),
        `partials/${context.language}/${name}.md`,
        1,
        `{% include "${name}" %}`,
        wordsFor(context),
      ),
    ),
  );

const AS_IT_IS = (text: string): string => text;

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

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();

/** Tags on lines of their own leave empty lines behind. */
const withoutGaps = (text: string): string =>
  `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
