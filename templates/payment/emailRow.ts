import type { WordingContext } from '../context.ts';
import { formatsFor } from '../formats.ts';
import { asHtml, type Insertion, type Token } from '../markdown.ts';
import { askedOf } from '../words.ts';
import { paymentBox } from './box.ts';
import { sideOf, type InlineImage } from './code.ts';
import { paymentPhrases } from './words.ts';

/** The code as the last row of the payment box. Its own white ground keeps it readable in dark mode. */
export const emailRow = (
  tokens: readonly Token[],
  context: WordingContext,
  [code]: readonly InlineImage[],
): Insertion | null => {
  const box = paymentBox(tokens, context);
  if (!code || !box) return null;
  const body = tokens.findIndex(({ type }, index) => index > box.from && index < box.to && type === 'tbody_close');
  return { at: body < 0 ? box.to : body, html: row(code, context) };
};

const row = (code: InlineImage, context: WordingContext): string => {
  const { scan, alt } = paymentPhrases[context.language];
  const side = sideOf(code);
  const told = alt(formatsFor(context.language).money(askedOf(context)), context.creditor.name);
  return `<tr>
<td style="padding:10px 14px 14px;vertical-align:top">${asHtml(scan)}</td>
<td style="padding:10px 14px 14px;vertical-align:top"><img src="cid:${code.cid}" width="${side}" height="${side}" alt="${asHtml(told)}" style="display:block;width:${side}px;max-width:100%;height:auto;border:0;border-radius:4px;background:#ffffff"></td>
</tr>
`;
};
