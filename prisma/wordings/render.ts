import type { Wording, LetterKind } from '../course/wording.ts';
import type { WordingContext } from '../../templates/context.ts';
import { faultsOf, placed } from '../../templates/texts/faults.ts';
import type { ShippedText, TextFault } from '../../templates/texts/text.ts';

/** A text with a case in it. `html` is empty for what isn't an e-mail, or must not leave as it is. */
export type Shown = {
  readonly subject: string;
  readonly markdown: string;
  readonly text: string;
  readonly html: string;
  readonly faults: readonly TextFault[];
};

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
  const { kind, language } = text;
  const spoken = { ...context, language: language as WordingContext['language'] };
  try {
    if (kind === 'scripts') {
      const { title, markdown } = wording.script(templateName(text), spoken);
      return { subject: title, markdown, text: markdown, html: '', faults: [] };
    }
    const filled = wording.letterText(letterKindOf(text), spoken, templateName(text));
    const faults = placed(wording.faults(filled, spoken), source);
    if (kind === 'letters' || faults.length > 0 || spoken.channel !== 'email')
      return { ...filled, text: filled.markdown, html: '', faults };
    return { ...wording.message(templateName(text), spoken), faults };
  } catch (error) {
    const faults = faultsOf(error, name, source);
    if (faults === null) throw error;
    return { subject: '', markdown: '', text: '', html: '', faults };
  }
};
