import { existsSync, readFileSync } from 'node:fs';
import { Liquid } from 'liquidjs';
import type { Context, Emitter, FS } from 'liquidjs';
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
  // Most creditors have no texts of their own: they share engines.
  const key = Object.keys(own).length === 0 ? NONE : own;
  const engines = ENGINES.get(key) ?? new Map<typeof print, Map<Language, Liquid>>();
  ENGINES.set(key, engines);
  const printing = engines.get(print) ?? new Map<Language, Liquid>();
  engines.set(print, printing);
  const engine = printing.get(language) ?? engineWith(language, key, print);
  printing.set(language, engine);
  return engine;
};

const NONE: WordingContext['own'] = {};
const ENGINES = new WeakMap<WordingContext['own'], Map<(text: string) => string, Map<Language, Liquid>>>();

/** A text that would fill pages without end is stopped. The shipped ones need less than 5,000 of the memory. */
const LIMITS = { parseLimit: 200_000, memoryLimit: 300_000, renderLimit: 5_000 };

/** What a part costs besides its characters: pieces that include each other must end, too, on a fast machine as on a slow one. */
const STEP = 10;

const MISSING = 'this value is missing here: ask for it with {% if %} first';

const BY_CHANCE_OR_CLOCK = ['sample', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];

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
      if (value === null) throw new Error(MISSING);
      throw new Error('this is more than one value: name one of its parts, or use a filter');
    },
  });
  // Chance and the machine's clock have no place in a text that is stored as evidence.
  for (const name of BY_CHANCE_OR_CLOCK) Reflect.deleteProperty(engine.filters, name);
  const formats = formatsFor(language);
  const filters: Readonly<Record<string, (value: never) => string>> = {
    money: (value: Money) => formats.money(value),
    percent: (value: string) => formats.percent(value),
    date: (value: string) => formats.date(value),
    date_long: (value: string) => formats.dateLong(value),
    date_short: (value: string) => formats.dateShort(value),
    list: (value: readonly string[]) => formats.list(value),
    hour: (value: string) => formats.hour(value),
    sentence: sentenceText,
    iban: ibanText,
  };
  for (const [name, filter] of Object.entries(filters))
    engine.registerFilter(name, (value: unknown) => {
      if (value === null || value === undefined) throw new Error(MISSING);
      return filter(value as never);
    });
  return limited(engine);
};

/** Liquid itself counts what filters make, but not what is printed or captured. */
const limited = (engine: Liquid): Liquid => {
  const { renderer } = engine;
  const render = renderer.renderTemplates.bind(renderer);
  renderer.renderTemplates = (templates, context, emitter = counting(context)) => {
    context.memoryLimit.use(STEP);
    return render(templates, context, emitter);
  };
  return engine;
};

const counting = ({ memoryLimit }: Context): Emitter => ({
  buffer: '',
  write(text: string | number | boolean | null | undefined) {
    const said = String(text ?? '');
    memoryLimit.use(said.length);
    this.buffer += said;
  },
});

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
