import type { Refusal, RefusalDetail } from '../../domain/refusal.ts';
import { faultInWords } from '../../templates/words/faults/faultWordsIn.ts';
import { fieldLabel } from '../fieldLabels.ts';
import type { Visit } from '../visit.ts';

export type Fault = {
  readonly field: string | null;
  /** What the reader calls the field; empty for what concerns the whole form. */
  readonly label: string;
  readonly text: string;
  readonly raw: string | null;
};

/** What a person typed into a form, and why it wasn't taken: nothing is lost. */
export type Given = {
  readonly values: Readonly<Record<string, string>>;
  readonly refusal: Refusal | null;
  readonly faults: readonly Fault[];
};

export const NOTHING_GIVEN: Given = { values: {}, refusal: null, faults: [] };

/** The form as it comes back, each fault in the reader's words at its field. */
export const refused = (
  visit: Visit,
  refusal: Refusal,
  values: Given['values'],
  fieldOf: (pointer: string) => string | null,
): Given => ({
  values,
  refusal,
  faults: refusal.errors.map((error) => {
    const field = error.pointer === undefined ? null : fieldOf(error.pointer);
    return { field, label: field === null ? '' : fieldLabel(visit.words, field), ...inWords(visit, error) };
  }),
});

const inWords = (
  { language, words, formats }: Visit,
  { code, detail, ...ruled }: RefusalDetail,
): Pick<Fault, 'text' | 'raw'> => {
  const fault = faultInWords(language, ruled);
  if (fault !== null) return { text: fault, raw: null };
  for (const [pattern, say] of words.refusals.patterns) {
    const found = pattern.exec(detail);
    if (found) return { text: say(formats.day, ...found.slice(1)), raw: null };
  }
  if (code === 'REQUIRED') return { text: words.refusals.required, raw: null };
  if (code === 'AMOUNT') return { text: words.refusals.amount, raw: null };
  return { text: words.refusals.invalid, raw: formats.daysIn(detail) };
};
