import { existsSync, readFileSync } from 'node:fs';
import { Liquid } from 'liquidjs';
import type { FS } from 'liquidjs';
import type { Money } from '../domain/money.ts';
import type { WordingContext } from './context.ts';
import { formatsFor, ibanText, sentenceText } from './formats.ts';
import type { Language } from './language.ts';
import { TEMPLATES } from './source.ts';

/** Pieces whose content the law lays down: nobody's own text replaces them. */
const FIXED: readonly string[] = ['be-first-reminder-block', 'enterprise-number'];

export const isFixed = (name: string): boolean =>
  FIXED.some((fixed) => name.startsWith('partials/') && name.endsWith(`/${fixed}`));

/** Fills templates of one language, with a creditor's own pieces instead of the shipped ones; `print` writes each value. */
export const engineFor = (
  { language, own }: Pick<WordingContext, 'language' | 'own'>,
  print: (text: string) => string,
): Liquid => {
  // Most creditors have no texts of their own: their engines are made once.
  if (Object.keys(own).length > 0) return engineWith(language, own, print);
  const engines = ENGINES.get(print) ?? new Map<Language, Liquid>();
  ENGINES.set(print, engines);
  const engine = engines.get(language) ?? engineWith(language, {}, print);
  engines.set(language, engine);
  return engine;
};

const ENGINES = new WeakMap<(text: string) => string, Map<Language, Liquid>>();

/** A text that would fill pages without end is stopped. */
const LIMITS = { parseLimit: 200_000, memoryLimit: 1_000_000, renderLimit: 5_000 };

const engineWith = (language: Language, own: WordingContext['own'], print: (text: string) => string): Liquid => {
  const engine = new Liquid({
    ...LIMITS,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    fs: partialsOf(own),
    relativeReference: false,
    root: `${TEMPLATES}partials/${language}`,
    outputEscape: (value: unknown): string => {
      if (typeof value === 'string' || typeof value === 'number') return print(String(value));
      if (value === null) throw new Error('this value is missing here: ask for it with {% if %} first');
      throw new Error('this is more than one value: name one of its parts, or use a filter');
    },
  });
  const formats = formatsFor(language);
  engine.registerFilter('money', (value: Money) => formats.money(value));
  engine.registerFilter('percent', (value: string) => formats.percent(value));
  engine.registerFilter('date', (value: string) => formats.date(value));
  engine.registerFilter('date_long', (value: string) => formats.dateLong(value));
  engine.registerFilter('date_short', (value: string) => formats.dateShort(value));
  engine.registerFilter('list', (value: readonly string[]) => formats.list(value));
  engine.registerFilter('hour', (value: string) => formats.hour(value));
  engine.registerFilter('sentence', (value: string) => sentenceText(value));
  engine.registerFilter('iban', (value: string) => ibanText(value));
  return engine;
};

/** Partials are found by name alone and lose their last line break, so that they can stand within a sentence. */
const partialsOf = (own: WordingContext['own']): FS => {
  const ownText = (file: string): string | undefined => {
    const name = file.replace(TEMPLATES, '').replace(/\.md$/, '');
    return isFixed(name) || !Object.hasOwn(own, name) ? undefined : own[name];
  };
  const exists = (file: string): boolean => ownText(file) !== undefined || existsSync(file);
  const read = (file: string): string => (ownText(file) ?? readFileSync(file, 'utf8')).trim();
  return {
    exists: (file) => Promise.resolve(exists(file)),
    existsSync: exists,
    readFile: (file) => Promise.resolve(read(file)),
    readFileSync: read,
    resolve: (folder, name) => {
      if (!/^[a-z-]+$/.test(name)) throw new Error(`expected the name of a partial, got ${name}`);
      return `${folder}/${name}.md`;
    },
  };
};
