import { TextRun } from 'docx';
import type { Token } from '../markdown.ts';

type Look = { readonly size?: number; readonly bold?: boolean; readonly color?: string };

/** The runs of an inline token: bold, italics, line breaks; a link keeps its address in brackets, since paper has no links. */
export const runs = (inline: Token, look: Look = {}): TextRun[] => {
  const found: TextRun[] = [];
  let bold = look.bold ?? false;
  let italics = false;
  let address = '';
  for (const child of inline.children ?? []) {
    if (child.type === 'strong_open') bold = true;
    else if (child.type === 'strong_close') bold = look.bold ?? false;
    else if (child.type === 'em_open') italics = true;
    else if (child.type === 'em_close') italics = false;
    else if (child.type === 'link_open') address = String(child.attrGet('href') ?? '');
    else if (child.type === 'hardbreak') found.push(new TextRun({ text: '', break: 1 }));
    else {
      const text = child.type === 'softbreak' ? ' ' : child.type === 'link_close' ? ` (${address})` : child.content;
      if (text) found.push(new TextRun({ ...look, text: wholeArticles(text), bold, italics }));
    }
  }
  return found;
};

/** « L. 441-10 » isn't broken at its hyphen. */
const wholeArticles = (text: string): string => text.replace(/([LDR]\.\u00a0\d+)-(?=\d)/g, '$1\u2011');
