import type { WordingContext } from '../context.ts';
import { parse } from '../markdown.ts';
import { paymentBox } from './box.ts';
import { paymentCode, type InlineImage } from './code.ts';

/**
 * The pictures that go with a text: the code of its payment box, if it has one.
 * `seen` = those of the draft that a person approved: one that he didn't see doesn't leave. Absent = nobody was asked.
 */
export const picturesOf = (
  markdown: string,
  context: WordingContext,
  seen?: readonly { readonly cid: string }[],
): readonly InlineImage[] => {
  const code = paymentCode(context);
  if (!code || !paymentBox(parse(markdown), context)) return [];
  return seen === undefined || seen.some(({ cid }) => cid === code.cid) ? [code] : [];
};
