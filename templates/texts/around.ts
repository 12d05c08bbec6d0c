import type { Language } from '../language.ts';
import type { TextName } from '../samples/cases.ts';
import { SHIPPED } from './catalogue.ts';
import type { ShippedText } from './text.ts';

/** The messages, letters and scripts in which a piece stands, directly or by way of another piece; `source` is the piece's own text. */
export const textsAround = (name: string, source: string): readonly TextName[] => {
  const [, language, piece = ''] = name.split('/');
  const neighbours = SHIPPED.filter((text) => text.language === language);
  const reached = new Set([piece]);
  const isReached = (text: ShippedText): boolean =>
    includedIn(text.name === name ? source : text.source).some((part) => reached.has(part));
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const text of neighbours) if (text.kind === 'partials' && isReached(text)) reached.add(text.step);
  }
  return neighbours.filter((text) => text.kind !== 'partials' && isReached(text)).map(nameOf);
};

const includedIn = (source: string): string[] =>
  [...source.matchAll(/{%-?\s*(?:include|render)\s+["']([a-z-]+)["']/g)].map(([, part = '']) => part);

const nameOf = ({ kind, language, strategy, step }: ShippedText): TextName => ({
  folder: kind as TextName['folder'],
  language: language as Language,
  strategy,
  step,
});
