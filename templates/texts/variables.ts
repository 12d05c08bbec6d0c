import type { WordingContext } from '../context.ts';
import { formatsFor, type Formats } from '../formats.ts';
import { wordsFor } from '../words.ts';
import type { TextVariable } from './text.ts';

/** Known to the app alone, or said by the layout. */
const HIDDEN: readonly string[] = ['own', 'stepId'];

/** All that a text may use for this case, each as it is written in a template. */
export const variablesOf = (context: WordingContext): readonly TextVariable[] => {
  const formats = formatsFor(context.language);
  return Object.entries(wordsFor(context))
    .filter(([name]) => !HIDDEN.includes(name))
    .flatMap(([name, value]) => variablesIn(name, value, formats))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

const variablesIn = (name: string, value: unknown, formats: Formats): readonly TextVariable[] => {
  if (value === null || value === undefined)
    return [{ name, insert: `{% if ${name} %}{{ ${name} }}{% endif %}`, sample: null }];
  if (typeof value === 'boolean') return [{ name, insert: `{% if ${name} %}{% endif %}`, sample: String(value) }];
  if (Array.isArray(value)) return [listed(name, value, formats)];
  if (isMoney(value)) return [{ name, insert: `{{ ${name} | money }}`, sample: formats.money(value) }];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([part, inner]) => variablesIn(`${name}.${part}`, inner, formats));
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return [{ name, insert: `{{ ${name} | date_long }}`, sample: formats.dateLong(text) }];
  return [{ name, insert: `{{ ${name} }}`, sample: text }];
};

/** A list is asked for a word that it contains, printed as one phrase, or gone through line by line. */
const listed = (name: string, items: readonly unknown[], formats: Formats): TextVariable => {
  if (name === 'announces')
    return { name, insert: `{% if announces contains "interest" %}{% endif %}`, sample: items.join(', ') };
  const sample = items.every((item) => typeof item === 'string') ? items.join(', ') : String(items.length);
  const [first] = items;
  if (typeof first !== 'object' || first === null) return { name, insert: `{{ ${name} | list }}`, sample };
  const parts = Object.entries(first)
    .flatMap(([part, inner]) => variablesIn(`line.${part}`, inner, formats))
    .map(({ insert }) => insert);
  return { name, insert: `{% for line in ${name} %}\n- ${parts.join(' ')}\n{% endfor %}`, sample };
};

const isMoney = (value: unknown): value is WordingContext['balance'] =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
