import type { WordingContext } from './context.ts';
import { addressLine, legalLine } from './legalLines.ts';
import { toHtml } from './markdown.ts';
import { toPlainText } from './plainText.ts';

/** The text part: the body, who writes, and who that is in law. */
export const emailText = (markdown: string, context: WordingContext): string =>
  `${[toPlainText(markdown), signature(context).join('\n'), `-- \n${footer(context).join('\n')}`].join('\n\n')}\n`;

export const emailHtml = (subject: string, markdown: string, context: WordingContext): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${subject}</title></head><body>${toHtml(markdown)}<p>${signature(context).join('<br>')}</p><p>${footer(context).join('<br>')}</p></body></html>
`;

const signature = ({ sender, creditor }: WordingContext): string[] =>
  [sender.name, sender.role, creditor.name, sender.phone, sender.email].filter((line): line is string => line !== null);

const footer = ({ creditor }: WordingContext): string[] => [legalLine(creditor), addressLine(creditor.address)];
