import { WordingRefused } from '../checks.ts';
import type { WordingFault } from '../checks.ts';
import { TemplateFault } from '../source.ts';
import type { TextFault } from './text.ts';

/** What an error of filling says to the author of a text: with its line where it lies in this text. */
export const faultsOf = (error: unknown, name: string, source: string): readonly TextFault[] | null => {
  if (error instanceof TemplateFault) return [faultOf(error, name)];
  if (error instanceof WordingRefused) return placed(error.faults, source);
  return null;
};

/** Faults of the wording, each with the line that says the words it quotes. */
export const placed = (faults: readonly WordingFault[], source: string): readonly TextFault[] =>
  faults.map(({ code, detail }) => ({ line: lineSaying(detail, source), code, detail }));

/** A fault in another text that this one includes is told with that text's name. */
export const faultOf = ({ file, line, message }: TemplateFault, name: string): TextFault => {
  const [, what = message] = /^.*?, line \d+: (.*)$/s.exec(message) ?? [];
  if (file.replace(/\.md$/, '') === name) return { line, code: 'TEMPLATE', detail: what };
  return { line: null, code: 'TEMPLATE', detail: message };
};

/** Forbidden words are quoted between « and »: the line that says them, where one does. */
const lineSaying = (detail: string, source: string): number | null => {
  const [, words] = /« (.*) »/.exec(detail) ?? [];
  if (!words) return null;
  const plain = (text: string): string =>
    text
      .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
      .replaceAll('’', "'")
      .toLowerCase();
  const at = source.split('\n').findIndex((line) => plain(line).includes(plain(words)));
  return at < 0 ? null : at + 1;
};
