import type { WordingContext } from './context.ts';
import { checkWording } from './checks.ts';
import { WordingRefused } from './wordingFault.ts';
import { emailHtml, emailText } from './email.ts';
import { fill } from './liquid.ts';
import type { Filled } from './liquid.ts';
import { greetingOf } from './greeting.ts';
import { scriptLanguage } from './names.ts';
import type { InlineImage } from './payment/code.ts';
import { picturesOf } from './payment/pictures.ts';
import { spacesFor } from './typography.ts';

/** A message ready to be stored and sent: `markdown` is what an operator edits, `text` and `html` are what leaves. */
export type RenderedMessage = {
  readonly subject: string;
  readonly markdown: string;
  readonly text: string;
  readonly html: string;
  /** The pictures that the HTML names by their cid. */
  readonly inline: readonly InlineImage[];
};

/** What a caller or visitor reads on the screen. */
export type RenderedScript = { readonly title: string; readonly markdown: string };

/** Fills `messages/<language>/<template>.md` and lays it out. Throws TemplateFault for a faulty file, WordingRefused for a forbidden text. */
export const renderMessage = (template: string, context: WordingContext): RenderedMessage =>
  laidOut(fill(`messages/${context.language}/${template}.md`, context), context);

/**
 * An operator's own wording: the same layout, the same checks. Subject and Markdown come back as they were given.
 * `seen` = the pictures of the draft that he changed: no other one goes with it.
 */
export const renderEdited = (
  subject: string,
  markdown: string,
  context: WordingContext,
  seen?: readonly { readonly cid: string }[],
): RenderedMessage => laidOut({ subject, markdown }, context, seen);

/** Fills `scripts/<the desk's language>/<template>.md`. A script isn't sent, so the checks for written texts don't apply. */
export const renderScript = (template: string, context: WordingContext): RenderedScript => {
  const language = scriptLanguage(context.language);
  const contact = { ...context.contact, greeting: greetingOf(context.contact.name, language) };
  const { subject, markdown } = fill(`scripts/${language}/${template}.md`, { ...context, language, contact });
  return { title: subject, markdown };
};

const laidOut = (
  { subject, markdown }: Filled,
  context: WordingContext,
  seen?: readonly { readonly cid: string }[],
): RenderedMessage => {
  const faults = checkWording({ subject, markdown }, context);
  if (faults.length > 0) throw new WordingRefused(faults);
  const body = spacesFor(context.language)(markdown);
  const inline = picturesOf(body, context, seen);
  return {
    subject,
    markdown,
    text: emailText(body, context),
    html: emailHtml(subject, body, context, inline),
    inline,
  };
};
