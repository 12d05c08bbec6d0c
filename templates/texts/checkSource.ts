import { setImmediate } from 'node:timers/promises';
import { checkWording } from '../checks.ts';
import { isFixed } from '../engine.ts';
import type { WordingContext } from '../context.ts';
import type { Language } from '../language.ts';
import { LANGUAGES } from '../language.ts';
import { fill } from '../liquid.ts';
import { sampleCases, type SampleCase, type TextName } from '../samples/cases.ts';
import { TemplateFault } from '../source.ts';
import { wordingFault } from '../wordingFault.ts';
import { renderScript } from '../wording.ts';
import { faultOf, placed } from './faults.ts';
import { checkForm } from './form.ts';
import { textsAround } from './around.ts';
import type { TextFault } from './text.ts';

/** A longer list helps nobody. */
const AT_MOST = 20;

/**
 * What is wrong with a creditor's own text before it is saved: its form, then what it says in every made-up case in
 * which it may speak. A bad source is answered with faults, never with an error; so is a name that no text has.
 * Some seconds of work for a piece that stands in many texts: others are served in between.
 */
export const checkSource = async (name: string, source: string): Promise<readonly TextFault[]> => {
  const [, folder, language] =
    /^(messages|letters|scripts|partials)\/([a-z]{2})\/[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.exec(name) ?? [];
  if (!folder || !LANGUAGES.some((known) => known === language))
    return [whole('NAME', `expected the name of a text as messages/fr/progressive/first-reminder, got ${name}`)];
  if (isFixed(name)) return [{ line: null, ...wordingFault('fixed') }];
  try {
    const form = checkForm(name, source);
    return form.length > 0 ? form.slice(0, AT_MOST) : await said(name, source, folder, language as Language);
  } catch (error) {
    return [whole('TEMPLATE', messageOf(error))];
  }
};

/** Fills the text, or each text around a piece, for every debtor. */
const said = async (
  name: string,
  source: string,
  folder: string,
  language: Language,
): Promise<readonly TextFault[]> => {
  const found = new Map<string, TextFault>();
  const piece = folder === 'partials';
  const own = { [name]: source };
  for (const text of piece ? textsAround(name, source) : [nameOf(name, language)]) {
    for (const sample of sampleCases(text, piece ? 'brief' : 'thorough')) {
      for (const fault of faultsWith(text, { ...sample.context, own }, name, source)) {
        add(found, fault, sample);
        // A text without end isn't tried again.
        if (/limit exceeded|call stack/.test(fault.detail)) return [...found.values()];
      }
      if (found.size >= AT_MOST) return [...found.values()];
      await setImmediate();
    }
    // What a piece says wrong in one text it says in the others.
    if (piece && found.size > 0) break;
  }
  return [...found.values()];
};

const faultsWith = (
  { folder, language, strategy, step }: TextName,
  context: WordingContext,
  name: string,
  source: string,
): readonly TextFault[] => {
  const template = strategy === null ? step : `${strategy}/${step}`;
  try {
    if (folder === 'scripts') {
      renderScript(template, context);
      return [];
    }
    const filled = fill(`${folder}/${language}/${template}.md`, context);
    return placed(checkWording(filled, context), source);
  } catch (error) {
    return [error instanceof TemplateFault ? faultOf(error, name) : whole('TEMPLATE', messageOf(error))];
  }
};

/** The same fault in several cases is told once, with the kinds of debtor that meet it. */
const add = (found: Map<string, TextFault>, fault: TextFault, { debtor: { kind } }: SampleCase): void => {
  const key = `${fault.line} ${fault.code} ${fault.detail}`;
  const kinds = found.get(key)?.debtorKinds ?? [];
  found.set(key, { ...fault, debtorKinds: kinds.includes(kind) ? kinds : [...kinds, kind] });
};

const nameOf = (name: string, language: Language): TextName => {
  const [folder, , ...rest] = name.split('/');
  return {
    folder: folder as TextName['folder'],
    language,
    strategy: rest.length > 1 ? (rest[0] ?? null) : null,
    step: rest.at(-1) ?? '',
  };
};

const whole = (code: string, detail: string): TextFault => ({ line: null, code, detail });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
