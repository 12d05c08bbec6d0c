import { TemplateFault } from '../source.ts';
import { wordingFault, WordingRefused, wordsToBlame, type WordingFault } from '../wordingFault.ts';
import type { TextFault } from './text.ts';

/** What an error of filling says to the author of a text: with its line where it lies in this text. */
export const faultsOf = (error: unknown, name: string, source: string): readonly TextFault[] | null => {
  if (error instanceof TemplateFault) return [faultOf(error, name)];
  if (error instanceof WordingRefused) return placed(error.faults, source);
  return null;
};

/** Faults of the wording, each with the line that says the words to blame. */
export const placed = (faults: readonly WordingFault[], source: string): readonly TextFault[] =>
  faults.map((fault) => ({ line: lineSaying(wordsToBlame(fault), source), ...fault }));

/** A fault in another text that this one includes is told with that text's name. */
export const faultOf = ({ file, line, message }: TemplateFault, name: string): TextFault => {
  const [, what = message] = /^.*?, line \d+: (.*)$/s.exec(message) ?? [];
  if (file.replace(/\.md$/, '') === name) return templateFault(line, what);
  return { line: null, code: 'TEMPLATE', detail: message };
};

/** What the engine says of a source; a name that nothing has is its commonest complaint. */
export const templateFault = (line: number | null, said: string): TextFault => {
  const [, unknown] = /^undefined variable: (.*)$/s.exec(said) ?? [];
  return {
    line,
    ...(unknown === undefined ? { code: 'TEMPLATE', detail: said } : wordingFault('unknownVariable', unknown)),
  };
};

const lineSaying = (words: string | null, source: string): number | null => {
  if (words === null) return null;
  const plain = (text: string): string =>
    text
      .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
      .replaceAll('’', "'")
      .toLowerCase();
  const at = source.split('\n').findIndex((line) => plain(line).includes(plain(words)));
  return at < 0 ? null : at + 1;
};
