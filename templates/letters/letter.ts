import { Packer } from 'docx';
import type { Document } from 'docx';
import { checkWording } from '../checks.ts';
import { WordingRefused } from '../wordingFault.ts';
import type { WordingContext } from '../context.ts';
import { fill } from '../liquid.ts';
import type { Filled } from '../liquid.ts';
import { isMessageByPost, type LetterKind } from '../names.ts';
import { codeBeside, type Beside } from '../payment/letterCode.ts';
import { picturesOf } from '../payment/pictures.ts';
import { phrasesIn } from '../words/phrasesIn.ts';
import { blocksFrom } from './blocks.ts';
import { continuation } from './frame.ts';
import { inHouseStyle } from './house.ts';
import { letterhead } from './letterhead.ts';
import { onPaper } from './paper/onPaper.ts';
import { ending, opening } from './parts.ts';
import { printed } from './printed.ts';

/**
 * The draft of a letter, as Markdown: `letters/<language>/<kind>.md` for formal notice and neutral letter,
 * `messages/<language>/<template>.md` for a reminder letter (by default the common one).
 */
export const letterText = (kind: LetterKind, context: WordingContext, template = 'common/reminder'): Filled =>
  fill(
    isMessageByPost(kind) ? `messages/${context.language}/${template}.md` : `letters/${context.language}/${kind}.md`,
    context,
  );

/** The letter of a template, as .docx. */
export const renderLetter = async (kind: LetterKind, context: WordingContext, template?: string): Promise<Uint8Array> =>
  renderLetterFrom(kind, letterText(kind, context, template), context);

/** The letter of an approved or edited draft, as .docx, in the house style or on the creditor's own letterhead. Throws WordingRefused for a forbidden text. */
export const renderLetterFrom = async (
  kind: LetterKind,
  text: Filled & { readonly inline?: readonly { readonly cid: string }[] },
  context: WordingContext,
  paper: Uint8Array | null = null,
): Promise<Uint8Array> => {
  const faults = checkWording(text, context);
  if (faults.length > 0) throw new WordingRefused(faults);
  const beside = codeBeside(context, picturesOf(text.markdown, context, text.inline));
  if (paper) return onPaper(paper, kind, text, context, beside);
  return new Uint8Array(await Packer.toBuffer(documentOf(kind, text, context, beside)));
};

const documentOf = (
  kind: LetterKind,
  { subject, markdown }: Filled,
  context: WordingContext,
  beside: Beside,
): Document => {
  const spaced = printed(context.language);
  return inHouseStyle(context, {
    title: spaced(subject),
    description: `${phrasesIn(context.language).letter.kinds[kind]} · ${context.invoice.number}`,
    continuation: continuation(context),
    children: [
      letterhead(context),
      ...opening(spaced(subject), context),
      ...blocksFrom(spaced(markdown), beside),
      ...ending(context),
    ],
  });
};
