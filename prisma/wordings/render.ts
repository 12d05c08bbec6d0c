import type { WordingContext } from '../../templates/context.ts';
import { fill } from '../../templates/liquid.ts';
import { faultsOf, placed } from '../../templates/texts/faults.ts';
import type { ShippedText, TextFault } from '../../templates/texts/text.ts';
import type { LetterKind, Wording } from '../course/wording.ts';

/** A text with a case in it, and what is wrong with it. */
export type Shown = { readonly subject: string; readonly markdown: string; readonly faults: readonly TextFault[] };

/** What a template is called by whoever asks for it: messages/fr/progressive/first-reminder → progressive/first-reminder. */
export const templateName = ({ name }: Pick<ShippedText, 'name'>): string => name.split('/').slice(2).join('/');

export const letterKindOf = (text: Pick<ShippedText, 'kind' | 'step'>): LetterKind =>
  text.kind === 'letters' ? (text.step as LetterKind) : 'reminder-letter';

/**
 * Fills a text and says what is wrong with it; a text that must not leave is shown all the same, with its faults.
 * `source` of `name` is what its author looks at: the text itself or a piece of it.
 */
export const show = (
  wording: Wording,
  text: ShippedText,
  source: string,
  name: string,
  context: WordingContext,
): Shown => {
  try {
    if (text.kind === 'scripts') {
      const { title, markdown } = wording.script(templateName(text), context);
      return { subject: title, markdown, faults: [] };
    }
    const filled = fill(`${text.name}.md`, context);
    return { ...filled, faults: placed(wording.faults(filled, context), source) };
  } catch (error) {
    const faults = faultsOf(error, name, source);
    if (faults === null) throw error;
    return { subject: '', markdown: '', faults };
  }
};
