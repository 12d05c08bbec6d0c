import type { WordingContext } from './context.ts';
import { checkWording, WordingRefused } from './checks.ts';
import { emailHtml, emailText } from './email.ts';
import { fill } from './liquid.ts';
import type { Filled } from './liquid.ts';
import { frenchSpaces } from './typography.ts';

/** A message ready to be stored and sent: `markdown` is what an operator edits, `text` and `html` are what leaves. */
export type RenderedMessage = {
  readonly subject: string;
  readonly markdown: string;
  readonly text: string;
  readonly html: string;
};

/** What a caller or visitor reads on the screen. */
export type RenderedScript = { readonly title: string; readonly markdown: string };

/** Fills `messages/fr/<template>.md` and lays it out. Throws TemplateFault for a faulty file, WordingRefused for a forbidden text. */
export const renderMessage = (template: string, context: WordingContext): RenderedMessage =>
  laidOut(fill(`messages/fr/${template}.md`, context), context);

/** An operator's own wording: the same layout, the same checks. Subject and Markdown come back as they were given. */
export const renderEdited = (subject: string, markdown: string, context: WordingContext): RenderedMessage =>
  laidOut({ subject, markdown }, context);

/** Fills `scripts/fr/<template>.md`. A script isn't sent, so the checks for written texts don't apply. */
export const renderScript = (template: string, context: WordingContext): RenderedScript => {
  const { subject, markdown } = fill(`scripts/fr/${template}.md`, context);
  return { title: subject, markdown };
};

const laidOut = ({ subject, markdown }: Filled, context: WordingContext): RenderedMessage => {
  const faults = checkWording({ subject, markdown }, context);
  if (faults.length > 0) throw new WordingRefused(faults);
  const body = frenchSpaces(markdown);
  return {
    subject,
    markdown,
    text: emailText(body, context),
    html: emailHtml(subject, body, context),
  };
};
