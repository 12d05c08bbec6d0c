import { Document, Packer, Paragraph } from 'docx';
import { checkWording, WordingRefused } from '../checks.ts';
import type { WordingContext } from '../context.ts';
import { fill } from '../liquid.ts';
import type { Filled } from '../liquid.ts';
import type { LetterKind } from '../names.ts';
import { toPlainText } from '../plainText.ts';

/**
 * The draft of a letter, as Markdown: `letters/fr/<kind>.md` for formal notice and neutral letter,
 * `messages/fr/<template>.md` for a reminder letter (by default the common one).
 */
export const letterText = (kind: LetterKind, context: WordingContext, template = 'common/reminder'): Filled =>
  fill(kind === 'reminder-letter' ? `messages/fr/${template}.md` : `letters/fr/${kind}.md`, context);

/** The letter of a template, as .docx. */
export const renderLetter = async (kind: LetterKind, context: WordingContext, template?: string): Promise<Uint8Array> =>
  renderLetterFrom(kind, letterText(kind, context, template), context);

/** The letter of an approved or edited draft, as .docx. Throws WordingRefused for a forbidden text. */
export const renderLetterFrom = async (
  _kind: LetterKind,
  text: Filled,
  context: WordingContext,
): Promise<Uint8Array> => {
  const faults = checkWording(text, context);
  if (faults.length > 0) throw new WordingRefused(faults);
  const document = new Document({
    sections: [
      {
        children: [text.subject, ...toPlainText(text.markdown).split('\n')].map((line) => new Paragraph(line)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
