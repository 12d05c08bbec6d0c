import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, YAMLParseError } from 'yaml';

export const TEMPLATES = fileURLToPath(new URL('.', import.meta.url));

/** A template file taken apart: its front matter, and its body with the number of lines above it. */
export type Source = {
  readonly file: string;
  readonly subject: string;
  readonly subjectLine: number;
  readonly purpose: string;
  readonly body: string;
  readonly bodyLine: number;
};

/** A fault of a template file, told with its line so that its author finds it. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, what: string) {
    super(`${file}, line ${line}: ${what}`);
    this.file = file;
    this.line = line;
  }
}

/** `file` is relative to templates/, for example `messages/fr/progressive/first-reminder.md`. */
export const readSource = (file: string): Source => {
  if (!/^[a-z]+\/[a-z]{2}(\/[a-z0-9-]+)+\.md$/.test(file))
    throw new RangeError(`expected the name of a template, got ${file}`);
  if (!existsSync(TEMPLATES + file)) throw new TemplateFault(file, 1, 'there is no such template');
  return takeApart(file, readFileSync(TEMPLATES + file, 'utf8'));
};

/** The creditor's own text of that name, or else the shipped one. */
export const sourceOf = (file: string, own: Readonly<Record<string, string>>): Source => {
  const name = file.replace(/\.md$/, '');
  const text = Object.hasOwn(own, name) ? own[name] : undefined;
  return text === undefined ? readSource(file) : takeApart(file, text);
};

export const hasSource = (file: string, own: Readonly<Record<string, string>> = {}): boolean =>
  Object.hasOwn(own, file.replace(/\.md$/, '')) || existsSync(TEMPLATES + file);

/** Splits a file's text; `file` is only for messages. */
export const takeApart = (file: string, text: string): Source => {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) throw new TemplateFault(file, 1, 'expected front matter between two lines of ---');
  const head = frontMatter(file, lines.slice(1, end).join('\n'));
  return {
    file,
    ...head,
    subjectLine: 1 + lines.findIndex((line) => line.startsWith('subject:')),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
};

const readYaml = (file: string, yaml: string): unknown => {
  try {
    return parse(yaml);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new TemplateFault(file, 1 + (error.linePos?.[0].line ?? 1), error.message.split('\n')[0] ?? '');
  }
};

const frontMatter = (file: string, yaml: string): { subject: string; purpose: string } => {
  const head = readYaml(file, yaml);
  const read = (key: string): string => {
    const value =
      typeof head === 'object' && head !== null && key in head ? (head as Record<string, unknown>)[key] : undefined;
    if (typeof value !== 'string' || value === '')
      throw new TemplateFault(file, 2, `expected "${key}" in the front matter`);
    return value;
  };
  return { subject: read('subject'), purpose: read('purpose') };
};
