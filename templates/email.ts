import type { WordingContext } from './context.ts';
import { dressForEmail, STYLE_SHEET } from './emailStyle.ts';
import { addressLine, legalLine } from './legalLines.ts';
import { asHtml, toHtml } from './markdown.ts';
import type { InlineImage } from './payment/code.ts';
import { emailRow } from './payment/emailRow.ts';
import { toPlainText } from './plainText.ts';
import { unbrokenDays } from './unbrokenDays.ts';
import { phrasesIn } from './words/phrasesIn.ts';

/** The text part: the body, who writes, and who that is in law. */
export const emailText = (markdown: string, context: WordingContext): string =>
  `${[toPlainText(markdown, phrasesIn(context.language).colon), signature(context).join('\n'), `-- \n${footer(context).join('\n')}`].join('\n\n')}\n`;

/** The HTML part: one column that fits a phone, readable in light and dark. */
export const emailHtml = (
  subject: string,
  markdown: string,
  context: WordingContext,
  pictures: readonly InlineImage[] = [],
): string => {
  const [name, ...rest] = signature(context);
  return `<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${asHtml(subject)}</title>
<style>${STYLE_SHEET}
</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#eef1f4">
<div class="card" style="max-width:600px;margin:0 auto;box-sizing:border-box;padding:28px 32px;background:#ffffff;color:#1f2933;border:1px solid #dde3ea;border-radius:8px;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<p class="head" style="margin:0 0 24px;padding:0 0 12px;border-bottom:2px solid #35587f;color:#1f3a5a;font-size:18px;font-weight:600">${asHtml(context.creditor.name)}</p>
${toHtml(unbrokenDays(markdown, context.language), dressForEmail, (tokens) => emailRow(tokens, context, pictures)).trim()}
<p style="margin:0 0 24px"><strong>${asHtml(name ?? '')}</strong><br>
${rest.map(asHtml).join('<br>\n')}</p>
<p class="soft" style="margin:0;padding:12px 0 0;border-top:1px solid #dde3ea;color:#5b6775;font-size:12px;line-height:1.5">${footer(context).map(asHtml).join('<br>\n')}</p>
</div>
</body>
</html>
`;
};

const signature = ({ sender, creditor }: WordingContext): string[] =>
  [sender.name, sender.role, sender.name === creditor.name ? null : creditor.name, sender.phone, sender.email].filter(
    (line): line is string => line !== null && line !== '',
  );

const footer = ({ creditor, language }: WordingContext): string[] => [
  legalLine(creditor, language),
  addressLine(creditor.address),
];
